"""The desk's calendar as it stands in the settings, with the public holidays of the Netherlands."""

from datetime import date, datetime, timedelta
from functools import lru_cache

import holidays
from django.db import connection
from django.utils import timezone

from perspectief.kept_values import kept
from registration.models import ClosedDay, OpeningHours, PromiseSettings
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar

# Any number that no other lock of this database uses.
CALENDAR_LOCK = 20_241_203
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
        closed_days=frozenset(ClosedDay.objects.values_list("date", flat=True)).union(
            *(public_holidays(year + shift) for shift in range(-YEARS_BACK, YEARS_AHEAD + 1))
        ),
        promise_days=promise.promise_days,
        minimum_open=timedelta(hours=promise.minimum_open_hours),
    )


def shown_calendar(now: datetime) -> DeskCalendar:
    """Return the calendar as pages show it; what is promised or done goes by the one above.

    Args:
        now: an aware datetime.
    """
    return _shown_calendar(now.astimezone(DESK_TIME_ZONE).year)


@kept
def _shown_calendar(year: int) -> DeskCalendar:
    return current_calendar(datetime(year, 7, 1, tzinfo=DESK_TIME_ZONE))


def calendar_to_promise_by(now: datetime | None = None) -> DeskCalendar:
    """Return the calendar, and keep it from changing until the end of the transaction.

    Any number of promises are made at the same time; only a change of the calendar waits for them.

    Args:
        now: an aware datetime; None means the present.
    """
    _advisory_lock("pg_advisory_xact_lock_shared")
    return current_calendar(now)


def lock_calendar() -> None:
    """Wait for promises that are being made, and keep others waiting until the transaction ends."""
    _advisory_lock("pg_advisory_xact_lock")


def _advisory_lock(function: str) -> None:
    # A transaction on SQLite has the whole database to itself from its start.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [CALENDAR_LOCK])


@lru_cache(maxsize=16)
def public_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year in the Netherlands, as the `holidays` package has them.

    King's Day moves to 26 April where the 27th is a Sunday; Liberation Day counts once in five
    years; Good Friday counts.
    """
    return frozenset(holidays.country_holidays("NL", years=year))
