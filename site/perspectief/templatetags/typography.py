"""Long Dutch compounds in large type: where they may break."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

SOFT_HYPHEN = "\u00ad"
# First parts of compounds that land in headings; no break if less than five letters follow.
_FIRST_PARTS = (
    "aanmeld",
    "achter",
    "bemiddelings",
    "ervarings",
    "gebeurtenis",
    "geweld",
    "herstel",
    "nabestaanden",
    "slachtoffer",
    "terugbel",
    "verkeers",
    "vertrouwens",
    "wacht",
)
_COMPOUND = re.compile(rf"\b({'|'.join(_FIRST_PARTS)})(?=[^\W\d_]{{5,}})", re.IGNORECASE)
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!])\s+")
_LONG_WORD = re.compile(r"[^\W\d_]{13,}")


@register.filter
def sentences(text: str) -> list[str]:
    """Return the sentences of `text`, so that a heading of two can put each on its own line."""
    return _BETWEEN_SENTENCES.split(text)


@register.filter
def soft_hyphens(text: object) -> SafeString:
    """Return `text`, escaped, with soft hyphens in words of thirteen letters and more."""
    escaped = conditional_escape(str(text))
    return mark_safe(  # noqa: S308 - escaped above; only soft hyphens are added
        _LONG_WORD.sub(lambda word: _COMPOUND.sub(rf"\1{SOFT_HYPHEN}", word[0]), escaped)
    )
