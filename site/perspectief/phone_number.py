"""The phone number of the foundation, as whoever names it asks for it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_save
from django.utils.translation import get_language

from perspectief.contact_details import INITIAL_PHONE, ContactDetails, dialled
from perspectief.kept_values import kept
from perspectief.last_known_phone import remember
from perspectief.written_phone import written_with_country_code


def phone_number(language: str | None = None, *, from_abroad: bool = False) -> str:
    """Return the number as people read it.

    Args:
        language: `nl` or `en`; None means the active language.
        from_abroad: whether whoever reads it is outside the Netherlands, and so needs + and the
            country code in any language.
    """
    phones = _phones()
    number = phones[language or get_language() or settings.LANGUAGE_CODE]
    return _with_country_code(number, phones) if from_abroad else number


def _with_country_code(number: str, phones: Mapping[str, str]) -> str:
    # As staff spelled it for one of the languages, so that it is written alike everywhere.
    spelled = (each for each in (number, *phones.values()) if each.startswith("+"))
    return next(spelled, written_with_country_code(number))


def phone_link(number: str) -> str:
    """Return a number as people read it as a `tel:` link, which works from any country."""
    return f"tel:{dialled(number)}"


def is_ours(number: str) -> bool:
    """Return whether a number is that of the foundation, so of nobody whom we could call.

    Args:
        number: in E.164, with or without `;ext=`.
    """
    return number.partition(";")[0] in {dialled(each) for each in _phones().values()}


def connect() -> None:
    """Remember each number that is saved; once, when the site starts."""
    post_save.connect(
        _saved, sender=ContactDetails, dispatch_uid="perspectief.phone_number.remember"
    )


@kept
def _phones() -> Mapping[str, str]:
    row = ContactDetails.objects.first()
    phones = row.phones if row else dict(INITIAL_PHONE)
    remember(phones)
    return phones


def _saved(sender: Any, instance: ContactDetails, **kwargs: Any) -> None:
    transaction.on_commit(partial(remember, instance.phones))
