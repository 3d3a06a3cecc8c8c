"""What we may do to reach somebody, over every combination of answers."""

from datetime import date, datetime, time, timedelta
from itertools import chain, combinations, product
from typing import Any

import pytest

from registration.rules.contact_policy import (
    ContactPolicy,
    MailStyle,
    is_ruled_out,
    is_ruled_out_at,
    permitted_moments,
    policy_for,
)
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, Moment
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.channels import Fallback, Identify, OtherWay
from registration.vocabulary.moments import DayPart, Weekday
from registration.vocabulary.person import ForWhom, WhoToCall
from tests.registration.factories import EMAIL, PHONE, AnswersFactory

FALLBACKS = [
    frozenset(ticked)
    for ticked in chain.from_iterable(combinations(Fallback, number) for number in range(5))
]
EVERYTHING = [
    {
        "phone": phone,
        "phone_impossible": impossible,
        "email": email,
        "other_way": other_way,
        "fallback": tuple(fallback),
        "identify": identify,
    }
    for phone, impossible, email, other_way, fallback, identify in product(
        ("", PHONE),
        (False, True),
        ("", EMAIL),
        ("", *OtherWay),
        FALLBACKS,
        ("", *Identify),
    )
]


def policy(*, neutral_mail_available: bool = True, **answers: Any) -> ContactPolicy:
    """Return the policy of somebody who gave these answers."""
    return policy_for(AnswersFactory(**answers), neutral_mail_available=neutral_mail_available)


@pytest.mark.parametrize("neutral", [True, False], ids=["neutral mail", "no neutral mail"])
def test_nothing_is_allowed_that_was_not_ticked(neutral: bool) -> None:
    for answers in EVERYTHING:
        found = policy(neutral_mail_available=neutral, **answers)
        ticked = set(answers["fallback"])
        callable_ = bool(answers["phone"]) and not answers["phone_impossible"]
        named = answers["identify"] == Identify.ORGANISATION
        only_retry = Fallback.ONLY_RETRY in ticked

        assert found.may_call == callable_
        assert found.may_leave_voicemail == (
            callable_ and Fallback.VOICEMAIL in ticked and not only_retry
        )
        assert found.may_text == (callable_ and Fallback.TEXT in ticked and not only_retry)
        assert found.may_name_organisation == named
        assert found.withhold_number == (callable_ and not named)

        may_mail = bool(answers["email"]) and Fallback.EMAIL in ticked and not only_retry
        if not may_mail or (not named and not neutral):
            assert found.mail is MailStyle.NONE
        else:
            assert found.mail is (MailStyle.NORMAL if named else MailStyle.NEUTRAL)


def test_the_task_follows_the_way_that_was_given() -> None:
    for answers in EVERYTHING:
        found = policy(**answers)
        if answers["phone"] and not answers["phone_impossible"]:
            expected = TaskKind.CALL
        elif answers["other_way"] == OtherWay.LETTER:
            expected = TaskKind.LETTER
        elif answers["other_way"]:
            expected = TaskKind.CONTACT
        elif answers["email"]:
            expected = TaskKind.MAIL
        else:
            expected = TaskKind.CALL
        assert found.task_kind is expected


def test_whoever_cannot_be_reached_in_a_permitted_way_goes_to_the_coordinator() -> None:
    for answers in EVERYTHING:
        found = policy(**answers)
        reachable = (
            found.may_call
            or bool(answers["other_way"])
            or (found.task_kind is TaskKind.MAIL and found.mail is not MailStyle.NONE)
        )
        assert found.has_permitted_way == reachable


def test_unanswered_is_the_most_restrictive() -> None:
    assert policy(phone=PHONE, email=EMAIL) == ContactPolicy(
        task_kind=TaskKind.CALL,
        may_call=True,
        may_leave_voicemail=False,
        may_text=False,
        mail=MailStyle.NONE,
        may_name_organisation=False,
        withhold_number=True,
    )


def test_an_address_alone_is_no_permission_to_mail() -> None:
    alone = policy(phone="", email=EMAIL)
    assert (alone.task_kind, alone.mail) == (TaskKind.MAIL, MailStyle.NONE)
    assert not alone.has_permitted_way


def test_mail_only_with_permission_is_mailed_neutrally_or_not_at_all() -> None:
    assert policy(mail_only=True).mail is MailStyle.NEUTRAL
    without_neutral = policy(mail_only=True, neutral_mail_available=False)
    assert without_neutral.mail is MailStyle.NONE
    assert not without_neutral.has_permitted_way
    named = policy(mail_only=True, organisation_may_be_named=True, neutral_mail_available=False)
    assert named.mail is MailStyle.NORMAL


def test_only_retry_beside_something_else_wins() -> None:
    found = policy(email=EMAIL, fallback=tuple(Fallback), organisation_may_be_named=True)
    assert (found.may_leave_voicemail, found.may_text) == (False, False)
    assert found.mail is MailStyle.NONE


def test_a_number_that_must_not_be_called_is_not_texted_either() -> None:
    found = policy(phone_impossible=True, other_way=OtherWay.LETTER, fallback=("text", "voicemail"))
    assert (found.may_call, found.may_text, found.may_leave_voicemail) == (False, False, False)
    assert found.task_kind is TaskKind.LETTER


@pytest.mark.parametrize("who", [*WhoToCall, ""])
@pytest.mark.parametrize("for_whom", ForWhom)
def test_calling_the_helper_loosens_nothing(for_whom: str, who: str) -> None:
    helped = {"for_whom": for_whom, "who_to_call": who, "helper_name": "Sam"}
    assert policy(**helped) == policy()
    assert policy(all_channels=True, **helped) == policy(all_channels=True)


@pytest.mark.parametrize("changed", ["phone", "email", "fallback", "identify", "avoid"])
def test_after_an_unverified_change_nobody_says_who_we_are(changed: str) -> None:
    for answers in EVERYTHING:
        found = policy(unverified=(changed,), **answers)
        assert found == policy(**{**answers, "identify": Identify.FIRST_NAME_ONLY})
        assert not found.may_name_organisation
        assert found.mail is not MailStyle.NORMAL
        if found.may_call:
            assert found.withhold_number


def test_a_question_permits_what_a_registration_with_the_same_answers_does() -> None:
    for answers in EVERYTHING:
        assert policy(asks=True, **answers) == policy(**answers)


# --- Moments --------------------------------------------------------------------------------------

THURSDAY = date(2026, 11, 26)
CALENDAR = DeskCalendar(
    hours={weekday: (time(9), time(17)) for weekday in range(5)},
    closed_days=frozenset(),
    promise_days=3,
    minimum_open=timedelta(hours=4),
)
MONDAY_TEN = datetime(2026, 11, 23, 10, tzinfo=DESK_TIME_ZONE)
THURSDAY_TEN = datetime(2026, 11, 26, 10, tzinfo=DESK_TIME_ZONE)


def test_a_ruled_out_part_of_a_weekday_is_ruled_out_on_that_weekday_only() -> None:
    for weekday, part in product(Weekday, DayPart):
        answers = AnswersFactory(avoid=(f"{weekday.code}:{part.value}",))
        for shift, other_part in product(range(7), DayPart):
            moment = Moment(date(2026, 11, 23) + timedelta(days=shift), other_part)  # a Monday
            expected = (shift, other_part) == (weekday.value, part)
            assert is_ruled_out(answers, moment) is expected


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("08:00", True), ("11:59", True), ("12:00", False), ("18:30", False)],
)
def test_any_time_of_a_ruled_out_morning_is_ruled_out(clock: str, expected: bool) -> None:
    answers = AnswersFactory(avoid=("thursday:morning",))
    at = datetime.combine(THURSDAY, time.fromisoformat(clock), DESK_TIME_ZONE)
    assert is_ruled_out_at(answers, at) is expected
    assert is_ruled_out_at(answers, at + timedelta(days=1)) is False


def test_ruled_out_moments_are_never_permitted_whatever_was_preferred() -> None:
    answers = AnswersFactory(
        moments=("2026-11-24:morning",), avoid=("tuesday:morning", "wednesday:afternoon")
    )
    codes = [
        moment.code for moment in permitted_moments(answers, MONDAY_TEN, THURSDAY_TEN, CALENDAR)
    ]
    assert codes == [
        "2026-11-23:morning",
        "2026-11-23:afternoon",
        "2026-11-24:afternoon",
        "2026-11-25:morning",
        "2026-11-26:morning",
    ]


def test_with_everything_ruled_out_no_moment_is_left() -> None:
    everything = tuple(f"{day.code}:{part.value}" for day, part in product(Weekday, DayPart))
    answers = AnswersFactory(avoid=everything)
    assert permitted_moments(answers, MONDAY_TEN, THURSDAY_TEN, CALENDAR) == []
