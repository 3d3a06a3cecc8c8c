"""Writing down who did what with whose data."""

from collections.abc import Collection

from django.contrib.auth.models import User

from registration.models import AccessLogEntry, Callback
from registration.vocabulary.access import AccessAction


def record(
    numbers: Collection[int], user: User, action: AccessAction, fields: Collection[str] = ()
) -> None:
    """Add an entry for each registration.

    Args:
        numbers: primary keys of registrations.
        fields: names of questions that were corrected; never what was answered.
    """
    AccessLogEntry.objects.bulk_create(
        AccessLogEntry(
            user=user,
            username=user.get_username(),
            registration_number=number,
            action=action,
            fields=sorted(fields),
        )
        for number in numbers
    )


def log(callback: Callback, user: User, action: AccessAction) -> None:
    """Add an entry about the registration of a callback.

    Args:
        callback: about the person whose data it is.
        user: who did it.
        action: what they did.
    """
    record([callback.registration_id], user, action)
