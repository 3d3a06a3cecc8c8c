"""Telephone numbers and e-mail addresses as people write them, and the moments of a call."""

from collections.abc import Collection
from datetime import date
from typing import Any

from babel import Locale
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext, to_locale
from django.utils.translation import gettext_lazy as _

from perspectief.email_address import deliverable
from perspectief.invisible import exact
from perspectief.phone_number import is_ours
from perspectief.typed_phone import Doubt, PhoneNotClearError, TypedPhone, read_phone
from perspectief.widgets import DayPartCheckboxes
from registration.forms.fields import AnyOf, ExactText, Widgets
from registration.rules.deadlines import Moment
from registration.vocabulary.moments import DayPart

HOME_COUNTRY_CODE = 31
PHONE_LIMIT = 200
PHONE_NOT_COMPLETE = _("This number is not complete. A Dutch number has ten digits.")
PHONE_TOO_LONG = _(
    "This number has too many digits. A Dutch number has ten. Is it from another country? Then "
    "start with + and the country code, for example +32."
)
PHONE_FROM_ABROAD = _(
    "Start a number from another country with + and the country code, for example +32"
)
PHONE_NOT_THERE = _(
    "There is no such number in the Netherlands. Check the digits. Is it from another country? "
    "Then start with + and the country code, for example +32."
)
PHONE_OURS = _("This is our own number. What number can we call?")
PHONE_PAID = _("We cannot call 0900 and other paid numbers. What other number can we call?")
MOMENT_GONE = _("This time is no longer possible. Choose another time.")


class PhoneField(ExactText):
    """A telephone number in any way of writing; its value is E.164, `;ext=` before an extension.

    Words round it ("na 5 uur") are no mistake; `note_of` returns them. `StepForm` keeps them beside
    the number, under its name and `_note`.
    """

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "tel", "inputmode": "tel", "autocomplete": "tel", "dir": "ltr"}
        super().__init__(
            limit=PHONE_LIMIT,
            widget=forms.TextInput(attrs={**attrs, "class": "input--short"}),
            **kwargs,
        )

    def clean(self, value: Any) -> str:
        """Return the number that was meant.

        Raises:
            ValidationError: there is no such number where it is meant, or it may not be called.
        """
        text = super().clean(value)
        return _read(text).number if text else ""

    def note_of(self, value: Any) -> str:
        """Return the words that stand round a number, such as "na 5 uur".

        Raises:
            ValidationError: as `clean` does.
        """
        text = super().clean(value)
        return _read(text).note if text else ""


class EmailField(ExactText):
    """An e-mail address; the domain may have letters of any script."""

    def __init__(self, **kwargs: Any) -> None:
        # No type="email": browsers rewrite what somebody types there.
        attrs = {"inputmode": "email", "autocomplete": "email", "dir": "ltr"}
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


def _read(text: str) -> TypedPhone:
    try:
        phone = read_phone(text, settings.PHONENUMBER_DEFAULT_REGION)
    except PhoneNotClearError as error:
        raise ValidationError(_doubt_in_words(error), code="phone") from None
    if is_ours(phone.number):  # copied from the page, or filled in by the browser
        raise ValidationError(PHONE_OURS, code="phone")
    return phone


def _doubt_in_words(error: PhoneNotClearError) -> str:
    is_foreign = error.country_code not in {None, HOME_COUNTRY_CODE}
    match error.doubt:
        case Doubt.PAID:
            return str(PHONE_PAID)
        case Doubt.UNKNOWN_COUNTRY:
            return str(PHONE_FROM_ABROAD)
        case Doubt.MAYBE_ABROAD:
            return gettext(
                "There is no such number in the Netherlands. Check the digits. Is it from "
                "%(country)s? Then enter it like this: %(number)s"
            ) % {"country": _country(error.region), "number": error.suggestion}
        case Doubt.NOT_THERE | Doubt.TOO_LONG if is_foreign:
            return gettext(
                "There is no such number after +%(code)s. Check the digits and the country code."
            ) % {"code": error.country_code}
        case Doubt.NOT_THERE:
            return str(PHONE_NOT_THERE)
        case Doubt.TOO_LONG:
            return str(PHONE_TOO_LONG)
        case Doubt.NOT_COMPLETE if is_foreign:
            return gettext("This number is not complete.")
    return str(PHONE_NOT_COMPLETE)


def _country(region: str) -> str:
    language = get_language() or settings.LANGUAGE_CODE
    return Locale.parse(to_locale(language)).territories.get(region, region)


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
