"""Recording what came of an attempt to reach somebody, and when the next one is."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from registration.casework import attempt_undo, follow_up, wrong_ways
from registration.casework.claims import NotAllowedError, clear_claim, lock_and_renew
from registration.casework.contact_answers import contact_answers_of
from registration.casework.desk_calendar import current_calendar
from registration.casework.states import move
from registration.mail.senders import neutral_mail_available
from registration.models import Callback, ContactAttempt
from registration.rules.contact_policy import may_call_at, policy_for
from registration.rules.possible_results import possible_results
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, TaskKind
from registration.vocabulary.lifecycle import Lifecycle

RELEASING_RESULTS = frozenset(
    {
        AttemptResult.NO_ANSWER,
        AttemptResult.VOICEMAIL,
        AttemptResult.WRONG_NUMBER,
        AttemptResult.CALL_BACK,
    }
)
SPOKEN = frozenset({AttemptResult.REACHED, AttemptResult.CALLED_US})


@transaction.atomic
def record_attempt(
    callback_id: int,
    user: User,
    result: AttemptResult,
    note: str = "",
    next_attempt_at: datetime | None = None,
    *,
    agreed_stays: bool = True,
    made_at: datetime | None = None,
) -> ContactAttempt:
    """Record what came of an attempt; all but reaching somebody gives the callback back.

    If nobody answered, what follows is planned: another attempt, a message, or the coordinator.

    Args:
        next_attempt_at: an aware moment; required for "asked to call back"; else None has it
            planned.
        agreed_stays: whether a moment that was agreed and is still to come is the next one, where
            no other is given; after a wrong number it never is.
        made_at: an aware moment that is over; None means the present.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: it cannot have happened, as nobody may call now or leave a voicemail, or as
            the number or address turned out wrong; or a next moment at which nobody may call.
        ValueError: "asked to call back" without a moment in the future.
    """
    callback = lock_and_renew(callback_id, user, coordinator_may=False)
    answers = contact_answers_of(callback.registration)
    now = made_at or timezone.now()
    way = wrong_ways.way_of_task(callback, answers)
    way_is_wrong = wrong_ways.wrong_ways_of(callback.registration_id).since(way) is not None
    _check(callback, answers, result, next_attempt_at, now, way_is_wrong=way_is_wrong)
    before = attempt_undo.snapshot(callback, result)
    _count(callback, result, now)
    is_over = not agreed_stays or result == AttemptResult.WRONG_NUMBER
    agreed = None if is_over else follow_up.agreed_ahead(callback, now)
    callback.next_attempt_at = next_attempt_at or agreed
    is_agreed = callback.next_attempt_at == agreed or result in follow_up.CONTACT
    callback.agreed_at = callback.next_attempt_at if is_agreed else None
    # Whoever refers or helps was reached then, and not the person.
    reaches_person = callback.kind != TaskKind.REFERRAL and not answers.calls_helper
    if result in SPOKEN and reaches_person:
        move(callback.registration, Lifecycle.SPOKEN, now)
    attempt = ContactAttempt.objects.create(
        callback=callback,
        made_at=now,
        made_by=user,
        result=result.value,
        note=note or None,
        # Whoever found us says nothing of a number that is wrong.
        way_hash="" if way_is_wrong else wrong_ways.hash_of(way),
        before=before,
    )
    if result == AttemptResult.WRONG_NUMBER:
        callback.kind = _task_left(callback, answers)
    if callback.next_attempt_at is None:
        follow_up.plan_after(callback, answers, result, now)
    if result in RELEASING_RESULTS:
        clear_claim(callback)
    callback.save()
    return attempt


@transaction.atomic
def plan_by_hand(
    callback_id: int, user: User, next_attempt_at: datetime, *, is_agreed: bool = False
) -> None:
    """Let the next attempt be at a moment that somebody chose; the callback stays with them.

    Args:
        callback_id: primary key.
        user: who plans.
        next_attempt_at: an aware moment.
        is_agreed: whether the person knows of it; for nothing where nobody spoke to them.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: a moment that the person ruled out, or at which the desk is closed; or a
            number or address that is wrong.
        ValueError: not in the future.
    """
    callback = lock_and_renew(callback_id, user, coordinator_may=False)
    if next_attempt_at <= timezone.now():
        raise ValueError("a moment in the future is needed")
    answers = contact_answers_of(callback.registration)
    wrong = wrong_ways.wrong_ways_of(callback.registration_id)
    if wrong.since(wrong_ways.way_of_task(callback, answers)):
        raise NotAllowedError
    if not may_call_at(answers, next_attempt_at, current_calendar(next_attempt_at)):
        raise NotAllowedError
    may_be_agreed = follow_up.may_be_agreed(callback)
    callback.next_attempt_at = next_attempt_at
    callback.agreed_at = next_attempt_at if is_agreed and may_be_agreed else None
    callback.save(update_fields=["next_attempt_at", "agreed_at"])


def _check(
    callback: Callback,
    answers: Answers,
    result: AttemptResult,
    next_attempt_at: datetime | None,
    now: datetime,
    *,
    way_is_wrong: bool,
) -> None:
    policy = policy_for(answers, neutral_mail_available=False)
    calendar = current_calendar(now)
    if result not in possible_results(
        answers, policy, callback.kind, now, calendar, way_is_wrong=way_is_wrong
    ):
        raise NotAllowedError
    if result == AttemptResult.CALL_BACK and (next_attempt_at is None or next_attempt_at <= now):
        raise ValueError("a moment in the future is needed")
    if next_attempt_at is not None and not may_call_at(answers, next_attempt_at, calendar):
        raise NotAllowedError


def _task_left(callback: Callback, answers: Answers) -> str:
    """Return the task by which the person may still be reached; the same if there is none."""
    usable = wrong_ways.wrong_ways_of(callback.registration_id).without(answers)
    policy = policy_for(usable, neutral_mail_available=neutral_mail_available())
    return policy.task_kind if policy.has_permitted_way else callback.kind


def _count(callback: Callback, result: AttemptResult, now: datetime) -> None:
    # Who called us was not tried, and was helped in time all the same.
    callback.attempt_count += result != AttemptResult.CALLED_US
    callback.first_attempt_at = callback.first_attempt_at or now
    if result in SPOKEN:
        callback.reached_at = callback.reached_at or now
    if result == AttemptResult.WRONG_NUMBER:
        callback.needs_coordinator = True
