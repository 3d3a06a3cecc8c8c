"""Ending a callback and its registration with an outcome, whoever or whatever decided so.

The desk calls this to close; in code a day on which the desk is closed is a `ClosedDay`, and this
an end.
"""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from registration.casework import states
from registration.casework.claims import NotAllowedError, NotClaimedError, lock_and_renew
from registration.casework.closing_record import check_record
from registration.casework.counted import count_outcome
from registration.casework.farewells import confirm_withdrawal
from registration.casework.notes import add_to_desk_note
from registration.mail.cancelling import cancel_waiting
from registration.models import Callback, HandOver
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle


class HandOverMissingError(ValueError):
    """Allocating somebody is the hand-over itself: `handover.allocation.allocate` makes it."""


def end_locked(
    callback: Callback,
    outcome: Lifecycle,
    now: datetime,
    *,
    note: str = "",
    user: User | None = None,
) -> None:
    """End a locked callback and its registration; the figures count the outcome.

    Args:
        callback: locked, with its registration.
        outcome: one of those that fit what came in.
        now: an aware moment.
        note: of the desk; it goes below what is noted already.
        user: who ends it; None where nobody did.

    Raises:
        HandOverMissingError: allocated, but nothing says to whom, not even that nobody is yet.
    """
    registration = callback.registration
    is_allocated = outcome == Lifecycle.ALLOCATED
    if is_allocated and not HandOver.objects.filter(registration=registration).exists():
        raise HandOverMissingError
    states.end(callback, CallbackState.DONE, now)
    states.cancel_open(registration, now)
    if note:
        add_to_desk_note(registration, note, user, now)
    count_outcome(registration, outcome, now)
    states.move(registration, outcome, now)
    if outcome in {Lifecycle.WITHDRAWN, Lifecycle.MISTAKE}:
        cancel_waiting(registration)


@transaction.atomic
def end(callback_id: int, user: User, outcome: Lifecycle, note: str = "") -> None:
    """End a callback and its registration with an outcome of the annual report.

    Whoever told us to stop gets a mail that says so, where they allowed e-mail.

    Raises:
        NotClaimedError: the user has not taken this callback and is not a coordinator, or it has
            ended.
        NotAllowedError: nobody is passed on whom others referred or helped, before their own yes.
        ValueError: `outcome` is no outcome, or not one of what came in.
        NotOnRecordError: it tells the person what did not happen (`check_record`).
        HandOverMissingError: somebody is allocated with `handover.allocation.allocate`.
    """
    callback = lock_and_renew(callback_id, user)
    if callback.state != CallbackState.OPEN:  # another click was first
        raise NotClaimedError
    registration = callback.registration
    if outcome not in Lifecycle.outcomes_of(registration.source):
        raise ValueError("not an outcome")
    if outcome in Lifecycle.passed_on() and registration.awaits_own_yes():
        raise NotAllowedError
    check_record(callback, outcome, user, note)
    now = timezone.now()
    end_locked(callback, outcome, now, note=note, user=user)
    # Whoever referred or helps may read the mail: it is not theirs to know what the person said.
    if outcome == Lifecycle.WITHDRAWN and not registration.needs_own_yes():
        confirm_withdrawal(registration, now)
