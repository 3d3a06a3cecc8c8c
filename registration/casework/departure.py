"""What becomes of the callbacks of somebody who leaves the desk."""

from typing import Any

from django.contrib.auth.models import User

from perspectief.staff.departure import colleague_left
from registration.models import Callback
from registration.vocabulary.callbacks import CallbackState


def release_all_of(account: User, **kwargs: Any) -> int:
    """Give every open callback that somebody has taken back to the queue; return how many.

    Promises, attempts and notes stay as they are. Closed callbacks keep who closed them.
    """
    taken = Callback.objects.filter(claimed_by=account, state=CallbackState.OPEN)
    return taken.update(claimed_by=None, claimed_at=None, claimed_until=None)


def connect() -> None:
    """Do so whenever somebody leaves."""
    colleague_left.connect(release_all_of, dispatch_uid="registration.departure")
