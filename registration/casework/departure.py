"""What becomes of the callbacks of somebody who leaves the desk."""

from typing import Any

from django.contrib.auth.models import User

from perspectief.staff.departure import colleague_left
from registration.casework.claims import release_all_of


def give_back(account: User, **kwargs: Any) -> int:
    """Give back what the account held; return how many callbacks that were."""
    return release_all_of(account)


def connect() -> None:
    """Do so whenever somebody leaves."""
    colleague_left.connect(give_back, dispatch_uid="registration.departure")
