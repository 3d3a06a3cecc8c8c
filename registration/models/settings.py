from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting


class PromiseSettings(BaseGenericSetting):
    """The two numbers of the promise "we call you within three days" (annual report 2024)."""

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
    withdrawn_days = models.PositiveSmallIntegerField(_("withdrawn (days)"), default=14)
    unreachable_days = models.PositiveSmallIntegerField(_("unreachable (days)"), default=90)
    closed_days = models.PositiveSmallIntegerField(_("handed over or closed (days)"), default=30)
    access_log_days = models.PositiveSmallIntegerField(_("access log (days)"), default=730)

    class Meta:
        verbose_name = _("How long data is kept")
        default_permissions = ("change",)
