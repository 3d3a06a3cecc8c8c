"""From which state into which other a registration, or a callback, may come."""

from collections.abc import Mapping

from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle

OUTCOMES = frozenset(Lifecycle.outcomes())

#: What was closed can be taken up again; from one outcome into another it goes through that.
OF_REGISTRATION: Mapping[Lifecycle, frozenset[Lifecycle]] = {
    Lifecycle.RECEIVED: OUTCOMES | {Lifecycle.SPOKEN, Lifecycle.PAUSED},
    # Spoken to once more; or an attempt was recorded by mistake.
    Lifecycle.SPOKEN: OUTCOMES | {Lifecycle.SPOKEN, Lifecycle.RECEIVED, Lifecycle.PAUSED},
    # Only the person goes on or withdraws; of two registrations of one person one can be a double.
    Lifecycle.PAUSED: frozenset({Lifecycle.RECEIVED, Lifecycle.WITHDRAWN, Lifecycle.MISTAKE}),
    **{outcome: frozenset({Lifecycle.RECEIVED, Lifecycle.SPOKEN}) for outcome in OUTCOMES},
}
OF_CALLBACK: Mapping[CallbackState, frozenset[CallbackState]] = {
    CallbackState.OPEN: frozenset({CallbackState.DONE, CallbackState.CANCELLED}),
    CallbackState.DONE: frozenset({CallbackState.OPEN}),
    CallbackState.CANCELLED: frozenset({CallbackState.OPEN}),
}


class TransitionError(ValueError):
    """The table does not know this move: whoever asked for it did not look at the state."""


def check_registration(before: str, after: str) -> None:
    """Refuse a move that a registration cannot make.

    Raises:
        TransitionError: it is not in the table.
    """
    if Lifecycle(after) not in OF_REGISTRATION[Lifecycle(before)]:
        raise TransitionError(f"registration: {before} to {after}")


def check_callback(before: str, after: str) -> None:
    """Refuse a move that a callback cannot make.

    Raises:
        TransitionError: it is not in the table.
    """
    if CallbackState(after) not in OF_CALLBACK[CallbackState(before)]:
        raise TransitionError(f"callback: {before} to {after}")
