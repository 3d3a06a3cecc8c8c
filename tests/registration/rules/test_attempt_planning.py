"""When we try again: never at a wrong moment, spread over the day and over days."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from registration.rules.attempt_planning import Rules, plan_next
from registration.rules.contact_policy import is_ruled_out_at
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, due_at, is_open, part_at
from registration.vocabulary.answers import Answers
from registration.vocabulary.moments import DayPart, Weekday
from tests.registration.factories import AnswersFactory
from tests.registration.rules.test_deadlines import OFFICE_HOURS, amsterdam, calendar_with

RULES = Rules(attempts=3, between=timedelta(hours=2))
FIRST_DAY = datetime(2025, 1, 1, tzinfo=UTC)
ALL_AVOIDABLE = [f"{day.code}:{part.value}" for day in Weekday for part in DayPart]


def plan(
    now: str,
    *made_at: str,
    received: str = "",
    calendar: DeskCalendar | None = None,
    rules: Rules = RULES,
    **answers: Any,
) -> datetime | None:
    """Return when we try again after attempts at these Dutch times; `now` is the last of them."""
    calendar = calendar or calendar_with()
    moments = [amsterdam(text) for text in (*made_at, now)]
    return plan_next(
        AnswersFactory(**answers),
        moments,
        due_at(amsterdam(received or (*made_at, now)[0]), calendar),
        moments[-1],
        calendar=calendar,
        rules=rules,
    )


# fmt: off
PLANS = [
    # (what, earlier attempts, this attempt, planned)
    ("after a morning, an afternoon of another day", (), "2026-11-23 10:00", "2026-11-24 12:00"),
    ("after an afternoon, a morning",                (), "2026-11-24 14:00", "2026-11-25 09:00"),
    ("the third on the last day",
     ("2026-11-23 10:00",), "2026-11-24 13:00", "2026-11-25 09:00"),
    ("over a weekend",                               (), "2026-11-27 14:00", "2026-11-30 09:00"),
    # Received on Christmas Eve at noon: the promise ends that day, and a whole day follows later.
    ("over Christmas and a weekend",                 (), "2026-12-24 15:00", "2026-12-28 09:00"),
    ("over New Year",                                (), "2026-12-31 15:30", "2027-01-04 09:00"),
    ("over Easter",                                  (), "2026-04-02 16:00", "2026-04-07 09:00"),
    ("over King's Day, a Monday in 2026",            (), "2026-04-24 16:00", "2026-04-28 09:00"),
    ("over the clock going back in a weekend",       (), "2026-10-23 16:00", "2026-10-26 09:00"),
]
# fmt: on


@pytest.mark.parametrize(
    ("earlier", "now", "planned"),
    [case[1:] for case in PLANS],
    ids=[case[0] for case in PLANS],
)
def test_the_next_attempt(earlier: tuple[str, ...], now: str, planned: str) -> None:
    assert plan(now, *earlier) == amsterdam(planned)


def test_after_the_last_attempt_nothing_is_planned() -> None:
    assert plan("2026-11-25 09:30", "2026-11-23 10:00", "2026-11-24 13:00") is None


def test_a_preferred_moment_goes_before_another_day() -> None:
    wanted = plan("2026-11-23 10:00", moments=("2026-11-25:afternoon",))
    assert wanted == amsterdam("2026-11-25 12:00")


def test_hours_pass_between_two_attempts_on_one_day() -> None:
    """Only the day itself is left: the promise ends on it."""
    only_monday = calendar_with(hours={0: OFFICE_HOURS[0]}, minimum_open=timedelta())
    planned = plan("2026-11-23 11:07", calendar=only_monday)
    assert planned == amsterdam("2026-11-23 13:15")


def test_room_is_left_for_the_attempts_that_are_to_come() -> None:
    """The one afternoon that is left comes last; else there would be no third attempt in time."""
    avoid = ("monday:afternoon", "tuesday:afternoon", "wednesday:morning")
    rules = Rules(attempts=4, between=timedelta(hours=1))
    planned = plan("2026-11-23 10:00", received="2026-11-23 09:30", rules=rules, avoid=avoid)
    assert planned is not None
    assert planned.date() < amsterdam("2026-11-25 12:00").date()


def test_after_the_promise_we_try_on_another_day() -> None:
    planned = plan("2026-11-26 16:00", received="2026-11-23 10:00")
    assert planned == amsterdam("2026-11-27 09:00")


def test_where_every_moment_is_ruled_out_nothing_is_planned() -> None:
    assert plan("2026-11-23 10:00", avoid=tuple(ALL_AVOIDABLE)) is None


def test_a_desk_without_hours_plans_nothing() -> None:
    assert plan("2026-11-23 10:00", calendar=calendar_with(hours={})) is None


@st.composite
def situations(draw: st.DrawFn) -> tuple[Answers, list[datetime], DeskCalendar, datetime, datetime]:
    """Draw what somebody ruled out, a calendar, and attempts since a registration came in."""
    opening = st.times(min_value=time(7), max_value=time(11)).map(_to_minutes)
    closing = st.times(min_value=time(13), max_value=time(20)).map(_to_minutes)
    hours = draw(st.dictionaries(st.integers(0, 6), st.tuples(opening, closing)))
    calendar = calendar_with(hours=hours)
    received = FIRST_DAY + draw(st.timedeltas(timedelta(0), timedelta(days=5 * 365)))
    waits = draw(st.lists(st.timedeltas(timedelta(0), timedelta(days=9)), max_size=4))
    made_at = []
    now = received
    for wait in waits:
        now += wait
        made_at.append(now)
    avoid = tuple(draw(st.sets(st.sampled_from(ALL_AVOIDABLE))))
    preferred = draw(st.sets(st.integers(0, 6)))
    moments = tuple(f"{(received + timedelta(days=day)).date()}:morning" for day in preferred)
    answers = AnswersFactory(avoid=avoid, moments=moments)
    return answers, made_at, calendar, due_at(received, calendar), now


def _to_minutes(at: time) -> time:
    return at.replace(second=0, microsecond=0)


@given(situations(), st.integers(1, 5), st.integers(0, 72))
def test_no_plan_is_ever_at_a_wrong_moment(situation, attempts: int, hours: int) -> None:
    answers, made_at, calendar, due, now = situation
    rules = Rules(attempts=attempts, between=timedelta(hours=hours))
    planned = plan_next(answers, made_at, due, now, calendar=calendar, rules=rules)
    assume(planned is not None)
    assert len(made_at) < attempts
    assert planned >= now
    assert not is_ruled_out_at(answers, planned)
    assert is_open(planned, calendar)
    assert all(planned.astimezone(UTC) - at >= rules.between for at in made_at)
    assert planned.astimezone(UTC).minute % 15 == 0


@given(situations())
def test_while_the_promise_runs_another_part_of_the_day_comes_first(situation) -> None:
    answers, made_at, calendar, due, now = situation
    rules = Rules(attempts=2, between=timedelta(hours=1))
    planned = plan_next(answers, made_at[:1], due, now, calendar=calendar, rules=rules)
    assume(planned is not None)
    is_in_time = bool(made_at) and planned <= due
    comes_again = is_in_time and part_at(planned) == part_at(made_at[0])
    other = DayPart.AFTERNOON if part_at(planned) is DayPart.MORNING else DayPart.MORNING
    later = [
        at
        for number in range(4 * 24 * 40)
        if (at := planned + timedelta(minutes=15 * number)) <= due - timedelta(minutes=45)
        and part_at(at) is other
        and time(9) <= at.astimezone(DESK_TIME_ZONE).time() < time(16)
        and all(is_open(each, calendar) for each in (at, at + timedelta(minutes=44)))
        and part_at(at + timedelta(minutes=44)) is other
        and not is_ruled_out_at(answers, at)
    ]
    assert not (comes_again and later)
