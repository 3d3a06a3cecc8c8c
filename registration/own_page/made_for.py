"""For which registration a form of one's own page was made: a keyed stamp that tells no number.

Another tab may have opened another registration meanwhile; what is sent then must not reach that.
"""

import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

from registration.models import Registration

#: Name of the hidden field.
FIELD = "made_for"
KEY_SALT = "registration.own_page.made_for"
SALT_BYTES = 12


def stamp(registration: Registration) -> str:
    """Return what a form carries that is made for a registration now; another one each time."""
    salt = secrets.token_hex(SALT_BYTES)
    return f"{salt}.{_digest(salt, registration)}"


def is_for(stamped: str, registration: Registration) -> bool:
    """Return whether a form was made for a registration.

    Args:
        stamped: as it came back, whatever it may be.
        registration: the one whose code and words were given last.
    """
    salt, _dot, digest = stamped.partition(".")
    return constant_time_compare(digest, _digest(salt, registration))


def _digest(salt: str, registration: Registration) -> str:
    return salted_hmac(f"{KEY_SALT}.{salt}", str(registration.pk), algorithm="sha256").hexdigest()
