"""Telephone numbers and e-mail addresses as people write them, and the moments of a call."""

from collections.abc import Collection
from datetime import date
from typing import Any

import phonenumbers
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from perspectief.email_address import deliverable
from perspectief.invisible import exact
from perspectief.widgets import DayPartCheckboxes
from registration.forms.fields import AnyOf, Text, Widgets
from registration.rules.deadlines import Moment
from registration.vocabulary.moments import DayPart

HOME_COUNTRY_CODE = 31
# Digits of a Dutch number without its leading zero (numbering plan of the Netherlands).
HOME_DIGITS = 9
PHONE_NOT_COMPLETE = _("This number is not complete. A Dutch number has ten digits.")
PHONE_FROM_ABROAD = _(
    "Start a number from another country with + and the country code, for example +32"
)
MOMENT_GONE = _("This time is no longer possible. Choose another time.")


class PhoneField(Text):
    """A telephone number in any way of writing; its value is E.164, `;ext=` before an extension."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "tel", "inputmode": "tel", "autocomplete": "tel", "dir": "ltr"}
        super().__init__(
            limit=60, widget=forms.TextInput(attrs={**attrs, "class": "input--short"}), **kwargs
        )

    def clean(self, value: Any) -> str:
        """Return the number that was meant.

        Raises:
            ValidationError: the number is not complete, or its country is not clear.
        """
        text = super().clean(value)
        return parse_phone(text) if text else ""


class EmailField(Text):
    """An e-mail address; the domain may have letters of any script."""

    def __init__(self, **kwargs: Any) -> None:
        # No type="email": browsers rewrite what somebody types there.
        attrs = {"inputmode": "email", "autocomplete": "email", "spellcheck": "false", "dir": "ltr"}
        super().__init__(limit=254, widget=forms.TextInput(attrs=attrs), **kwargs)

    def to_python(self, value: Any) -> str:
        """Return the address without the spaces and the full stop that phones add to it."""
        return exact(super().to_python(value)).rstrip(".,;")

    def clean(self, value: Any) -> str:
        """Return the address.

        Raises:
            ValidationError: mail to it cannot be delivered, and why.
        """
        address = super().clean(value)
        if address:
            deliverable(address)
        return address


class MomentsField(AnyOf):
    """Parts of days on real dates; one that has passed since it was offered is pointed out."""

    widget: Widgets = DayPartCheckboxes

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(error_messages={"invalid_choice": MOMENT_GONE}, **kwargs)


def parse_phone(text: str) -> str:
    """Return a telephone number in E.164, with `;ext=…` (RFC 3966) if it has an extension.

    Without + or 00 it is taken for a Dutch number.

    Raises:
        ValidationError: the number is not complete, or needs a country code.
    """
    try:
        number = phonenumbers.parse(text, settings.PHONENUMBER_DEFAULT_REGION)
    except phonenumbers.NumberParseException as error:
        is_code_unknown = error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE
        raise ValidationError(
            PHONE_FROM_ABROAD if is_code_unknown else PHONE_NOT_COMPLETE, code="phone"
        ) from None
    if number.country_code == HOME_COUNTRY_CODE:
        _check_home_number(number, is_home_meant=not text.lstrip().startswith(("+", "00")))
    elif not phonenumbers.is_possible_number(number):
        raise ValidationError(PHONE_NOT_COMPLETE, code="phone")
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{written};ext={number.extension}" if number.extension else written


def _check_home_number(number: phonenumbers.PhoneNumber, *, is_home_meant: bool) -> None:
    digits = len(phonenumbers.national_significant_number(number))
    if digits == HOME_DIGITS or phonenumbers.is_valid_number(number):
        return
    is_foreign = is_home_meant and digits > HOME_DIGITS
    raise ValidationError(PHONE_FROM_ABROAD if is_foreign else PHONE_NOT_COMPLETE, code="phone")


def phone_in_words(number: str) -> str:
    """Return a stored number with the spaces that people read it by."""
    parsed = phonenumbers.parse(number, settings.PHONENUMBER_DEFAULT_REGION)
    is_home = parsed.country_code == HOME_COUNTRY_CODE
    formats = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(
        parsed, formats.NATIONAL if is_home else formats.INTERNATIONAL
    )


def by_day(
    moments: list[Moment], parts: dict[str, str], busy: Collection[Moment] = ()
) -> dict[date, list[tuple[str, str]]]:
    """Return (code, label of the part) of moments, per day; the label says which are busy."""
    days: dict[date, list[tuple[str, str]]] = {}
    for moment in moments:
        label = parts[DayPart(moment.part)]
        if moment in busy:
            label = str(_("%(part)s, already busy")) % {"part": label}
        days.setdefault(moment.date, []).append((moment.code, label))
    return days
