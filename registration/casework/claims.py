"""Who has a callback: taking it, giving it back, reassigning it, and a claim that runs out.

The only place that writes a claim. Two people never hold the same callback: taking it is one UPDATE
with its condition, and everything else is done on a locked row.
"""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from registration.casework.access_log import log
from registration.casework.permissions import can_coordinate, can_take
from registration.models import AttemptPolicy, Callback, Reassignment
from registration.models.callback import claim_has_lapsed, is_free
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import CallbackState

CLAIM = ("claimed_by", "claimed_at", "claimed_until")


class AlreadyClaimedError(Exception):
    """A colleague took this callback first, or it is no longer open."""


class NotClaimedError(Exception):
    """Only who has taken a callback may work on it."""


class NotAllowedError(Exception):
    """The person ruled this out, or it is the coordinator's to decide."""


def claim_end(now: datetime) -> datetime:
    """Return until when a claim holds of whom something was seen at `now`, an aware moment."""
    return now + timedelta(minutes=AttemptPolicy.load().claim_minutes)


def claim(callback_id: int, user: User) -> None:
    """Take a callback, so that nobody else can call this person meanwhile.

    Taking again what one has already is fine. A claim that was left alone for too long is free.

    Raises:
        AlreadyClaimedError: somebody else has it, or it is not open.
        NotAllowedError: the coordinator has to decide about it first.
    """
    now = timezone.now()
    free = is_free(now) | Q(claimed_by=user)
    candidates = Callback.objects.filter(free, pk=callback_id, state=CallbackState.OPEN)
    if not can_coordinate(user):
        if candidates.filter(needs_coordinator=True).exists():
            raise NotAllowedError
        candidates = candidates.filter(needs_coordinator=False)
    # One UPDATE with its condition: two colleagues at the same moment cannot both win.
    if not candidates.update(claimed_by=user, claimed_at=now, claimed_until=claim_end(now)):
        raise AlreadyClaimedError


def renew(callback_id: int, user: User) -> None:
    """Let the claim of somebody who is at work on a callback last again.

    A claim that has lapsed stays so: the screen asks to take the callback again.
    """
    now = timezone.now()
    held = Callback.objects.filter(pk=callback_id, state=CallbackState.OPEN, claimed_by=user)
    held.exclude(claim_has_lapsed(now)).update(claimed_until=claim_end(now))


@transaction.atomic
def continue_claim(callback_id: int, user: User) -> None:
    """Let somebody go on with what they took, also if the claim lapsed and nobody else took it.

    Raises:
        NotClaimedError: the user has not taken this callback, or a colleague took it meanwhile.
    """
    lock_and_renew(callback_id, user, coordinator_may=False)


@transaction.atomic
def release(callback_id: int, user: User) -> None:
    """Give a callback back to the queue.

    Raises:
        NotClaimedError: somebody else has it and the user is not a coordinator.
    """
    callback = lock_and_renew(callback_id, user)
    clear_claim(callback)
    callback.save(update_fields=CLAIM)


@transaction.atomic
def reassign(callback_id: int, user: User, colleague: User) -> None:
    """Give a callback to a colleague in one step: at no moment it is anybody else's, or nobody's.

    Args:
        callback_id: primary key.
        user: who has the callback, or the coordinator.
        colleague: who gets it; the claim begins anew.

    Raises:
        NotClaimedError: somebody else has it and the user is not a coordinator; or it is not open.
        NotAllowedError: the colleague may not take this callback, or has it.
    """
    callback = lock_and_renew(callback_id, user)
    if callback.state != CallbackState.OPEN:
        raise NotClaimedError
    now = timezone.now()
    if not can_take(colleague, callback) or callback.is_held_by(colleague, now):
        raise NotAllowedError
    hold(callback, colleague, now)
    callback.save(update_fields=CLAIM)
    Reassignment.objects.create(callback=callback, at=now, given_by=user, given_to=colleague)
    log(callback, user, AccessAction.REASSIGNED)


def lock_and_renew(callback_id: int, user: User, *, coordinator_may: bool = True) -> Callback:
    """Return the callback, locked until the end of the transaction; the user's claim lasts again.

    Whoever let the claim lapse goes on as long as nobody else took the callback.

    Args:
        callback_id: primary key.
        user: who works on it.
        coordinator_may: whether the coordinator may do this with what a colleague has.

    Raises:
        NotClaimedError: it is not the user's, or no longer exists.
    """
    callback = (
        Callback.objects.select_for_update(of=("self",))
        .select_related("registration")
        .filter(pk=callback_id)
        .first()
    )
    if callback is None:  # the person had everything deleted meanwhile
        raise NotClaimedError
    is_own = callback.claimed_by_id == user.pk
    if not is_own and not (coordinator_may and can_coordinate(user)):
        raise NotClaimedError
    if is_own and callback.state == CallbackState.OPEN:
        callback.claimed_until = claim_end(timezone.now())
        callback.save(update_fields=["claimed_until"])
    return callback


def hold(callback: Callback, user: User, now: datetime) -> None:
    """Let a locked callback be this user's from `now`, an aware moment; the caller saves it."""
    callback.claimed_by = user
    callback.claimed_at = now
    callback.claimed_until = claim_end(now)


def clear_claim(callback: Callback) -> None:
    """Let a locked callback be nobody's; the caller saves it."""
    callback.claimed_by = None
    callback.claimed_at = None
    callback.claimed_until = None


def release_all_of(user: User) -> int:
    """Give every open callback that the user has taken back to the queue; return how many.

    Promises, attempts and notes stay as they are. Closed callbacks keep who closed them.
    """
    taken = Callback.objects.filter(claimed_by=user, state=CallbackState.OPEN)
    return taken.update(claimed_by=None, claimed_at=None, claimed_until=None)
