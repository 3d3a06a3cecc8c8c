"""What is kept of promises: why one was broken, which moved, and how many were kept."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting

from perspectief.encryption import EncryptedField
from registration.models.callback import Callback
from registration.vocabulary.promises import BreachReason, FigurePeriod


class PromisesOfDay(models.Model):
    """How many promises ended on a day, and how; about nobody, so it outlives all registrations.

    The day is that on which the promise was due. `promised` counts all of them; what is neither
    met nor void was broken.
    """

    day = models.DateField(_("day"))
    is_question = models.BooleanField(_("questions"))
    promised = models.PositiveIntegerField(_("promised"), default=0)
    met = models.PositiveIntegerField(_("kept"), default=0)
    reached_in_time = models.PositiveIntegerField(_("reached in time"), default=0)
    void = models.PositiveIntegerField(_("lapsed"), default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.day}"


class PromiseDay(PromisesOfDay):
    """Those of registrations and questions."""

    class Meta:
        verbose_name = _("promises of a day")
        verbose_name_plural = _("promises of days")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["day", "is_question"], name="one_row_of_promises"),
        ]


class ExamplePromiseDay(PromisesOfDay):
    """Those of examples, or made up: they are in no real figure, which is read from the other."""

    class Meta:
        verbose_name = _("example promises of a day")
        verbose_name_plural = _("example promises of days")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["day", "is_question"], name="one_row_of_examples"),
        ]


class PromiseBreach(models.Model):
    """Why a promise was broken; goes with its callback."""

    callback = models.OneToOneField(
        Callback, on_delete=models.CASCADE, related_name="breach", verbose_name=_("callback")
    )
    reason = models.CharField(_("reason"), max_length=20, choices=BreachReason)
    note = EncryptedField(_("note"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )

    class Meta:
        verbose_name = _("reason for a promise that was not kept")
        verbose_name_plural = _("reasons for promises that were not kept")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"


class PromiseMove(models.Model):
    """A deadline that moved because the opening hours, closed days or promise changed."""

    callback = models.ForeignKey(
        Callback, on_delete=models.CASCADE, related_name="moves", verbose_name=_("callback")
    )
    moved_at = models.DateTimeField(_("moved at"), default=timezone.now)
    before = models.DateTimeField(_("was"))
    after = models.DateTimeField(_("is now"))

    class Meta:
        verbose_name = _("moved deadline")
        verbose_name_plural = _("moved deadlines")
        default_permissions = ()
        ordering = ["-moved_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.pk}"


class PromiseClockSettings(BaseGenericSetting):
    """When the desk is reminded, how much it can do, and what visitors read about it."""

    reminder_hours = models.PositiveSmallIntegerField(
        _("remind this many open hours before the deadline"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(40)],
        help_text=_("Hours when the desk is open."),
    )
    calls_per_part = models.PositiveSmallIntegerField(
        _("calls that one person can make in a part of a day"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("This tells ‘Coming days’ and the form which times are busy."),
    )
    shows_public_figure = models.BooleanField(
        _("show on the site how often we keep our promise"),
        default=False,
        help_text=_("Where communications placed the ‘Promise kept’ block."),
    )
    public_figure_period = models.CharField(
        _("over"), max_length=10, choices=FigurePeriod, default=FigurePeriod.QUARTER
    )
    public_figure_minimum = models.PositiveSmallIntegerField(
        _("only from this many promises"),
        default=50,
        validators=[MinValueValidator(20)],
        help_text=_("If there are fewer, the site shows nothing."),
    )

    class Meta:
        verbose_name = _("Promise clock")
        default_permissions = ("change",)
