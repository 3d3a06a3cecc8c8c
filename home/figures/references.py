"""What running text names instead of saying it: `[[set.figure.year]]` is the number of a figure."""

import re
from collections.abc import Mapping

FIGURE = re.compile(r"\[\[([a-z0-9_-]+\.[a-z0-9_-]+\.\d{4})\]\]")
REFERENCE = re.compile(r"\[\[([a-z0-9_.-]+)\]\]")


def references_in(text: str) -> list[str]:
    """The figures that a text names, in order."""
    return FIGURE.findall(text)


def fill_in(text: str, texts: Mapping[str, str]) -> str:
    """Replace each reference by what it stands for.

    A reference that means nothing stays as it was typed, so that somebody notices: a sentence
    from which a number silently vanished would say something else.
    """
    return REFERENCE.sub(lambda found: texts.get(found[1], found[0]), text)
