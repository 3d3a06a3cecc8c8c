"""The only place that writes the state of a registration or of a callback."""

from datetime import datetime

from registration.models import Callback, Registration
from registration.rules.transitions import check_callback, check_registration
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle

ENDING = ("state", "finished_at", "claimed_by", "claimed_at", "claimed_until")


def move(registration: Registration, state: Lifecycle, now: datetime) -> None:
    """Let a locked registration be in another state from `now`, an aware moment.

    Raises:
        TransitionError: it cannot come there from where it is.
    """
    check_registration(registration.state, state)
    registration.state = state
    registration.state_changed_at = now
    registration.save(update_fields=["state", "state_changed_at"])


def end(callback: Callback, state: CallbackState, now: datetime) -> None:
    """End a locked callback, done or cancelled; its claim is stored as it stands on the object.

    Raises:
        TransitionError: it has ended already.
    """
    check_callback(callback.state, state)
    callback.state = state
    callback.finished_at = now
    callback.save(update_fields=ENDING)


def cancel_open(registration: Registration, now: datetime) -> None:
    """Cancel whatever is still promised of a registration."""
    registration.callbacks.filter(state=CallbackState.OPEN).update(
        state=CallbackState.CANCELLED, finished_at=now
    )


def open_again(callback: Callback) -> None:
    """Let a locked callback be open again; the caller saves it.

    Raises:
        TransitionError: it is open.
    """
    check_callback(callback.state, CallbackState.OPEN)
    callback.state = CallbackState.OPEN
    callback.finished_at = None
