"""What was done for a person before the callback that waits now, and where an old one goes on.

Who goes on after a pause gets a new callback: its promise is new, and the person is not.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from registration.casework.merging import case_of
from registration.models import Callback, ContactAttempt
from registration.vocabulary.callbacks import CallbackAddress, CallbackState


@dataclass(frozen=True)
class EarlierAttempts:
    """How often somebody was tried in earlier callbacks, and when for the last time."""

    count: int
    last_at: datetime


def earlier_attempts(callbacks: Collection[Callback]) -> Mapping[int, EarlierAttempts]:
    """Return by primary key of each callback what was tried in earlier ones; one query at most.

    Args:
        callbacks: those without earlier attempts are not in the answer.
    """
    later_turns = {each.registration_id: each for each in callbacks if each.turn > 1}
    if not later_turns:
        return {}
    rows = ContactAttempt.objects.filter(callback__registration__in=later_turns)
    found: dict[int, list[datetime]] = defaultdict(list)
    for number, turn, made_at in rows.values_list(
        "callback__registration_id", "callback__turn", "made_at"
    ):
        callback = later_turns[number]
        if turn < callback.turn:
            found[callback.pk].append(made_at)
    return {pk: EarlierAttempts(len(made_at), max(made_at)) for pk, made_at in found.items()}


def goes_on_at(callback: Callback) -> CallbackAddress | None:
    """Return the open callback of the same person that came instead of one that has ended.

    Args:
        callback: with its registration; it may have been closed as a double.
    """
    if callback.state == CallbackState.OPEN:
        return None
    case = case_of(callback.registration)
    newer = case.callbacks.filter(state=CallbackState.OPEN).order_by("-turn").first()
    return newer.address if newer is not None else None
