"""The phone number of the foundation, as whoever names it asks for it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import phonenumbers
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_save
from django.utils.translation import get_language

from perspectief.cache_generation import cache_generation
from perspectief.contact_details import INITIAL_PHONE, ContactDetails, dialled
from perspectief.last_known_phone import remember

CACHE_SECONDS = 3600


def phone_number(language: str | None = None, *, from_abroad: bool = False) -> str:
    """Return the number as people read it.

    Args:
        language: `nl` or `en`; None means the active language.
        from_abroad: whether whoever reads it is outside the Netherlands, and so needs + and the
            country code in any language.
    """
    number = _phones()[language or get_language() or settings.LANGUAGE_CODE]
    return as_read_abroad(number) if from_abroad else number


def as_read_abroad(number: str) -> str:
    """Return a number with + and the country code, so that it can be dialled from any country."""
    if number.startswith("+"):
        return number
    parsed = phonenumbers.parse(number, settings.PHONENUMBER_DEFAULT_REGION)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def phone_link(number: str) -> str:
    """Return a number as people read it as a `tel:` link, which works from any country."""
    return f"tel:{dialled(number)}"


def connect() -> None:
    """Remember each number that is saved; once, when the site starts."""
    post_save.connect(
        _saved, sender=ContactDetails, dispatch_uid="perspectief.phone_number.remember"
    )


def _phones() -> Mapping[str, str]:
    key = f"phone:{cache_generation()}"
    phones = cache.get(key)
    if phones is None:
        row = ContactDetails.objects.first()
        phones = row.phones if row else dict(INITIAL_PHONE)
        cache.set(key, phones, CACHE_SECONDS)
    remember(phones)
    return phones


def _saved(sender: Any, instance: ContactDetails, **kwargs: Any) -> None:
    transaction.on_commit(partial(remember, instance.phones))
