from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting


class PromiseSettings(BaseGenericSetting):
    """The two numbers of the promise "we call you within three days" (annual report 2024).

    Open promises follow a change only in `promise_clock.recalculation.calendar_change`.
    """

    promise_days = models.PositiveSmallIntegerField(
        _("days within which we call"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(14)],
        help_text=_("Calendar days after receipt. Public texts say three days."),
    )
    minimum_open_hours = models.PositiveSmallIntegerField(
        _("open hours needed within those days"),
        default=4,
        validators=[MaxValueValidator(40)],
        help_text=_(
            "If the desk is open for fewer hours than this, the promise ends at closing time of "
            "the first open day after it."
        ),
    )

    class Meta:
        verbose_name = _("Callback promise")
        default_permissions = ("change",)


class AttemptPolicy(BaseGenericSetting):
    """How long a callback stays somebody's, how often we try, and what follows."""

    claim_minutes = models.PositiveSmallIntegerField(
        _("minutes for which a callback stays yours"),
        default=60,
        validators=[MinValueValidator(10), MaxValueValidator(600)],
        help_text=_(
            "Counted from the last thing you did on its screen. After that, a colleague can take "
            "it."
        ),
    )
    attempts = models.PositiveSmallIntegerField(
        _("attempts"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
        help_text=_(
            "We call this many times, within the promise if possible. After that we leave a "
            "message."
        ),
    )
    hours_between = models.PositiveSmallIntegerField(
        _("hours between two attempts"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(72)],
        help_text=_("At least this many."),
    )
    days_until_unreachable = models.PositiveSmallIntegerField(
        _("days after the message"),
        default=10,
        validators=[MinValueValidator(3), MaxValueValidator(90)],
        help_text=_(
            "If we hear nothing for this many days, the registration is closed. Nobody can close "
            "it as unreachable sooner, also after a letter or an e-mail."
        ),
    )
    plans_next = models.BooleanField(
        _("plan the next attempt"),
        default=True,
        help_text=_("A colleague can always choose another moment."),
    )
    closes_unreachable = models.BooleanField(
        _("close automatically as unreachable"),
        default=True,
        help_text=_("If this is off, someone at the desk closes them."),
    )
    days_to_reopen = models.PositiveSmallIntegerField(
        _("days within which what was closed can be opened again"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text=_(
            "By whoever closed it, and by the coordinator. After that, the person registers again."
        ),
    )

    class Meta:
        verbose_name = _("Attempts to call")
        default_permissions = ("change",)


class RetentionSettings(BaseGenericSetting):
    """How long personal data is kept."""

    idle_draft_minutes = models.PositiveSmallIntegerField(
        _("form left alone (minutes)"), default=60, validators=[MinValueValidator(20)]
    )
    saved_draft_days = models.PositiveSmallIntegerField(
        _("form saved for later (days)"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
        help_text=_("Until the end of the last day. The pages say the date."),
    )
    withdrawn_days = models.PositiveSmallIntegerField(
        _("withdrawn (days)"), default=14, validators=[MinValueValidator(1)]
    )
    unreachable_days = models.PositiveSmallIntegerField(
        _("unreachable (days)"), default=90, validators=[MinValueValidator(1)]
    )
    other_outcomes_days = models.PositiveSmallIntegerField(
        _("handed over or closed (days)"), default=30, validators=[MinValueValidator(1)]
    )
    access_log_days = models.PositiveSmallIntegerField(
        _("access log (days)"), default=730, validators=[MinValueValidator(30)]
    )

    class Meta:
        verbose_name = _("How long data is kept")
        default_permissions = ("change",)
