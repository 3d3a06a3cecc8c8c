"""Taking back an attempt that was recorded by mistake, for as long as nothing else happened.

What left the house is never taken back: whoever did that would offer to send it once more.
"""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from registration.casework.access_log import log
from registration.casework.claims import NotClaimedError, hold
from registration.casework.states import move
from registration.models import Callback, ContactAttempt
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import AttemptResult, CallbackState
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.promises import PromiseOutcome

UNDO_TIME = timedelta(minutes=10)
MOMENTS = ("next_attempt_at", "agreed_at", "first_attempt_at", "reached_at", "message_at")


def snapshot(callback: Callback, result: AttemptResult) -> dict[str, Any] | None:
    """Return what recording an attempt may change of a callback; it is stored with the attempt.

    None stands for an attempt that cannot be taken back, because something left the house.
    """
    if result.has_left_the_house:
        return None
    moments = {name: getattr(callback, name) for name in MOMENTS}
    return {
        **{name: at.isoformat() if at else None for name, at in moments.items()},
        "attempt_count": callback.attempt_count,
        "kind": callback.kind,
        "needs_coordinator": callback.needs_coordinator,
        "state": callback.registration.state,
    }


def attempt_to_undo(callback: Callback, user: User, now: datetime) -> ContactAttempt | None:
    """Return the attempt that this user may take back; None if there is none.

    It is the last one, they made it a moment ago, and no colleague has the callback.

    Args:
        callback: with its registration.
        user: who asks.
        now: an aware moment.
    """
    last = _last_attempt_of(callback, user, now)
    if last is None or last.before is None:
        return None
    if _made_promise_kept(callback, last):
        return None
    registration = callback.registration
    happened_since = any(
        at is not None and at >= last.made_at
        for at in (registration.client_agreed_at, registration.changed_by_person_at)
    )
    return None if happened_since else last


def has_just_sent(callback: Callback, user: User, now: datetime) -> bool:
    """Return whether this user recorded a moment ago that something left the house.

    Args:
        callback: with its registration.
        user: who asks.
        now: an aware moment.
    """
    last = _last_attempt_of(callback, user, now)
    return last is not None and AttemptResult(last.result).has_left_the_house


def was_counted_as_kept(callback: Callback, user: User, now: datetime) -> bool:
    """Return whether this user's last attempt, made a moment ago, was counted as keeping a promise.

    Args:
        callback: with its registration.
        user: who asks.
        now: an aware moment.
    """
    last = _last_attempt_of(callback, user, now)
    return last is not None and last.before is not None and _made_promise_kept(callback, last)


def _made_promise_kept(callback: Callback, last: ContactAttempt) -> bool:
    # Each promise is counted once. One that was broken before the attempt is so without it too.
    is_kept = callback.settled_as == PromiseOutcome.MET
    return is_kept and not last.before["first_attempt_at"]


def _last_attempt_of(callback: Callback, user: User, now: datetime) -> ContactAttempt | None:
    if callback.state != CallbackState.OPEN:
        return None
    if callback.is_held(now) and callback.claimed_by_id != user.pk:
        return None
    made = list(callback.attempts.all())  # in order
    last = made[-1] if made else None
    if last is None or last.made_by_id != user.pk or last.made_at <= now - UNDO_TIME:
        return None
    return last


@transaction.atomic
def undo_attempt(callback_id: int, user: User) -> None:
    """Take back the user's last attempt: everything is as before, and the callback is theirs again.

    Raises:
        NotClaimedError: there is nothing that this user may take back any more.
    """
    callback = (
        Callback.objects.select_for_update(of=("self",))
        .select_related("registration")
        .filter(pk=callback_id)
        .first()
    )
    now = timezone.now()
    attempt = attempt_to_undo(callback, user, now) if callback else None
    if callback is None or attempt is None:
        raise NotClaimedError
    before = attempt.before
    for name in MOMENTS:
        setattr(callback, name, parse_datetime(before[name]) if before[name] else None)
    callback.attempt_count = before["attempt_count"]
    callback.kind = before["kind"]
    callback.needs_coordinator = before["needs_coordinator"]
    hold(callback, user, now)
    callback.save()
    if callback.registration.state != before["state"]:
        move(callback.registration, Lifecycle(before["state"]), now)
    attempt.delete()
    log(callback, user, AccessAction.ATTEMPT_UNDONE)
