"""The three-day promise: a table of cases, and what must hold whatever the calendar says."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration.casework.desk_calendar import public_holidays
from registration.rules.deadlines import (
    DESK_TIME_ZONE,
    SHORTEST_OFFER,
    DeskCalendar,
    Moment,
    due_at,
    is_open,
    offered_moments,
    part_at,
)
from registration.vocabulary.moments import DayPart

OFFICE_HOURS = {weekday: (time(9), time(17)) for weekday in range(5)}


def calendar_with(*closed_days: str, **changes: Any) -> DeskCalendar:
    """Return the calendar that the site starts with, of 2024 up to 2031, with extra closed days."""
    years = range(2024, 2032)
    values: dict[str, Any] = {
        "hours": OFFICE_HOURS,
        "closed_days": frozenset[date]().union(*map(public_holidays, years))
        | {date.fromisoformat(day) for day in closed_days},
        "promise_days": 3,
        "minimum_open": timedelta(hours=4),
    }
    return DeskCalendar(**{**values, **changes})


def amsterdam(text: str, *, fold: int = 0) -> datetime:
    """Return Dutch time; `fold=1` is the second time the clock shows it in autumn."""
    return datetime.fromisoformat(text).replace(tzinfo=DESK_TIME_ZONE, fold=fold)


def days(first: str, last: str) -> list[str]:
    """Return every day from `first` up to and including `last`."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return [str(begin + timedelta(days=number)) for number in range((end - begin).days + 1)]


# fmt: off
PROMISES = [
    # An ordinary week: the same time by the clock, three days later.
    ("monday morning",                      "2026-11-23 10:00", "2026-11-26 10:00"),
    ("tuesday, to the second",              "2026-11-24 13:37:42", "2026-11-27 13:37:42"),
    ("exactly at opening",                  "2026-11-23 09:00", "2026-11-26 09:00"),
    ("exactly at closing",                  "2026-11-23 17:00", "2026-11-26 17:00"),
    ("in the evening",                      "2026-11-23 21:15", "2026-11-26 17:00"),
    ("at night, before the desk opens",     "2026-11-24 03:00", "2026-11-26 17:00"),
    ("at midnight",                         "2026-11-24 00:00", "2026-11-26 17:00"),
    # Round a weekend: before it where the limit falls in it.
    ("wednesday afternoon",                 "2026-11-25 15:00", "2026-11-27 17:00"),
    ("thursday morning",                    "2026-11-26 09:30", "2026-11-27 17:00"),
    ("friday at noon",                      "2026-11-27 12:00", "2026-11-30 12:00"),
    ("friday evening",                      "2026-11-27 18:00", "2026-11-30 17:00"),
    ("saturday",                            "2026-11-28 11:00", "2026-12-01 11:00"),
    ("sunday night",                        "2026-11-29 23:59", "2026-12-02 17:00"),
    # Christmas on Friday and Saturday: four open hours left, or not.
    ("christmas eve, five hours left",      "2026-12-24 12:00", "2026-12-24 17:00"),
    ("christmas eve, exactly four left",    "2026-12-24 13:00", "2026-12-24 17:00"),
    ("christmas eve, a second too late",    "2026-12-24 13:00:01", "2026-12-28 17:00"),
    ("christmas eve, three hours left",     "2026-12-24 14:00", "2026-12-28 17:00"),
    ("christmas day, limit in first hours", "2026-12-25 10:00", "2026-12-28 17:00"),
    ("christmas day, limit four hours in",  "2026-12-25 13:00", "2026-12-28 13:00"),
    ("boxing day",                          "2026-12-26 20:00", "2026-12-29 17:00"),
    # New Year.
    ("new year's eve 16:30",                "2026-12-31 16:30", "2027-01-04 17:00"),
    ("new year's eve 10:00",                "2026-12-31 10:00", "2026-12-31 17:00"),
    ("new year's day",                      "2027-01-01 15:00", "2027-01-04 15:00"),
    ("new year's eve before an open friday", "2025-12-31 16:30", "2026-01-02 17:00"),
    # Easter 2026: Good Friday 3, Sunday 5, Monday 6 April.
    ("thursday before Easter, morning",     "2026-04-02 10:00", "2026-04-02 17:00"),
    ("thursday before Easter, 15:00",       "2026-04-02 15:00", "2026-04-07 17:00"),
    ("good friday",                         "2026-04-03 12:00", "2026-04-07 17:00"),
    ("easter sunday",                       "2026-04-05 12:00", "2026-04-08 12:00"),
    ("easter monday",                       "2026-04-06 12:00", "2026-04-09 12:00"),
    # Ascension Day and Whitsun 2026.
    ("before Ascension Day, friday open",   "2026-05-13 16:30", "2026-05-15 17:00"),
    ("friday before Whitsun, 16:00",        "2026-05-22 16:00", "2026-05-26 17:00"),
    # King's Day: Monday 27 April 2026, Tuesday 27 April 2027.
    ("friday before a king's monday, 11:00", "2026-04-24 11:00", "2026-04-24 17:00"),
    ("friday before a king's monday, 15:00", "2026-04-24 15:00", "2026-04-28 17:00"),
    ("king's day itself",                   "2026-04-27 10:00", "2026-04-30 10:00"),
    ("king's day on tuesday",               "2027-04-26 10:00", "2027-04-29 10:00"),
    ("limit falls on king's day",           "2027-04-24 10:00", "2027-04-26 17:00"),
    # King's Day would be Sunday 27 April 2025: it is kept on Saturday the 26th, Monday is open.
    ("king's day moved to saturday",        "2025-04-25 15:00", "2025-04-28 15:00"),
    # Liberation Day is a public holiday once in five years: Monday 5 May 2025, not Tuesday 2026.
    ("liberation day, lustrum year",        "2025-05-02 14:00", "2025-05-06 17:00"),
    ("liberation day, ordinary year",       "2026-05-04 09:30", "2026-05-07 09:30"),
    # The clock goes forward on Sunday 29 March 2026 at 02:00 and back on 25 October 2026 at 03:00.
    ("over the spring change",              "2026-03-27 16:00", "2026-03-30 16:00"),
    ("limit in the hour that is skipped",   "2026-03-26 02:30", "2026-03-27 17:00"),
    ("saturday before the spring change",   "2026-03-28 12:00", "2026-03-31 12:00"),
    ("over the autumn change",              "2026-10-23 16:00", "2026-10-26 16:00"),
    ("limit in the hour that comes twice",  "2026-10-22 02:30", "2026-10-23 17:00"),
]
# fmt: on


@pytest.mark.parametrize(("why", "received", "due"), PROMISES)
def test_the_promise_ends(why: str, received: str, due: str) -> None:
    assert due_at(amsterdam(received), calendar_with()) == amsterdam(due), why


def test_both_passes_of_the_hour_that_comes_twice_end_at_the_same_moment() -> None:
    first = due_at(amsterdam("2026-10-25 02:30"), calendar_with())
    second = due_at(amsterdam("2026-10-25 02:30", fold=1), calendar_with())
    assert first == second == amsterdam("2026-10-27 17:00")


def test_receipt_in_another_time_zone_is_the_same_moment() -> None:
    received = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)  # Thursday 00:30 in the Netherlands
    assert due_at(received, calendar_with()) == amsterdam("2026-07-03 17:00")
    assert due_at(received, calendar_with()).tzinfo is DESK_TIME_ZONE


def test_a_naive_receipt_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        due_at(datetime(2026, 11, 23, 10), calendar_with())  # noqa: DTZ001 - the point of the test


# fmt: off
PROMISES_WITH_CLOSED_DAYS = [
    ("tomorrow closed",               ["2026-11-24"], "2026-11-23 10:00", "2026-11-26 10:00"),
    ("limit on a closed day",         ["2026-11-26"], "2026-11-23 10:00", "2026-11-25 17:00"),
    ("three closed days",             days("2026-11-24", "2026-11-26"), "2026-11-23 16:00",
                                                                        "2026-11-27 17:00"),
    ("closed from today",             days("2026-11-23", "2026-11-27"), "2026-11-23 10:00",
                                                                        "2026-11-30 17:00"),
    ("closed for three weeks",        days("2026-07-20", "2026-08-09"), "2026-07-20 10:00",
                                                                        "2026-08-10 17:00"),
    ("closed for eleven months",      days("2027-01-01", "2027-11-30"), "2027-01-01 10:00",
                                                                        "2027-12-01 17:00"),
]
# fmt: on


@pytest.mark.parametrize(("why", "closed_days", "received", "due"), PROMISES_WITH_CLOSED_DAYS)
def test_the_promise_ends_with_closed_days(
    why: str, closed_days: list[str], received: str, due: str
) -> None:
    assert due_at(amsterdam(received), calendar_with(*closed_days)) == amsterdam(due), why


def test_without_opening_hours_the_calendar_days_count() -> None:
    received = amsterdam("2026-11-23 10:00")
    assert due_at(received, calendar_with(hours={})) == amsterdam("2026-11-26 10:00")


def test_both_numbers_are_settings() -> None:
    received = amsterdam("2026-12-24 14:00")
    assert due_at(received, calendar_with(promise_days=5)) == amsterdam("2026-12-29 14:00")
    three_hours = calendar_with(minimum_open=timedelta(hours=3))
    assert due_at(received, three_hours) == amsterdam("2026-12-24 17:00")


def test_with_no_minimum_there_is_still_a_moment_to_call_in() -> None:
    no_minimum = calendar_with(minimum_open=timedelta())
    assert due_at(amsterdam("2026-12-24 16:59"), no_minimum) == amsterdam("2026-12-24 17:00")
    assert due_at(amsterdam("2026-12-24 17:00"), no_minimum) == amsterdam("2026-12-28 17:00")


# --- Open or not --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23 08:59:59", False),
        ("2026-11-23 09:00", True),
        ("2026-11-23 16:59:59", True),
        ("2026-11-23 17:00", False),
        ("2026-11-28 12:00", False),  # Saturday
        ("2026-12-25 12:00", False),  # Christmas
    ],
)
def test_is_open(at: str, expected: bool) -> None:
    assert is_open(amsterdam(at), calendar_with()) is expected


# --- Moments on offer ---------------------------------------------------------------------------


def offered(now: str, due: str, calendar: DeskCalendar | None = None) -> list[str]:
    """Return the codes of the offered moments."""
    moments = offered_moments(amsterdam(now), amsterdam(due), calendar or calendar_with())
    return [moment.code for moment in moments]


def test_the_parts_between_now_and_the_deadline_are_offered() -> None:
    assert offered("2026-11-23 10:00", "2026-11-26 10:00") == [
        "2026-11-23:morning",
        "2026-11-23:afternoon",
        "2026-11-24:morning",
        "2026-11-24:afternoon",
        "2026-11-25:morning",
        "2026-11-25:afternoon",
        "2026-11-26:morning",
    ]


@pytest.mark.parametrize(
    ("now", "due", "expected"),
    [
        # What is left of the present part.
        ("2026-11-23 11:30", "2026-11-23 12:00", ["2026-11-23:morning"]),
        ("2026-11-23 11:30:01", "2026-11-23 12:00", []),
        ("2026-11-23 16:45", "2026-11-24 09:29", []),
        # What comes before the deadline.
        ("2026-11-23 17:00", "2026-11-24 09:30", ["2026-11-24:morning"]),
        ("2026-11-23 17:00", "2026-11-24 12:29", ["2026-11-24:morning"]),
        # Weekend and holidays offer nothing.
        ("2026-11-27 17:00", "2026-11-30 12:00", ["2026-11-30:morning"]),
        ("2026-12-24 17:00", "2026-12-28 12:00", ["2026-12-28:morning"]),
        ("2026-11-24 10:00", "2026-11-23 10:00", []),
    ],
)
def test_a_part_with_less_than_half_an_hour_is_not_offered(
    now: str, due: str, expected: list[str]
) -> None:
    assert offered(now, due) == expected


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        ("08:00", DayPart.MORNING),
        ("11:59", DayPart.MORNING),
        ("12:00", DayPart.AFTERNOON),
        ("18:30", DayPart.AFTERNOON),
    ],
)
def test_the_afternoon_begins_at_noon(clock: str, part: DayPart) -> None:
    for day in ("2026-11-26", "2026-06-11"):
        assert part_at(amsterdam(f"{day} {clock}").astimezone(UTC)) is part


def test_parts_keep_to_opening_hours() -> None:
    mornings_only = calendar_with(hours={0: (time(9), time(12, 15)), 1: (time(11, 45), time(17))})
    assert offered("2026-11-23 08:00", "2026-11-26 08:00", mornings_only) == [
        "2026-11-23:morning",
        "2026-11-24:afternoon",
    ]


def test_a_moment_has_a_code_a_start_and_an_end() -> None:
    moment = Moment(date(2026, 11, 26), DayPart.AFTERNOON)
    assert moment.code == "2026-11-26:afternoon"
    assert moment.start == amsterdam("2026-11-26 12:00")
    assert moment.end == amsterdam("2026-11-26 17:00")
    assert Moment.from_code(moment.code) == moment


@pytest.mark.parametrize("code", ["", "2026-11-26", "2026-13-26:morning", "2026-11-26:night", ":"])
def test_a_forged_moment_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Moment.from_code(code)


# --- What holds for every calendar ----------------------------------------------------------------

# Half hours by day only: the hours in which the clock changes are no opening hours.
HALF_HOURS = [time(hour, minute) for hour in range(6, 22) for minute in (0, 30)]
MOMENTS = st.datetimes(
    datetime(2025, 1, 1),  # noqa: DTZ001 - Hypothesis adds the time zone itself
    datetime(2028, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@st.composite
def calendars(draw: st.DrawFn) -> DeskCalendar:
    """Any calendar with opening hours on at least one day of the week."""
    hours = st.tuples(st.sampled_from(HALF_HOURS), st.sampled_from(HALF_HOURS)).filter(
        lambda pair: pair[0] < pair[1]
    )
    closed_days = st.sets(st.dates(date(2025, 1, 1), date(2028, 12, 31)), max_size=40)
    return calendar_with(
        *map(str, draw(closed_days)),
        hours=draw(st.dictionaries(st.integers(0, 6), hours, min_size=1)),
        promise_days=draw(st.integers(1, 14)),
        minimum_open=timedelta(hours=draw(st.integers(0, 40))),
    )


def limit_of(received: datetime, calendar: DeskCalendar) -> datetime:
    """Return the receipt plus the promised days, at the same time by the clock."""
    local = received.astimezone(DESK_TIME_ZONE)
    return datetime.combine(
        local.date() + timedelta(days=calendar.promise_days), local.time(), DESK_TIME_ZONE
    )


def is_open_until(moment: datetime, calendar: DeskCalendar) -> bool:
    """Return whether the desk is open at `moment`, closing time included."""
    return is_open(moment, calendar) or is_open(moment - timedelta(microseconds=1), calendar)


@given(received=MOMENTS, calendar=calendars())
def test_the_promise_ends_after_receipt_while_the_desk_is_open(
    received: datetime, calendar: DeskCalendar
) -> None:
    due = due_at(received, calendar)
    assert due > received
    assert is_open_until(due, calendar)


@given(received=MOMENTS, calendar=calendars())
def test_a_longer_promise_ends_at_a_closing_time(
    received: datetime, calendar: DeskCalendar
) -> None:
    due = due_at(received, calendar)
    limit = limit_of(received, calendar)
    if due.astimezone(UTC) > limit.astimezone(UTC):
        assert due.time() == calendar.hours[due.weekday()][1]
    else:
        # The strict reading: between the end of the promise and the limit nobody is at the desk.
        half_way = due + (limit.astimezone(UTC) - due.astimezone(UTC)) / 2
        assert half_way == due or not is_open(half_way, calendar)


@given(received=MOMENTS, wait=st.timedeltas(timedelta(), timedelta(days=30)), calendar=calendars())
def test_who_registers_later_is_never_promised_an_earlier_day(
    received: datetime, wait: timedelta, calendar: DeskCalendar
) -> None:
    assert due_at(received, calendar).date() <= due_at(received + wait, calendar).date()


@given(received=MOMENTS, calendar=calendars())
def test_offered_moments_are_open_ahead_and_within_the_promise(
    received: datetime, calendar: DeskCalendar
) -> None:
    due = due_at(received, calendar)
    moments = offered_moments(received, due, calendar)
    assert moments == sorted(moments, key=lambda moment: moment.start)
    for moment in moments:
        begin = max(moment.start.astimezone(UTC), received)
        assert moment.end.astimezone(UTC) - begin >= SHORTEST_OFFER
        assert moment.start < due
        assert moment.date not in calendar.closed_days
        assert Moment.from_code(moment.code) == moment
