"""The desk's queue: taking a callback, recording attempts, closing it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from perspectief.encryption import blind_index
from registration.annual_figures.counting import count_closing
from registration.answers import Answers
from registration.codes import (
    AccessAction,
    AttemptResult,
    CallbackState,
    Lifecycle,
    Source,
    TaskKind,
)
from registration.contact_policy import is_ruled_out_at, policy_for
from registration.figures import count
from registration.mail import outbox
from registration.models import AccessLogEntry, Callback, ContactAttempt
from registration.permissions import can_coordinate
from registration.references import normalise_reference

RELEASING_RESULTS = frozenset(
    {
        AttemptResult.NO_ANSWER,
        AttemptResult.VOICEMAIL,
        AttemptResult.WRONG_NUMBER,
        AttemptResult.CALL_BACK,
    }
)


class AlreadyClaimedError(Exception):
    """A colleague took this callback first, or it is no longer open."""


class NotClaimedError(Exception):
    """Only who has taken a callback may work on it."""


class NotAllowedError(Exception):
    """The person ruled this out, or it is the coordinator's to decide."""


def claim(callback_id: int, user: Any) -> None:
    """Take a callback, so that nobody else can call this person meanwhile.

    Taking again what one has already is fine.

    Raises:
        AlreadyClaimedError: somebody else has it, or it is not open.
        NotAllowedError: the coordinator has to decide about it first.
    """
    free = Q(claimed_by=None) | Q(claimed_by=user)
    candidates = Callback.objects.filter(free, pk=callback_id, state=CallbackState.OPEN)
    if not can_coordinate(user):
        if candidates.filter(needs_coordinator=True).exists():
            raise NotAllowedError
        candidates = candidates.filter(needs_coordinator=False)
    # One UPDATE with its condition: two colleagues at the same moment cannot both win.
    if not candidates.update(claimed_by=user, claimed_at=timezone.now()):
        raise AlreadyClaimedError


@transaction.atomic
def release(callback_id: int, user: Any) -> None:
    """Give a callback back to the queue.

    Raises:
        NotClaimedError: somebody else has it and the user is not a coordinator.
    """
    callback = _locked(callback_id, user)
    _let_go(callback)
    callback.save(update_fields=["claimed_by", "claimed_at"])


def open_details(callback_id: int, user: Any) -> Answers:
    """Return the person's answers and record who looked.

    Raises:
        NotClaimedError: the user has not taken this callback and is not a coordinator.
    """
    callback = Callback.objects.select_related("registration").get(pk=callback_id)
    _check_holder(callback, user)
    _log(callback, user, AccessAction.VIEWED)
    return callback.registration.read_answers()


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
        _log(callback, user, AccessAction.SEARCHED)
    return callback


def log_entered(callback: Callback, user: Any) -> None:
    """Record that the user read a registration on paper in order to enter it."""
    _log(callback, user, AccessAction.VIEWED)


@transaction.atomic
def record_attempt(
    callback_id: int,
    user: Any,
    result: AttemptResult,
    note: str = "",
    next_attempt_at: datetime | None = None,
) -> ContactAttempt:
    """Record what came of an attempt; all but reaching somebody gives the callback back.

    Args:
        next_attempt_at: an aware moment; required for "asked to call back".

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: a voicemail or a moment that the person ruled out.
        ValueError: "asked to call back" without a moment in the future.
    """
    callback = _locked(callback_id, user, coordinator_may=False)
    answers = callback.registration.read_answers()
    now = timezone.now()
    policy = policy_for(answers, neutral_mail_available=False)
    if result == AttemptResult.VOICEMAIL and not policy.may_leave_voicemail:
        raise NotAllowedError
    if result == AttemptResult.CALL_BACK and (next_attempt_at is None or next_attempt_at <= now):
        raise ValueError("a moment in the future is needed")
    if next_attempt_at is not None and is_ruled_out_at(answers, next_attempt_at):
        raise NotAllowedError

    callback.attempt_count += 1
    callback.first_attempt_at = callback.first_attempt_at or now
    callback.next_attempt_at = next_attempt_at
    if result == AttemptResult.REACHED:
        callback.reached_at = callback.reached_at or now
        # Whoever refers or helps was reached then, and not the person.
        if callback.kind != TaskKind.REFERRAL and not answers.calls_helper:
            _move(callback.registration, Lifecycle.SPOKEN, now)
    if result == AttemptResult.WRONG_NUMBER:
        callback.needs_coordinator = True
    if result in RELEASING_RESULTS:
        _let_go(callback)
    callback.save()
    return ContactAttempt.objects.create(
        callback=callback, made_at=now, made_by=user, result=result.value, note=note or None
    )


@transaction.atomic
def record_changes_confirmed(callback_id: int, user: Any) -> None:
    """Record that the person confirmed what was changed through their own page.

    Raises:
        NotClaimedError: the user has not taken this callback.
    """
    registration = _locked(callback_id, user, coordinator_may=False).registration
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
    callback = _locked(callback_id, user, coordinator_may=False)
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
    _move(registration, Lifecycle.SPOKEN, now)


@transaction.atomic
def record_own_no(callback_id: int, user: Any) -> None:
    """Close what the person does not want, whoever sent it: nothing goes on.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: nobody referred or helped this person.
    """
    callback = _locked(callback_id, user, coordinator_may=False)
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
    """
    callback = _locked(callback_id, user)
    registration = callback.registration
    if outcome not in Lifecycle.outcomes_of(registration.source):
        raise ValueError("not an outcome")
    if outcome in Lifecycle.passed_on() and registration.awaits_own_yes:
        raise NotAllowedError
    now = timezone.now()
    callback.state = CallbackState.DONE
    callback.finished_at = now
    callback.save(update_fields=["state", "finished_at"])
    registration.callbacks.filter(state=CallbackState.OPEN).update(
        state=CallbackState.CANCELLED, finished_at=now
    )
    if note:
        registration.desk_note = note
        registration.save(update_fields=["desk_note"])
    count_closing(registration, outcome, now)
    _move(registration, outcome, now)
    if outcome in {Lifecycle.WITHDRAWN, Lifecycle.MISTAKE}:
        outbox.cancel_waiting(registration)


def queue_counts(now: datetime) -> dict[str, int]:
    """Return how many open callbacks are due today, overdue and not taken.

    Args:
        now: an aware moment.
    """
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow = midnight + timedelta(days=1)
    return Callback.objects.filter(state=CallbackState.OPEN).aggregate(
        due_today=Count("pk", filter=Q(due_at__gte=midnight, due_at__lt=tomorrow)),
        overdue=Count("pk", filter=Q(due_at__lt=now, first_attempt_at=None)),
        unclaimed=Count("pk", filter=Q(claimed_by=None)),
    )


def _locked(callback_id: int, user: Any, *, coordinator_may: bool = True) -> Callback:
    callback = (
        Callback.objects.select_for_update(of=("self",))
        .select_related("registration")
        .filter(pk=callback_id)
        .first()
    )
    if callback is None:  # the person had everything deleted meanwhile
        raise NotClaimedError
    _check_holder(callback, user, coordinator_may=coordinator_may)
    return callback


def _check_holder(callback: Callback, user: Any, *, coordinator_may: bool = True) -> None:
    if callback.claimed_by_id == user.pk or (coordinator_may and can_coordinate(user)):
        return
    raise NotClaimedError


def _let_go(callback: Callback) -> None:
    callback.claimed_by = None
    callback.claimed_at = None


def _move(registration, state: Lifecycle, now: datetime) -> None:
    registration.state = state
    registration.state_changed_at = now
    registration.save(update_fields=["state", "state_changed_at"])


def _log(callback: Callback, user: Any, action: AccessAction) -> None:
    AccessLogEntry.objects.create(
        user=user,
        username=user.get_username(),
        registration_number=callback.registration_id,
        action=action,
    )
