"""The desk's calendar as it stands in the settings, with the public holidays of the Netherlands."""

from datetime import date, datetime, timedelta
from functools import lru_cache

import holidays
from django.utils import timezone

from registration.deadlines import DESK_TIME_ZONE, DeskCalendar
from registration.models import Closure, OpeningHours, PromiseSettings

YEARS_BACK, YEARS_AHEAD = 1, 2


def current_calendar(now: datetime | None = None) -> DeskCalendar:
    """Return the calendar from the settings, good for promises made around `now`.

    Args:
        now: an aware datetime; None means the present.
    """
    year = (now or timezone.now()).astimezone(DESK_TIME_ZONE).year
    promise = PromiseSettings.load()
    return DeskCalendar(
        hours={row.weekday: (row.opens_at, row.closes_at) for row in OpeningHours.objects.all()},
        closed_days=frozenset(Closure.objects.values_list("date", flat=True)).union(
            *(public_holidays(year + shift) for shift in range(-YEARS_BACK, YEARS_AHEAD + 1))
        ),
        promise_days=promise.promise_days,
        minimum_open=timedelta(hours=promise.minimum_open_hours),
    )


@lru_cache(maxsize=16)
def public_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year in the Netherlands, as the `holidays` package has them.

    King's Day moves to 26 April where the 27th is a Sunday; Liberation Day counts once in five
    years; Good Friday counts.
    """
    return frozenset(holidays.country_holidays("NL", years=year))
