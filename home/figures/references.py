"""Figures within running text: `[[set.figure.year]]` stands for the number of that figure."""

import re
from collections.abc import Mapping

REFERENCE = re.compile(r"\[\[([a-z0-9_-]+\.[a-z0-9_-]+\.\d{4})\]\]")


def references_in(text: str) -> list[str]:
    """The references that a text makes, in order."""
    return REFERENCE.findall(text)


def fill_in(text: str, texts: Mapping[str, str]) -> str:
    """Replace each reference by its number.

    A reference that means nothing stays as it was typed, so that somebody notices: a sentence
    from which a number silently vanished would say something else.
    """
    return REFERENCE.sub(lambda found: texts.get(found[1], found[0]), text)
