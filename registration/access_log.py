"""Writing the access log: who did what with whose data."""

from typing import Any

from registration.codes import AccessAction
from registration.models import AccessLogEntry, Callback


def log(callback: Callback, user: Any, action: AccessAction) -> None:
    """Add an entry about the registration of a callback.

    Args:
        callback: about the person whose data it is.
        user: who did it.
        action: what they did.
    """
    AccessLogEntry.objects.create(
        user=user,
        username=user.get_username(),
        registration_number=callback.registration_id,
        action=action,
    )
