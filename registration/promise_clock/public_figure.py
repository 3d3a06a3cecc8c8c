"""What visitors read about the promise, if the coordinator wants it and enough was counted."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _

from perspectief.cache_generation import start_new_generation
from registration.models import PromiseClockSettings
from registration.promise_clock.hit_rate import Period, months_later, rate_between
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.promises import FigurePeriod
from registration.words.dates import month_in_words

SHOWN_KEY = "public-promise-figure"


@dataclass(frozen=True)
class PromiseKeptFigure:
    """How many per cent of the promises were kept, of how many, in which period.

    `percentage` is a whole number that is never rounded up. `first_day` and `last_day` both count.
    """

    percentage: int
    number: int
    period: str
    first_day: date
    last_day: date

    @property
    def period_in_words(self) -> str:
        """Such as "the third quarter of 2026", in the active language."""
        if self.period == FigurePeriod.QUARTER:
            return _("the %(quarter)s") % {"quarter": Period.of("quarter", self.first_day).label}
        return _("the twelve months up to and including %(month)s") % {
            "month": month_in_words(self.last_day)
        }


def promise_kept_figure(now: datetime | None = None) -> PromiseKeptFigure | None:
    """Return the figure for the site, or None while it is off or there are too few promises.

    Questions are left out: their promise is kept by mail too.

    Args:
        now: an aware datetime; None means the present.
    """
    settings = PromiseClockSettings.load()
    if not settings.shows_public_figure:
        return None
    today = (now or timezone.now()).astimezone(DESK_TIME_ZONE).date()
    first_day, last_day = _days_of(settings.public_figure_period, today)
    rate = rate_between(first_day, last_day, is_question=False)
    if rate.counted < settings.public_figure_minimum:
        return None
    return PromiseKeptFigure(
        percentage=100 * rate.met // rate.counted,
        number=rate.counted,
        period=settings.public_figure_period,
        first_day=first_day,
        last_day=last_day,
    )


def refresh_public_figure(now: datetime) -> bool:
    """Let visitors see a new figure if it changed; return whether it did.

    Args:
        now: an aware datetime.
    """
    figure = promise_kept_figure(now)
    if cache.get(SHOWN_KEY, "unknown") == figure:
        return False
    start_new_generation()
    cache.set(SHOWN_KEY, figure, None)
    return True


def _days_of(period: str, today: date) -> tuple[date, date]:
    if period == FigurePeriod.QUARTER:
        quarter = Period.of("quarter", today).before
        return quarter.first_day, quarter.last_day
    this_month = today.replace(day=1)
    return months_later(this_month, -12), this_month - timedelta(days=1)
