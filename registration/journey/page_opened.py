"""Since when a page of a form was open, signed: it comes back with the first answers.

It says nothing else and leads to nothing, so that it does not matter who else has read it.
"""

from datetime import datetime

from django.core import signing
from django.utils import timezone

SALT = "registration.page_opened"


def stamp() -> str:
    """Return the present moment, for a page that is shown now."""
    return signing.dumps(timezone.now().isoformat(), salt=SALT)


def moment_of(stamped: str) -> datetime:
    """Return the moment in a stamp as it came back; a forged one, or none, counts from now."""
    try:
        return datetime.fromisoformat(signing.loads(stamped, salt=SALT))
    except signing.BadSignature:
        return timezone.now()
