"""Taking up again what was closed too early, was paused, or went astray."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from registration.casework.access_log import log
from registration.casework.changes_by_person import resume
from registration.casework.claims import NotAllowedError, hold
from registration.casework.counted import count_reopening
from registration.casework.farewells import unconfirm_withdrawal
from registration.casework.follow_up import agreed_ahead
from registration.casework.permissions import can_reopen
from registration.casework.states import move, open_again
from registration.models import Callback, HandOver, Registration
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle


@dataclass(frozen=True)
class Reopened:
    """The callback that waits now, and what was done meanwhile that cannot be taken back.

    `was_exported` is whether the case system has ever got this person, `stop_mailed_at` when a
    mail told them that they stopped.
    """

    callback: Callback
    was_exported: bool = False
    ended_as: Lifecycle | None = None
    stop_mailed_at: datetime | None = None


@transaction.atomic
def reopen(callback_id: int, user: User) -> Reopened:
    """Let a registration be open again, with something in the queue.

    After a pause the person has told us to go on: a new promise begins. What was closed is the same
    callback again, in the hands of the user; its promise ended and is not counted twice. The
    figures forget the outcome, and whoever was allocated has to be exported again.

    Args:
        callback_id: primary key.
        user: who opens it.

    Raises:
        NotAllowedError: it is not for this user, or there is nothing to open.
    """
    # The callback before the registration, as everywhere, so that nobody waits for ever.
    callback = (
        Callback.objects.select_for_update(of=("self",))
        .select_related("registration")
        .filter(pk=callback_id)
        .first()
    )
    if callback is None:
        raise NotAllowedError
    registration = Registration.objects.select_for_update().get(pk=callback.registration_id)
    callback.registration = registration
    if not can_reopen(user, callback):
        raise NotAllowedError
    now = timezone.now()
    log(callback, user, AccessAction.REOPENED)
    exported = HandOver.objects.filter(registration=registration, first_exported_at__isnull=False)
    was_exported = bool(exported.update(exported_at=None))
    if registration.state == Lifecycle.PAUSED:
        resume(registration.pk, now)
        return Reopened(registration.callbacks.get(state=CallbackState.OPEN), was_exported)
    count_reopening(registration)
    ended_as = Lifecycle(registration.state)
    before = _state_before(callback)
    if registration.state != before:  # what went astray is where it was
        move(registration, before, now)
    open_again(callback)
    hold(callback, user, now)
    # What was planned or left as a message belongs to how it ended; what was agreed still holds.
    callback.next_attempt_at = callback.agreed_at = agreed_ahead(callback, now)
    callback.message_at = None
    callback.save()
    return Reopened(callback, was_exported, ended_as, unconfirm_withdrawal(registration))


def _state_before(callback: Callback) -> Lifecycle:
    registration = callback.registration
    has_spoken = callback.reached_at is not None and not registration.needs_own_yes()
    is_wanted = registration.client_agreed_at is not None
    return Lifecycle.SPOKEN if has_spoken or is_wanted else Lifecycle.RECEIVED
