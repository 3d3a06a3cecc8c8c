"""When a campaign runs: from its first moment up to, and without, its last."""

from datetime import date, datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class CampaignState(models.TextChoices):
    """Where a campaign is in its period."""

    UPCOMING = "upcoming", gettext_lazy("Not started yet")
    RUNNING = "running", gettext_lazy("Running now")
    OVER = "over", gettext_lazy("Ended")


def state_at(now: datetime, starts_at: datetime, ends_at: datetime) -> CampaignState:
    """Return the state at an aware moment."""
    if now < starts_at:
        return CampaignState.UPCOMING
    return CampaignState.RUNNING if now < ends_at else CampaignState.OVER


def last_day(ends_at: datetime) -> date:
    """Return the last day of which the period has a part: midnight ends the day before."""
    return timezone.localdate(ends_at - timedelta(microseconds=1))


def period_in_words(starts_at: datetime, ends_at: datetime) -> str:
    """Return the first and the last day in the active language, the year once where it is one."""
    first, last = timezone.localdate(starts_at), last_day(ends_at)
    if first == last:
        return day_in_words(first)
    return _("%(first_day)s to %(last_day)s") % {
        "first_day": date_format(first, "j F" if first.year == last.year else "j F Y"),
        "last_day": day_in_words(last),
    }


def day_in_words(day: date) -> str:
    """Return a day as in “16 September 2024”, in the active language."""
    return date_format(day, "j F Y")
