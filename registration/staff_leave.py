"""What becomes of the callbacks of somebody who leaves the desk."""

from typing import Any

from registration.codes import CallbackState
from registration.models import Callback


def release_all_of(user: Any) -> int:
    """Give every open callback that the user has taken back to the queue; return how many.

    Promises, attempts and notes stay as they are. Closed callbacks keep who closed them.
    """
    taken = Callback.objects.filter(claimed_by=user, state=CallbackState.OPEN)
    return taken.update(claimed_by=None, claimed_at=None, claimed_until=None)
