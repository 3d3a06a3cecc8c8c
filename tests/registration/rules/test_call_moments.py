"""When somebody may be called: nobody who is to be called is taken for somebody who is not."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from registration.rules.call_moments import CallMoments, NoMoments, Wish, call_moments, when_to_call
from registration.rules.contact_policy import policy_for, wished_moments
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, Moment
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.moments import DayPart
from tests.registration.factories import AnswersFactory

CALENDAR = DeskCalendar(
    hours=dict.fromkeys(range(5), (time(9), time(17))),
    closed_days=frozenset(),
    promise_days=3,
    minimum_open=timedelta(hours=4),
)
TUESDAY = date(2026, 6, 9)
TEN_O_CLOCK = datetime.combine(TUESDAY, time(10), DESK_TIME_ZONE)
CLOSED_ON_WEDNESDAY = replace(CALENDAR, closed_days=frozenset({date(2026, 6, 10)}))
ALL_PARTS = tuple(
    f"{day}:{part}"
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
    for part in DayPart
)


@pytest.mark.parametrize(
    ("moments", "avoid", "calendar", "wish"),
    [
        ((), (), CALENDAR, Wish.NONE),
        (("2026-06-09:morning",), (), CALENDAR, Wish.NOW),
        (("2026-06-10:morning",), (), CALENDAR, Wish.LATER),
        (("2026-06-08:morning",), (), CALENDAR, Wish.PASSED),
        (("2026-06-10:morning",), ("wednesday:morning",), CALENDAR, Wish.RULED_OUT),
        (("2026-06-10:morning",), (), CLOSED_ON_WEDNESDAY, Wish.DESK_CLOSED),
    ],
)
def test_a_wish_that_cannot_be_followed_has_its_own_name_and_the_person_may_be_called(
    moments, avoid, calendar, wish
):
    answers = AnswersFactory.build(moments=moments, avoid=avoid)
    found = call_moments(answers, TEN_O_CLOCK, calendar)
    assert found.wish is wish
    assert found.may_call_now


@pytest.mark.parametrize(
    ("kind", "answers", "expected"),
    [
        (TaskKind.LETTER, {"letter": True}, NoMoments.OTHER_TASK),
        (TaskKind.MAIL, {"mail_only": True}, NoMoments.OTHER_TASK),
        (TaskKind.CONTACT, {"contact_person": True}, NoMoments.GOES_THROUGH_OTHERS),
        (TaskKind.CALL, {"phone": ""}, NoMoments.NO_NUMBER),
    ],
)
def test_who_is_not_called_is_so_for_a_reason_that_is_named(kind, answers, expected):
    told = AnswersFactory.build(**answers)
    policy = policy_for(told, neutral_mail_available=True)
    assert when_to_call(kind, told, policy, TEN_O_CLOCK, CALENDAR) is expected


def test_who_ruled_out_everything_is_to_be_called_all_the_same_and_at_no_moment():
    answers = AnswersFactory.build(avoid=ALL_PARTS)
    policy = policy_for(answers, neutral_mail_available=True)
    found = when_to_call(TaskKind.CALL, answers, policy, TEN_O_CLOCK, CALENDAR)
    assert isinstance(found, CallMoments)
    assert not found.may_call_now
    assert found.next_permitted is None


def test_before_the_desk_opens_the_same_part_of_the_day_is_the_first_in_which_to_call():
    late_desk = replace(CALENDAR, hours=dict.fromkeys(range(5), (time(10, 30), time(17))))
    found = call_moments(AnswersFactory.build(), TEN_O_CLOCK, late_desk)
    assert found.desk_closed_now
    assert found.next_permitted == Moment(TUESDAY, DayPart.MORNING)


def test_what_was_ruled_out_is_no_wish():
    answers = AnswersFactory.build(
        moments=("2026-06-10:morning", "2026-06-09:afternoon"), avoid=("wednesday:morning",)
    )
    assert wished_moments(answers) == [Moment(TUESDAY, DayPart.AFTERNOON)]
