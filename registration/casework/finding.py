"""Finding registrations by what somebody mentions: number, code, telephone number or address."""

import re

from django.conf import settings
from django.db.models import Q

from perspectief.email_address import email_index
from perspectief.encryption import blind_index
from perspectief.invisible import exact
from perspectief.typed_phone import PhoneNotClearError, read_phone
from registration.models import Registration
from registration.vocabulary.references import normalise_reference

MOST_FOUND = 20
LONGEST_NUMBER = 9


def find_registrations(typed: str) -> list[Registration]:
    """Return the registrations with this code, number, telephone number or e-mail address.

    What was typed is only hashed or compared; the newest come first.

    Args:
        typed: as the person said it; spaces, dashes and capitals do not matter.
    """
    typed = exact(typed)
    condition = Q(reference_hash=blind_index("reference", normalise_reference(typed)))
    if re.fullmatch(rf"#?[1-9]\d{{0,{LONGEST_NUMBER - 1}}}", typed):
        condition |= Q(pk=int(typed.removeprefix("#")))
    if "@" in typed:
        condition |= Q(email_hash=email_index(typed))
    elif phone := _international(typed):
        condition |= Q(phone_hash=blind_index("phone", phone))
    # The answers are read only once somebody is chosen.
    found = Registration.objects.filter(condition)
    return list(found.order_by("-received_at", "-pk")[:MOST_FOUND])


def _international(typed: str) -> str:
    try:
        return read_phone(typed, settings.PHONENUMBER_DEFAULT_REGION).number
    except PhoneNotClearError:
        return ""
