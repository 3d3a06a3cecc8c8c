"""What a page was made from, as a form of it carries it: a keyed digest of each part.

It tells no value, not even whether two pages were made from the same one, and says which parts
changed since: in another tab, or by somebody else. So nothing is undone unseen.
"""

import json
import secrets
from collections.abc import Mapping
from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac

KEY_SALT = "perspectief.page_stamps"
SALT_BYTES = 12
DIGEST_DIGITS = 32
SEPARATOR = "~"


def stamp(purpose: str, parts: Mapping[str, Any]) -> str:
    """Return what a form carries; another one each time, "" where there are no parts.

    Args:
        purpose: which kind of page it is: a stamp of one counts for no other.
        parts: values by their names, as they are now; what JSON has no word for counts as its text.
    """
    if not parts:
        return ""
    salt = secrets.token_hex(SALT_BYTES)
    digests = (f"{name}={_digest(purpose, salt, name, value)}" for name, value in parts.items())
    return SEPARATOR.join([salt, *digests])


def changed_since(purpose: str, stamped: str, parts: Mapping[str, Any]) -> list[str]:
    """Return the names of the parts that are not as a page showed them, or that it did not show.

    Args:
        purpose: as it was stamped.
        stamped: as it came back, whatever it may be.
        parts: as they are now.
    """
    salt, *pairs = stamped.split(SEPARATOR)
    shown = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
    return [
        name
        for name, value in parts.items()
        if not constant_time_compare(shown.get(name, ""), _digest(purpose, salt, name, value))
    ]


def _digest(purpose: str, salt: str, name: str, value: Any) -> str:
    text = json.dumps([purpose, name, value], default=str)
    digest = salted_hmac(f"{KEY_SALT}.{salt}", text, algorithm="sha256")
    return digest.hexdigest()[:DIGEST_DIGITS]
