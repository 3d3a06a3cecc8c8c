"""How a stored phone number is written, on every screen and in every mail."""

import phonenumbers
from django.conf import settings
from phonenumbers import PhoneNumber, PhoneNumberFormat


def written(number: str) -> str:
    """Return a number as people read it: national for the Netherlands, else with + and the code.

    Args:
        number: as `typed_phone` stores it; what is none is returned as it is.
    """
    parsed = _parsed(number)
    if parsed is None:
        return number
    style = PhoneNumberFormat.NATIONAL if _is_of_home(parsed) else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


def written_with_country_code(number: str) -> str:
    """Return a number with + and the country code, so that it can be dialled from any country."""
    parsed = _parsed(number)
    if parsed is None:
        return number
    return phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL)


def is_of_home(number: str) -> bool:
    """Return whether a number is one of the Netherlands."""
    parsed = _parsed(number)
    return parsed is not None and _is_of_home(parsed)


def _parsed(number: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(number, settings.PHONENUMBER_DEFAULT_REGION)
    except phonenumbers.NumberParseException:
        return None


def _is_of_home(parsed: PhoneNumber) -> bool:
    home = phonenumbers.country_code_for_region(settings.PHONENUMBER_DEFAULT_REGION)
    return parsed.country_code == home
