"""The parts of one's own page, each with its address in both languages."""

from collections.abc import Mapping
from enum import Enum


class Part(Enum):
    """What can be done at an address of its own; the value is the last part of the address."""

    CHANGE = {"nl": "veranderen", "en": "change"}
    WITHDRAW = {"nl": "intrekken", "en": "withdraw"}
    ERASE = {"nl": "wissen", "en": "delete"}


def part_with_slug(slug: str, language: str) -> Part | None:
    """Return the part that has this address in `language`, if any."""
    return next((part for part in Part if part.value[language] == slug), None)


def slugs_of(slug: str) -> Mapping[str, str] | None:
    """Return the address in every language of the part that has `slug` in any of them."""
    return next((part.value for part in Part if slug in part.value.values()), None)
