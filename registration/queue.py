"""The desk's queue: taking a callback, recording attempts, closing it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from perspectief.encryption import blind_index
from registration import attempt_undo, follow_up
from registration.access_log import log
from registration.answers import Answers
from registration.claims import (
    AlreadyClaimedError,
    NotAllowedError,
    NotClaimedError,
    claim,
    go_on,
    let_go,
    lock_for,
    reassign,
    release,
    renew,
)
from registration.closing import finish, move
from registration.codes import (
    AccessAction,
    AttemptResult,
    Lifecycle,
    Source,
    TaskKind,
)
from registration.contact_policy import is_ruled_out_at, policy_for
from registration.figures import count
from registration.models import Callback, ContactAttempt
from registration.permissions import can_coordinate
from registration.references import normalise_reference

__all__ = [
    "RELEASING_RESULTS",
    "AlreadyClaimedError",
    "NotAllowedError",
    "NotClaimedError",
    "claim",
    "close",
    "find_by_reference",
    "go_on",
    "log_entered",
    "open_details",
    "open_story",
    "plan_by_hand",
    "reassign",
    "record_attempt",
    "record_changes_confirmed",
    "record_own_no",
    "record_own_yes",
    "release",
]

RELEASING_RESULTS = frozenset(
    {
        AttemptResult.NO_ANSWER,
        AttemptResult.VOICEMAIL,
        AttemptResult.WRONG_NUMBER,
        AttemptResult.CALL_BACK,
    }
)


def open_details(callback_id: int, user: Any) -> Answers:
    """Return the person's answers and record who looked.

    Raises:
        NotClaimedError: the user has not taken this callback and is not a coordinator.
    """
    return _read(callback_id, user, AccessAction.VIEWED)


def open_story(callback_id: int, user: Any) -> str:
    """Return what happened in the person's own words, and record who opened it.

    Raises:
        NotClaimedError: the user has not taken this callback and is not a coordinator.
    """
    return _read(callback_id, user, AccessAction.STORY_OPENED).story


def find_by_reference(code: str, user: Any) -> Callback | None:
    """Return the newest callback of the person who has this code, and record the search.

    Args:
        code: as somebody said it on the telephone; case, spaces and dashes do not matter.
    """
    reference_hash = blind_index("reference", normalise_reference(code))
    callback = (
        Callback.objects.filter(registration__reference_hash=reference_hash)
        .order_by("-created_at", "-pk")
        .first()
    )
    if callback is not None:
        log(callback, user, AccessAction.SEARCHED)
    return callback


def log_entered(callback: Callback, user: Any) -> None:
    """Record that the user read a registration on paper in order to enter it."""
    log(callback, user, AccessAction.VIEWED)


@transaction.atomic
def record_attempt(
    callback_id: int,
    user: Any,
    result: AttemptResult,
    note: str = "",
    next_attempt_at: datetime | None = None,
) -> ContactAttempt:
    """Record what came of an attempt; all but reaching somebody gives the callback back.

    If nobody answered, what follows is planned: another attempt, a message, or the coordinator.

    Args:
        next_attempt_at: an aware moment; required for "asked to call back"; else None has it
            planned.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: a voicemail or a moment that the person ruled out.
        ValueError: "asked to call back" without a moment in the future.
    """
    callback = lock_for(callback_id, user, coordinator_may=False)
    answers = callback.registration.read_answers()
    now = timezone.now()
    policy = policy_for(answers, neutral_mail_available=False)
    if result == AttemptResult.VOICEMAIL and not policy.may_leave_voicemail:
        raise NotAllowedError
    if result == AttemptResult.CALL_BACK and (next_attempt_at is None or next_attempt_at <= now):
        raise ValueError("a moment in the future is needed")
    if next_attempt_at is not None and is_ruled_out_at(answers, next_attempt_at):
        raise NotAllowedError

    before = attempt_undo.snapshot(callback)
    callback.attempt_count += 1
    callback.first_attempt_at = callback.first_attempt_at or now
    callback.next_attempt_at = next_attempt_at
    if result == AttemptResult.REACHED:
        callback.reached_at = callback.reached_at or now
        # Whoever refers or helps was reached then, and not the person.
        if callback.kind != TaskKind.REFERRAL and not answers.calls_helper:
            move(callback.registration, Lifecycle.SPOKEN, now)
    if result == AttemptResult.WRONG_NUMBER:
        callback.needs_coordinator = True
    attempt = ContactAttempt.objects.create(
        callback=callback,
        made_at=now,
        made_by=user,
        result=result.value,
        note=note or None,
        before=before,
    )
    if next_attempt_at is None:
        follow_up.plan_after(callback, answers, result, now)
    if result in RELEASING_RESULTS:
        let_go(callback)
    callback.save()
    return attempt


@transaction.atomic
def plan_by_hand(callback_id: int, user: Any, next_attempt_at: datetime) -> None:
    """Let the next attempt be at a moment that somebody chose; the callback stays with them.

    Args:
        next_attempt_at: an aware moment.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: a moment that the person ruled out.
        ValueError: not in the future.
    """
    callback = lock_for(callback_id, user, coordinator_may=False)
    if next_attempt_at <= timezone.now():
        raise ValueError("a moment in the future is needed")
    if is_ruled_out_at(callback.registration.read_answers(), next_attempt_at):
        raise NotAllowedError
    callback.next_attempt_at = next_attempt_at
    callback.save(update_fields=["next_attempt_at"])


@transaction.atomic
def record_changes_confirmed(callback_id: int, user: Any) -> None:
    """Record that the person confirmed what was changed through their own page.

    Raises:
        NotClaimedError: the user has not taken this callback.
    """
    registration = lock_for(callback_id, user, coordinator_may=False).registration
    answers = replace(registration.read_answers(), unverified=())
    registration.answers = answers.to_stored()
    registration.save(update_fields=["answers"])


@transaction.atomic
def record_own_yes(callback_id: int, user: Any) -> None:
    """Record that the person told us to want this; only then it can be passed on.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: nobody referred or helped this person.
    """
    callback = lock_for(callback_id, user, coordinator_may=False)
    registration = callback.registration
    if not registration.needs_own_yes:
        raise NotAllowedError
    now = timezone.now()
    if registration.client_agreed_at is None:
        registration.client_agreed_at = now
        registration.save(update_fields=["client_agreed_at"])
    callback.first_attempt_at = callback.first_attempt_at or now
    callback.reached_at = callback.reached_at or now
    callback.save(update_fields=["first_attempt_at", "reached_at"])
    move(registration, Lifecycle.SPOKEN, now)


@transaction.atomic
def record_own_no(callback_id: int, user: Any) -> None:
    """Close what the person does not want, whoever sent it: nothing goes on.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: nobody referred or helped this person.
    """
    callback = lock_for(callback_id, user, coordinator_may=False)
    registration = callback.registration
    if not registration.needs_own_yes:
        raise NotAllowedError
    registration.client_agreed_at = None
    registration.save(update_fields=["client_agreed_at"])
    if registration.source == Source.REFERRER and not registration.is_demo:
        count({"referral": "client_refused"}, timezone.now())
    close(callback_id, user, Lifecycle.WITHDRAWN)


@transaction.atomic
def close(callback_id: int, user: Any, outcome: Lifecycle, note: str = "") -> None:
    """Close a callback and its registration with an outcome of the annual report.

    Raises:
        NotClaimedError: the user has not taken this callback and is not a coordinator.
        NotAllowedError: nobody is passed on whom others referred or helped, before their own yes.
        ValueError: `outcome` is not a closing state, or not one of what came in.
        HandOverMissingError: somebody is allocated with `handover.allocation.allocate`.
    """
    callback = lock_for(callback_id, user)
    registration = callback.registration
    if outcome not in Lifecycle.outcomes_of(registration.source):
        raise ValueError("not an outcome")
    if outcome in Lifecycle.passed_on() and registration.awaits_own_yes:
        raise NotAllowedError
    finish(callback, outcome, timezone.now(), note=note, user=user)


def _read(callback_id: int, user: Any, action: AccessAction) -> Answers:
    callback = Callback.objects.select_related("registration").get(pk=callback_id)
    if not callback.is_held_by(user, timezone.now()) and not can_coordinate(user):
        raise NotClaimedError
    renew(callback_id, user)
    log(callback, user, action)
    return callback.registration.read_answers()
