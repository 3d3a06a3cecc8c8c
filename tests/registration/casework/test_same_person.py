"""Registrations of one person: found, decided about by the desk, and made one case in silence."""

import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from registration.casework import claims, matching, merging, reading
from registration.casework.changes_by_person import change_contact
from registration.casework.erasure import delete_registrations
from registration.casework.submission import Submission, submit_registration
from registration.mail.delivery import deliver_due
from registration.models import (
    AccessLogEntry,
    Callback,
    OutboundMail,
    Registration,
    SamePersonDecision,
)
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.channels import Fallback, Identify
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.mails import MailCode
from registration.vocabulary.moments import DayPart, Weekday
from tests.registration.factories import (
    EMAIL,
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    CoordinatorFactory,
    DeskMemberFactory,
)

pytestmark = pytest.mark.django_db

WEEKDAYS = [day.code for day in Weekday]
PARTS = [part.value for part in DayPart]


def one(hours: int, **options) -> Callback:
    """Return a callback of somebody who registered so many hours ago."""
    return CallbackFactory(
        registration__received_at=timezone.now() - timedelta(hours=hours), **options
    )


@pytest.fixture
def sam():
    return DeskMemberFactory()


@pytest.fixture
def earlier(sam):
    return one(5, claimed_by=sam)


@pytest.fixture
def later():
    return one(1)


def matches(callback):
    callback.registration.refresh_from_db()
    return matching.matches_of([callback.registration]).get(callback.registration_id, [])


def test_the_same_number_is_found_from_both_sides(earlier, later):
    CallbackFactory(registration__answers=AnswersFactory(phone="+31201234567"))
    for each, other in ((earlier, later), (later, earlier)):
        (match,) = matches(each)
        assert (match.number, match.address) == (other.registration_id, other.address)
        assert (match.is_open, match.is_same) == (True, None)
        assert match.will_close == later.registration_id


def test_the_same_address_is_found_and_a_missing_one_is_no_match():
    mail_only = [
        one(hours, registration__answers=AnswersFactory(mail_only=True)) for hours in (2, 1)
    ]
    letters = [CallbackFactory(letter=True), CallbackFactory(letter=True)]
    assert [match.number for match in matches(mail_only[0])] == [mail_only[1].registration_id]
    assert matches(letters[0]) == []


def test_an_example_is_never_taken_for_a_person(earlier):
    example = CallbackFactory(registration__is_demo=True)
    assert matches(earlier) == matches(example) == []


def test_what_was_closed_is_found_as_long_as_it_is_kept(earlier):
    closed = one(50, done=True, registration__closed=True)
    (match,) = matches(earlier)
    assert (match.is_open, match.will_close) == (False, None)
    delete_registrations([closed.registration_id])
    assert matches(earlier) == []


def test_a_double_is_closed_in_silence_and_the_first_promise_stays(earlier, later, sam):
    for registration in (earlier.registration, later.registration):
        OutboundMail.objects.create(
            code=MailCode.CONFIRMATION,
            registration=registration,
            recipient_hash="x",
            message_id=f"<{registration.pk}@example.org>",
            message={
                "recipient": EMAIL,
                "sender": "a@example.org",
                "reply_to": "",
                "subject": "s",
                "body": str(registration.pk),
            },
        )
    due = earlier.due_at
    closed = merging.confirm_same(earlier.pk, later.registration_id, sam)
    assert closed == later.registration_id
    later.refresh_from_db()
    earlier.refresh_from_db()
    assert (later.state, later.registration.state) == (CallbackState.CANCELLED, Lifecycle.MISTAKE)
    assert (earlier.state, earlier.due_at) == (CallbackState.OPEN, due)
    deliver_due()
    assert [message.body for message in mail.outbox] == [str(earlier.registration_id)]
    assert matches(earlier)[0].is_same is True


def test_whoever_decides_holds_both_and_can_still_read_the_double(later, sam):
    first = one(5)
    claims.claim(later.pk, sam)
    merging.confirm_same(later.pk, first.registration_id, sam)
    first.refresh_from_db()
    later.refresh_from_db()
    assert (first.claimed_by, later.claimed_by) == (sam, sam)
    assert (first.state, later.state) == (CallbackState.OPEN, CallbackState.CANCELLED)
    assert reading.open_details(later.pk, sam).name == "Noor"


def test_notes_and_attempts_are_kept_together(earlier, later, sam):
    for callback, note in ((earlier, "One"), (later, "Two")):
        callback.registration.desk_note = note
        callback.registration.save()
    ContactAttemptFactory(callback=later, note="No answer at noon")
    later.attempt_count, later.first_attempt_at = 1, timezone.now()
    later.save()
    merging.confirm_same(earlier.pk, later.registration_id, sam)
    earlier.refresh_from_db()
    assert [attempt.note for attempt in earlier.attempts.all()] == ["No answer at noon"]
    assert (earlier.attempt_count, earlier.first_attempt_at) == (1, later.first_attempt_at)
    assert earlier.registration.desk_note == "One\n\nTwo"


@pytest.mark.parametrize("strict_one", ["earlier", "later"])
def test_only_what_both_permit_stays_permitted(sam, strict_one):
    wide = AnswersFactory(all_channels=True, organisation_may_be_named=True)
    strict = AnswersFactory(
        first_name_only=True,
        fallback=(Fallback.TEXT,),
        avoid=("monday:morning",),
        needs=("interpreter",),
        email=EMAIL,
    )
    pair = (strict, wide) if strict_one == "earlier" else (wide, strict)
    kept = one(5, claimed_by=sam, registration__answers=pair[0])
    double = one(1, registration__answers=pair[1])
    merging.confirm_same(kept.pk, double.registration_id, sam)
    kept.registration.refresh_from_db()
    answers = kept.registration.read_answers()
    assert answers.allowed_fallbacks == {Fallback.TEXT}
    assert answers.identify == Identify.FIRST_NAME_ONLY
    assert (answers.avoid, answers.needs) == (("monday:morning",), ("interpreter",))


def test_a_mail_that_one_of_them_does_not_permit_is_not_sent(sam):
    receipts = [
        submit_registration(
            Submission(
                answers=AnswersFactory(
                    organisation_may_be_named=True, email=EMAIL, fallback=fallback
                ),
                language="nl",
                key=uuid.uuid4(),
            )
        )
        for fallback in ((Fallback.EMAIL,), ())
    ]
    assert [receipt.mail_will_come for receipt in receipts] == [True, False]
    kept, double = Callback.objects.order_by("pk")
    claims.claim(kept.pk, sam)
    merging.confirm_same(kept.pk, double.registration_id, sam)
    deliver_due()
    assert EMAIL not in [address for message in mail.outbox for address in message.to]


def test_nothing_in_common_means_only_calling_again(sam):
    kept = one(5, claimed_by=sam, registration__answers=AnswersFactory(all_channels=True))
    double = one(1)
    merging.confirm_same(kept.pk, double.registration_id, sam)
    kept.registration.refresh_from_db()
    assert kept.registration.read_answers().allowed_fallbacks == frozenset()


@pytest.mark.parametrize(
    "double",
    [
        {"registration__answers": AnswersFactory(all_channels=True)},  # another address
        {"registration__answers": AnswersFactory(asks=True), "registration__source": "question"},
        {"registration__source": Source.REFERRER},
        {"kind": "letter"},
    ],
)
def test_a_promise_that_the_first_does_not_hold_is_kept(earlier, sam, double):
    later = one(1, **double)
    assert matches(earlier)[0].will_close is None
    assert merging.confirm_same(earlier.pk, later.registration_id, sam) is None
    later.refresh_from_db()
    assert later.state == CallbackState.OPEN
    assert matches(earlier)[0].is_same is True


def test_who_registers_again_after_an_end_is_called(earlier, sam):
    ended = one(90, done=True, registration__state=Lifecycle.UNREACHABLE)
    assert merging.confirm_same(earlier.pk, ended.registration_id, sam) is None
    earlier.refresh_from_db()
    assert earlier.state == CallbackState.OPEN


def test_somebody_else_is_remembered_and_not_asked_about_again(earlier, later, sam):
    merging.confirm_different(earlier.pk, later.registration_id, sam)
    assert matches(earlier) == matches(later) == []
    with pytest.raises(merging.NotTheSameError):
        merging.confirm_same(earlier.pk, later.registration_id, sam)
    assert Callback.objects.filter(state=CallbackState.OPEN).count() == 2


@pytest.mark.parametrize(
    ("decide", "action"),
    [
        (merging.confirm_same, AccessAction.SAME_PERSON),
        (merging.confirm_different, AccessAction.OTHER_PERSON),
    ],
)
def test_every_decision_is_logged_for_both(earlier, later, sam, decide, action):
    decide(earlier.pk, later.registration_id, sam)
    logged = AccessLogEntry.objects.filter(action=action, user=sam)
    assert set(logged.values_list("registration_number", flat=True)) == {
        earlier.registration_id,
        later.registration_id,
    }


@pytest.mark.parametrize("decide", [merging.confirm_same, merging.confirm_different])
def test_only_who_has_taken_the_callback_decides(earlier, later, decide):
    for stranger in (DeskMemberFactory(), CoordinatorFactory()):
        with pytest.raises(claims.NotClaimedError):
            decide(earlier.pk, later.registration_id, stranger)
    assert not SamePersonDecision.objects.exists()


def test_nothing_is_closed_under_the_hands_of_a_colleague(earlier, sam):
    taken = one(1, claimed_by=DeskMemberFactory())
    with pytest.raises(claims.NotAllowedError):
        merging.confirm_same(earlier.pk, taken.registration_id, sam)
    assert not SamePersonDecision.objects.exists()
    assert not AccessLogEntry.objects.exists()


def test_what_the_coordinator_decides_is_left_to_the_coordinator(earlier, sam):
    hard = one(1, needs_coordinator=True)
    with pytest.raises(claims.NotAllowedError):
        merging.confirm_same(earlier.pk, hard.registration_id, sam)


def test_people_who_share_nothing_cannot_be_joined(earlier, sam):
    other = CallbackFactory(registration__answers=AnswersFactory(phone="+31201234567"))
    for number in (other.registration_id, earlier.registration_id, 0, 10**12):
        with pytest.raises(merging.NotTheSameError):
            merging.confirm_same(earlier.pk, number, sam)


def test_finding_takes_as_many_queries_for_many_as_for_few(django_assert_num_queries):
    rows = [one(hours).registration for hours in range(2)]
    with django_assert_num_queries(4):
        matching.matches_of(rows)
    rows += [one(hours).registration for hours in range(6)]
    with django_assert_num_queries(4):
        found = matching.matches_of(rows)
    assert len(found[rows[0].pk]) == matching.MOST_SHOWN == 5
    without = [CallbackFactory(letter=True).registration]
    with django_assert_num_queries(3):
        assert matching.matches_of(without) == {}


NEVER = tuple(f"{day}:{part}" for day in WEEKDAYS for part in ("morning", "afternoon"))


def planned(hours: int, sam=None, **answers) -> Callback:
    """Return a callback whose promise holds for three days more."""
    return one(
        hours,
        claimed_by=sam,
        due_at=timezone.now() + timedelta(days=3),
        registration__answers=AnswersFactory(**answers),
    )


def test_if_both_leave_no_moment_the_coordinator_decides(sam):
    kept = planned(5, sam, avoid=NEVER[::2])
    double = planned(1, avoid=NEVER[1::2])
    merging.confirm_same(kept.pk, double.registration_id, sam)
    kept.refresh_from_db()
    assert kept.needs_coordinator
    assert kept.claimed_by == sam


def test_if_a_moment_is_left_the_desk_calls(sam):
    kept = planned(5, sam, avoid=NEVER[::2])
    merging.confirm_same(kept.pk, planned(1).registration_id, sam)
    kept.refresh_from_db()
    assert not kept.needs_coordinator


def test_if_no_permitted_mail_is_left_the_coordinator_decides(sam, settings):
    settings.NEUTRAL_FROM_EMAIL = ""
    mails = {"mail_only": True, "kind": "traffic"}
    kept = planned(5, sam, **mails, organisation_may_be_named=True)
    double = planned(1, **mails, first_name_only=True)
    for callback in (kept, double):
        callback.kind = "mail"
        callback.save()
    assert merging.confirm_same(kept.pk, double.registration_id, sam)
    kept.refresh_from_db()
    assert kept.needs_coordinator


def test_what_is_overdue_is_called_all_the_same(sam):
    kept = one(100, claimed_by=sam, overdue=True)
    merging.confirm_same(kept.pk, one(1).registration_id, sam)
    kept.refresh_from_db()
    assert not kept.needs_coordinator


def test_an_appointment_at_a_moment_that_the_other_rules_out_is_dropped(sam):
    at = timezone.now() + timedelta(days=1)
    kept = planned(5, sam)
    kept.next_attempt_at = at
    kept.save()
    double = planned(1, avoid=(*NEVER,))
    merging.confirm_same(kept.pk, double.registration_id, sam)
    kept.refresh_from_db()
    assert kept.next_attempt_at is None


IN_TWO_DAYS, IN_THREE_DAYS = timedelta(days=2), timedelta(days=3)


def tried(callback: Callback, plan: timedelta | None, **attempt) -> Callback:
    """Return a callback after an attempt, with the next one planned so much later."""
    ContactAttemptFactory(callback=callback, **attempt)
    callback.attempt_count, callback.first_attempt_at = 1, timezone.now()
    callback.next_attempt_at = timezone.now() + plan if plan else None
    callback.agreed_at = callback.next_attempt_at if attempt.get("result") == "call_back" else None
    callback.save()
    return callback


def test_the_planned_attempt_of_the_double_is_kept(earlier, later, sam):
    planned_at = tried(later, IN_TWO_DAYS).next_attempt_at
    merging.confirm_same(earlier.pk, later.registration_id, sam)
    earlier.refresh_from_db()
    assert earlier.next_attempt_at == planned_at


@pytest.mark.parametrize("agreed", ["earlier", "later"])
def test_what_was_agreed_goes_before_what_we_planned_ourselves(earlier, later, sam, agreed):
    pair = {"earlier": earlier, "later": later}
    kept_at = tried(pair.pop(agreed), IN_THREE_DAYS, result="call_back").next_attempt_at
    tried(*pair.values(), IN_TWO_DAYS)
    merging.confirm_same(earlier.pk, later.registration_id, sam)
    earlier.refresh_from_db()
    assert earlier.next_attempt_at == earlier.agreed_at == kept_at


def test_of_two_plans_of_our_own_the_one_after_the_last_attempt_is_kept(earlier, later, sam):
    tried(earlier, IN_THREE_DAYS, made_at=timezone.now() - timedelta(hours=3))
    kept_at = tried(later, IN_TWO_DAYS).next_attempt_at
    merging.confirm_same(earlier.pk, later.registration_id, sam)
    earlier.refresh_from_db()
    assert earlier.next_attempt_at == kept_at


def test_a_plan_that_the_other_rules_out_is_moved_and_not_forgotten(sam):
    kept = planned(5, sam, avoid=NEVER[::2])  # no mornings
    double = tried(planned(1), IN_TWO_DAYS)
    morning = timezone.localtime(double.next_attempt_at).replace(hour=10)
    Callback.objects.filter(pk=double.pk).update(next_attempt_at=morning)
    merging.confirm_same(kept.pk, double.registration_id, sam)
    kept.refresh_from_db()
    assert kept.next_attempt_at is not None
    assert kept.next_attempt_at > morning
    assert timezone.localtime(kept.next_attempt_at).hour >= 12


def test_that_we_spoke_to_the_person_or_left_a_message_is_kept(earlier, sam):
    now = timezone.now()
    later = one(1, reached_at=now, message_at=now, registration__state=Lifecycle.SPOKEN)
    merging.confirm_same(earlier.pk, later.registration_id, sam)
    earlier.refresh_from_db()
    assert earlier.reached_at == earlier.message_at == now
    assert earlier.registration.state == Lifecycle.SPOKEN


def test_what_the_coordinator_was_to_decide_about_the_double_is_still_decided():
    kim = CoordinatorFactory()
    kept, double = one(5, claimed_by=kim), one(1, needs_coordinator=True)
    merging.confirm_same(kept.pk, double.registration_id, kim)
    kept.refresh_from_db()
    assert kept.needs_coordinator


class TestANoToEitherOfTheTwo:
    """Whoever said no is asked again, whichever of the two they said it about."""

    @pytest.mark.parametrize(
        ("kept", "double", "expected"),
        [
            ({}, {"own_no_at": 1}, {"own_no_at": 1}),
            ({"own_no_at": 1}, {}, {"own_no_at": 1}),
            ({"own_no_at": 1}, {"own_no_at": 2}, {"own_no_at": 2}),
            ({"client_agreed_at": 1}, {"own_no_at": 2}, {"own_no_at": 2}),
            ({"client_agreed_at": 2}, {"own_no_at": 1}, {"client_agreed_at": 2}),
            ({"own_no_at": 1}, {"client_agreed_at": 2}, {"own_no_at": 1}),
        ],
    )
    def test_it_counts_for_the_case_that_goes_on(self, earlier, later, sam, kept, double, expected):
        now = timezone.now()
        for callback, said in ((earlier, kept), (later, double)):
            values = {name: now + timedelta(minutes=at) for name, at in said.items()}
            Registration.objects.filter(pk=callback.registration_id).update(**values)
        merging.confirm_same(earlier.pk, later.registration_id, sam)
        row = Registration.objects.get(pk=earlier.registration_id)
        wanted = {name: now + timedelta(minutes=at) for name, at in expected.items()}
        assert (row.own_no_at, row.client_agreed_at) == (
            wanted.get("own_no_at"),
            wanted.get("client_agreed_at"),
        )


class TestTheStrictestOfBoth:
    """What is planned keeps to what both permit, whoever changes what."""

    def test_what_the_person_changes_in_one_keeps_to_the_other(self, earlier, later):
        strict = AnswersFactory(avoid=tuple(f"{day}:{part}" for day in WEEKDAYS for part in PARTS))
        Registration.objects.filter(pk=later.registration_id).update(answers=strict.to_stored())
        given = {"identify": Identify.FIRST_NAME_ONLY.value}
        change_contact(earlier.registration_id, given, timezone.now())
        earlier.refresh_from_db()
        assert earlier.needs_coordinator

    def test_of_thousands_each_finds_its_own(self, django_assert_num_queries):
        pair = [one(2), one(1)]
        CallbackFactory.create_batch(20, registration__answers=AnswersFactory(phone="+31201234567"))
        rows = list(Registration.objects.order_by("pk"))
        with django_assert_num_queries(2):
            bound = matching.bound_registrations(rows)
        numbers = [each.registration_id for each in pair]
        assert [row.pk for row in bound[numbers[0]]] == [numbers[1]]
        assert len(bound[rows[-1].pk]) == 19
