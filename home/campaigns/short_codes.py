"""The last part of a campaign's short link: short, and the same however it is read from a poster.

The digits 0 and 1 are left out, so that o, l and i cannot be taken for anything else.
"""

import re
import secrets

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

LONGEST = 12
# For codes that nobody thought up: no vowels, so no words by accident.
_RANDOM_ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
_RANDOM_LENGTH = 5
_PATTERN = rf"[a-z2-9]{{3,{LONGEST}}}"
_READ_AS = str.maketrans({"0": "o", "1": "l"})

validate_short_code = RegexValidator(
    rf"\A{_PATTERN}\Z",
    _("Use three to twelve lower-case letters and digits, without 0 and 1."),
)


def new_short_code() -> str:
    """Return a random code; there are 27⁵ (14 million) of them."""
    return "".join(secrets.choice(_RANDOM_ALPHABET) for _ in range(_RANDOM_LENGTH))


def normalise_short_code(text: str) -> str:
    """Return a typed code as it was given out, or "" for what cannot be a code."""
    code = text.strip().lower().translate(_READ_AS)
    return code if re.fullmatch(_PATTERN, code) else ""
