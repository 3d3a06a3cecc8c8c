"""Telephone numbers as people type them, checked for the country that is meant. Pure.

Words round a number ("06-12345678 (na 5 uur)") are kept as a note: they matter to who calls.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

import phonenumbers
from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberType,
    ValidationResult,
)

# Mobile numbers of these may be meant by who leaves out the country; a fixed one too often fits.
NEIGHBOURS = ("BE", "DE", "GB", "FR")
PAID = {PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST}
MOBILE = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}

_BEGINNING = re.compile(r"[+＋\d]")
_RUN = re.compile(r"[+＋]?[\d\s().\-‐-―/~]*")
_TRAILING = re.compile(r"[^\d)]+$")
_EXTENSION = re.compile(
    r"\s*(?:;ext=|ext(?:ensie|ension)?\.?|toestel|tst\.?|x|\#)\s*:?\s*(\d{1,6})\b", re.IGNORECASE
)
_CUTS = re.compile(r"[\s(/]+")
_TIME = re.compile(
    r"[\s(/\-]*\d{1,2}(?:[.:]\d{2})?(?:\s*-\s*\d{1,2}(?:[.:]\d{2})?)?\s*(?:uur|u|h|am|pm|o['’]clock)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:mijn\s+|my\s+)?(?:tel(?:efoon)?|phone|mob(?:iel|ile)?|gsm|nummer|nr|number|t|m)",
    re.IGNORECASE,
)
_LOOSE = " \t.,:;-–—/~|"


class Doubt(Enum):
    """Why a number cannot be called as it was typed."""

    NOT_COMPLETE = "digits are missing"
    TOO_LONG = "it has digits too many"
    UNKNOWN_COUNTRY = "no country has this code"
    NOT_THERE = "nobody has such a number in the country that is meant"
    MAYBE_ABROAD = "nobody has it here; it is one of another country"
    PAID = "who calls it pays for a service"


@dataclass(frozen=True)
class TypedPhone:
    """A number in E.164 (`;ext=` before an extension), and the words that stood round it."""

    number: str
    note: str = ""


class PhoneNotClearError(ValueError):
    """The number cannot be called as it was typed.

    `country_code` is None where no country was typed; `region` and `suggestion` are where it may be
    from, and how it is written then.
    """

    def __init__(
        self,
        doubt: Doubt,
        *,
        country_code: int | None = None,
        region: str = "",
        suggestion: str = "",
    ) -> None:
        super().__init__(doubt.value)
        self.doubt = doubt
        self.country_code = country_code
        self.region = region
        self.suggestion = suggestion


def read_phone(text: str, region: str) -> TypedPhone:
    """Return the number that was meant, and the words round it.

    Args:
        text: what was typed.
        region: the country that is meant where none is typed, such as "NL".

    Raises:
        PhoneNotClearError: there is no such number, or it is not clear which.
    """
    beginning = _BEGINNING.search(text)
    if not beginning:
        raise PhoneNotClearError(Doubt.NOT_COMPLETE)
    before, rest = text[: beginning.start()], text[beginning.start() :]
    run = _RUN.match(rest)
    digits = _TRAILING.sub("", run[0]) if run else ""
    after = rest[len(digits) :]
    extension = _EXTENSION.match(after)
    if extension:
        after = after[extension.end() :]
    for typed, left in _ways_to_cut(digits):
        number = _valid(typed, region)
        if number and _may_be_left(left, after, region):
            if phonenumbers.number_type(number) in PAID:
                raise PhoneNotClearError(Doubt.PAID)
            return TypedPhone(
                _written(number, extension[1] if extension else ""), _note(before, left + after)
            )
    raise _doubt(digits, region)


def with_note(number_in_words: str, note: str) -> str:
    """Return a number with its note, to be typed again: `read_phone` reads both back."""
    return f"{number_in_words} ({note})" if note else number_in_words


def _ways_to_cut(digits: str) -> Iterator[tuple[str, str]]:
    """Yield where the number may end, the longest first: a time or a second number may follow."""
    yield digits, ""
    for cut in reversed(list(_CUTS.finditer(digits))):
        yield digits[: cut.start()], digits[cut.start() :]


def _may_be_left(left: str, after: str, region: str) -> bool:
    """Return whether digits behind a number are a time or another number, and no mistake."""
    return not left.strip(" ()") or bool(_TIME.match(left + after)) or bool(_valid(left, region))


def _valid(text: str, region: str) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _written(number: PhoneNumber, extension: str) -> str:
    written = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return f"{written};ext={extension}" if extension else written


def _note(before: str, after: str) -> str:
    """Return the words before and after a number, without what only says that it is one."""
    before, after = before.strip(_LOOSE + "("), _without_brackets(after.strip(_LOOSE))
    if _LABEL.fullmatch(before):
        before = ""
    return ", ".join(part for part in (before, after) if _has_letters_or_digits(part))


def _without_brackets(text: str) -> str:
    """Take away brackets that stand round the whole."""
    depths = list(accumulate({"(": 1, ")": -1}.get(character, 0) for character in text))
    if text.startswith("(") and 0 in depths and depths.index(0) == len(text) - 1:
        return text[1:-1].strip()
    return text


def _has_letters_or_digits(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _doubt(typed: str, region: str) -> PhoneNotClearError:
    """Return why there is no such number."""
    digits = "".join(character for character in typed if character.isdecimal())
    is_home_meant = not typed.startswith(("+", "＋")) and not _is_international(digits)
    try:
        number = phonenumbers.parse(typed, region)
    except NumberParseException as error:
        return PhoneNotClearError(_doubt_of_unreadable(error))
    if is_home_meant and (abroad := _from_abroad(digits)):
        return abroad
    if is_home_meant or number.country_code == phonenumbers.country_code_for_region(region):
        code = None if is_home_meant else number.country_code
        return PhoneNotClearError(_doubt_at_home(number, digits, region), country_code=code)
    by_length = {
        ValidationResult.TOO_LONG: Doubt.TOO_LONG,
        ValidationResult.IS_POSSIBLE: Doubt.NOT_THERE,
    }
    doubt = by_length.get(phonenumbers.is_possible_number_with_reason(number), Doubt.NOT_COMPLETE)
    return PhoneNotClearError(doubt, country_code=number.country_code)


def _is_international(digits: str) -> bool:
    """Return whether a country code follows 00; nothing but zeros is no code."""
    return digits.startswith("00") and digits.strip("0٠０") != ""


def _doubt_of_unreadable(error: NumberParseException) -> Doubt:
    return {
        NumberParseException.INVALID_COUNTRY_CODE: Doubt.UNKNOWN_COUNTRY,
        NumberParseException.TOO_LONG: Doubt.TOO_LONG,
    }.get(error.error_type, Doubt.NOT_COMPLETE)


def _doubt_at_home(number: PhoneNumber, digits: str, region: str) -> Doubt:
    """By the length of an ordinary number here: service numbers have other ones."""
    example = phonenumbers.example_number(region)
    usual = len(phonenumbers.national_significant_number(example)) if example else len(digits)
    typed = len(phonenumbers.national_significant_number(number))
    if not digits.strip("0"):
        typed = len(digits) - 1  # of zeros, the first is the prefix
    if typed < usual:
        return Doubt.NOT_COMPLETE
    # As long as numbers are written here, but without the 0 that they begin with.
    is_usual_in_writing = len(digits) == usual + 1
    return Doubt.TOO_LONG if typed > usual and not is_usual_in_writing else Doubt.NOT_THERE


def _from_abroad(digits: str) -> PhoneNotClearError | None:
    """Return the doubt about a number of another country without its code, or without the +."""
    tries = [(f"+{digits}", "ZZ"), *((digits, region) for region in NEIGHBOURS)]
    for typed, region in tries:
        number = _valid(typed, region)
        if number is None or (region != "ZZ" and phonenumbers.number_type(number) not in MOBILE):
            continue
        return PhoneNotClearError(
            Doubt.MAYBE_ABROAD,
            region=phonenumbers.region_code_for_number(number) or "",
            suggestion=phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
        )
    return None
