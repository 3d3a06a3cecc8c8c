"""What is promised: a day only where it is to come and somebody may call before its end."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from registration.rules import deadlines
from registration.rules.contact_policy import policy_for
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar
from registration.rules.promised import Obstacle, Promised, promise_to_make, promised
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.moments import DayPart
from tests.registration.factories import AnswersFactory

CALENDAR = DeskCalendar(
    hours=dict.fromkeys(range(5), (time(9), time(17))),
    closed_days=frozenset(),
    promise_days=3,
    minimum_open=timedelta(hours=4),
)
THURSDAY = datetime.combine(date(2026, 6, 11), time(15), DESK_TIME_ZONE)
# Three days after Thursday it is Sunday.
FRIDAY_EVENING = datetime.combine(date(2026, 6, 12), time(17), DESK_TIME_ZONE)


def rule_out(*days):
    return tuple(f"{day}:{part}" for day in days for part in DayPart)


EVERY_DAY = rule_out("monday", "tuesday", "wednesday", "thursday", "friday")


def told(now=THURSDAY, due_at=FRIDAY_EVENING, **answers):
    given = AnswersFactory.build(**answers)
    return promised(given, policy_for(given, neutral_mail_available=True), due_at, now, CALENDAR)


def test_who_may_be_called_in_time_reads_the_day():
    assert told() == Promised(task_kind=TaskKind.CALL, before=FRIDAY_EVENING)
    assert told(avoid=rule_out("friday")).before == FRIDAY_EVENING


def test_who_ruled_out_all_that_is_left_reads_no_day_but_from_when():
    found = told(avoid=rule_out("thursday", "friday"))
    assert found.before is None
    assert found.obstacle is Obstacle.RULED_OUT
    assert found.not_before == datetime.combine(date(2026, 6, 15), time(9), DESK_TIME_ZONE)
    assert found.needs_decision


def to_make(now=THURSDAY, due_at=FRIDAY_EVENING, **answers):
    given = AnswersFactory.build(**answers)
    policy = policy_for(given, neutral_mail_available=True)
    return promise_to_make(given, policy, due_at, now, CALENDAR)


def test_who_ruled_out_the_days_of_the_promise_is_promised_a_later_one_by_the_same_rule():
    found = to_make(avoid=rule_out("thursday", "friday"))
    monday = datetime.combine(date(2026, 6, 15), time(9), DESK_TIME_ZONE)
    assert found.not_before == monday
    assert found.before == deadlines.due_at(monday.replace(hour=12), CALENDAR)
    assert not found.needs_decision
    read_later = told(due_at=found.before, avoid=rule_out("thursday", "friday"))
    assert read_later == found, "it reads the same once it is made"


def test_of_a_time_further_away_than_two_weeks_nothing_is_promised():
    closed = frozenset(date(2026, 6, 11) + timedelta(days=number) for number in range(15))
    given = AnswersFactory.build(avoid=rule_out("thursday", "friday"))
    policy = policy_for(given, neutral_mail_available=True)
    calendar = replace(CALENDAR, closed_days=closed - {THURSDAY.date(), FRIDAY_EVENING.date()})
    found = promise_to_make(given, policy, FRIDAY_EVENING, THURSDAY, calendar)
    assert (found.before, found.not_before) == (None, None)
    assert found.needs_decision


def test_a_promise_that_ran_out_of_times_by_itself_is_made_no_later():
    """Nobody called while they could: the day that was told stays, and the coordinator decides."""
    friday_morning = FRIDAY_EVENING.replace(hour=13)
    assert told(now=friday_morning, avoid=rule_out("friday")).before is None


def test_who_ruled_out_nothing_of_the_promise_is_promised_the_ordinary_day():
    assert to_make() == to_make(avoid=rule_out("friday")) == told()


def test_who_ruled_out_everything_reads_no_day_at_all():
    assert to_make(avoid=EVERY_DAY) == told(avoid=EVERY_DAY)
    found = told(avoid=EVERY_DAY)
    assert (found.before, found.not_before) == (None, None)
    assert found.needs_decision


def test_who_gets_a_letter_reads_the_day_whatever_was_ruled_out():
    assert told(letter=True, avoid=EVERY_DAY).before == FRIDAY_EVENING


def test_who_allows_no_way_reads_no_day():
    found = told(phone="", phone_impossible=True, email="noor@example.org")
    assert found.obstacle is Obstacle.NO_WAY
    assert found.needs_decision


@pytest.mark.parametrize("avoid", [(), rule_out("friday")])
def test_a_day_that_is_over_is_named_to_nobody_and_needs_no_decision(avoid):
    found = told(now=FRIDAY_EVENING + timedelta(days=2), avoid=avoid)
    assert found.before is None
    assert found.obstacle is Obstacle.OVER
    assert not found.needs_decision


def test_the_last_minutes_of_an_allowed_afternoon_still_count():
    now = FRIDAY_EVENING - timedelta(minutes=10)
    assert told(now=now).before == FRIDAY_EVENING
    assert told(now=now, avoid=rule_out("friday")).obstacle is Obstacle.RULED_OUT


def test_it_is_read_back_as_it_was_stored():
    for found in (told(), told(avoid=EVERY_DAY), told(avoid=rule_out("thursday", "friday"))):
        assert Promised.from_stored(found.to_stored()) == found
