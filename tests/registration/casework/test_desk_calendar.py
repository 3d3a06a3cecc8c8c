"""The desk's calendar follows the settings and the Dutch public holidays."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from registration.casework.desk_calendar import current_calendar, public_holidays
from registration.models import ClosedDay, OpeningHours, PromiseSettings
from registration.rules.deadlines import due_at

CHRISTMAS_EVE = datetime(2026, 12, 24, 13, 30, tzinfo=UTC)  # 14:30 in the Netherlands


@pytest.mark.django_db
def test_a_new_installation_is_open_on_working_days() -> None:
    calendar = current_calendar(CHRISTMAS_EVE)
    assert calendar.hours == {weekday: (time(9), time(17)) for weekday in range(5)}
    assert calendar.promise_days == 3
    assert calendar.minimum_open == timedelta(hours=4)
    # This Christmas, and New Year's Day after it.
    assert {date(2026, 12, 25), date(2027, 1, 1)} <= calendar.closed_days
    assert due_at(CHRISTMAS_EVE, calendar).isoformat() == "2026-12-28T17:00:00+01:00"


@pytest.mark.django_db
def test_what_the_coordinator_changes_counts() -> None:
    OpeningHours.objects.filter(weekday=0).update(closes_at=time(20))
    OpeningHours.objects.filter(weekday=4).delete()
    ClosedDay.objects.create(date=date(2026, 12, 28), reason="Verhuizing")
    PromiseSettings.objects.update_or_create(
        pk=1, defaults={"promise_days": 5, "minimum_open_hours": 2}
    )

    calendar = current_calendar(CHRISTMAS_EVE)

    assert calendar.hours[0] == (time(9), time(20))
    assert 4 not in calendar.hours
    assert date(2026, 12, 28) in calendar.closed_days
    assert (calendar.promise_days, calendar.minimum_open) == (5, timedelta(hours=2))


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2026, 4, 27), True),  # King's Day
        (date(2025, 4, 27), False),  # a Sunday: King's Day is kept on Saturday
        (date(2025, 4, 26), True),
        (date(2026, 4, 6), True),  # Easter Monday
        (date(2025, 5, 5), True),  # Liberation Day, a lustrum year
        (date(2026, 5, 5), False),
        (date(2026, 12, 31), False),
    ],
)
def test_public_holidays(day: date, closed: bool) -> None:
    assert (day in public_holidays(day.year)) is closed


@pytest.mark.django_db
def test_a_calendar_costs_few_queries(django_assert_max_num_queries) -> None:
    PromiseSettings.load()
    with django_assert_max_num_queries(3):
        current_calendar()
