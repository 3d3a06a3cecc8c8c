"""Days that somebody typed into a text which is sent again and again, where they go out of date."""

import re

from perspectief.typed_dates import MONTHS, WEEKDAYS

_WEEKDAY = "|".join(name for names in WEEKDAYS for name in names)
# Whole, or its first three letters: `dec`, `dec.`, `sept`.
_MONTH = "|".join(
    [name for names in MONTHS for name in names]
    + [f"{name[:3]}{name[3:4]}?\\.?" for names in MONTHS for name in names]
)
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|e|ste|de)?"
_YEAR = r"(?:,?\s+(?:19|20)\d\d)?"
_IN_WORDS = (
    rf"{_NUMBER}\s+(?:of\s+)?(?:{_MONTH})(?!\w){_YEAR}",
    rf"(?:{_MONTH})\s+(?:the\s+)?{_NUMBER}(?![\w:.]\d|\w){_YEAR}",
)
# Without a year only with a slash: `9-12` may be hours. `24/7` is no day.
_IN_FIGURES = (
    r"(?:19|20)\d\d-\d{1,2}-\d{1,2}",
    *(
        rf"(?:0?[1-9]|[12]\d|3[01]){sign}(?:0?[1-9]|1[0-2]){sign}(?:(?:19|20)\d\d|\d\d)"
        for sign in ("-", "/", r"\.")
    ),
    r"(?!24/7)(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])",
)
_DAY = "|".join((*_IN_WORDS, *_IN_FIGURES))
_FIXED_DAY = re.compile(
    rf"(?<![\w/.+-])(?:(?:{_WEEKDAY})(?:\s+(?:the\s+)?(?:{_DAY})|en|s)?|{_DAY})(?![\w/]|[.-]\d)",
    re.IGNORECASE,
)


def fixed_days_in(text: str) -> list[str]:
    """Return what looks like a day, as it was typed: `dinsdag 1 december`, `Tuesday`, `1/12`.

    Dutch and English, in either language: who writes one text may copy from the other.
    """
    return [found.group() for found in _FIXED_DAY.finditer(text)]
