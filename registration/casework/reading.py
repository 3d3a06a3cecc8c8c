"""Reading what a person told us; each time it is recorded who did."""

from django.contrib.auth.models import User
from django.utils import timezone

from registration.casework.access_log import log
from registration.casework.claims import NotClaimedError, renew
from registration.casework.permissions import can_coordinate
from registration.models import Callback
from registration.vocabulary.access import AccessAction
from registration.vocabulary.answers import Answers


def open_details(callback_id: int, user: User) -> Answers:
    """Return the person's answers and record who looked.

    Raises:
        NotClaimedError: the user has not taken this callback and is not a coordinator.
    """
    return _read(callback_id, user, AccessAction.VIEWED)


def open_story(callback_id: int, user: User) -> str:
    """Return what happened in the person's own words, and record who opened it.

    Raises:
        NotClaimedError: the user has not taken this callback and is not a coordinator.
    """
    return _read(callback_id, user, AccessAction.STORY_OPENED).story


def log_entered(callback: Callback, user: User) -> None:
    """Record that the user read a registration on paper in order to enter it."""
    log(callback, user, AccessAction.VIEWED)


def _read(callback_id: int, user: User, action: AccessAction) -> Answers:
    callback = Callback.objects.select_related("registration").get(pk=callback_id)
    if not callback.is_held_by(user, timezone.now()) and not can_coordinate(user):
        raise NotClaimedError
    renew(callback_id, user)
    log(callback, user, action)
    return callback.registration.read_answers()
