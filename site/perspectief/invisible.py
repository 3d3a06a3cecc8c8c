"""Characters that nobody sees: which of them carry a meaning, and which are taken out.

Needs nothing of Django: the wheel is built with it.
"""

import re
import unicodedata
from typing import Any

# Old ways to end a line; in the middle of a text they keep words apart.
_SPACES = "\u000b\u000c\u0085\u2028\u2029"
_JOINERS = "\u200c\u200d"  # zero width: not joined, joined
_DIRECTION_MARKS = "\u061c\u200e\u200f"
_TAGS = "\U000e0020-\U000e007f"  # letters of a flag, as of Wales
_NEVER = (
    "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f"  # controls, but for tab and new lines
    "\u034f\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\uffa0"
    "\ud800-\udfff"  # halves of a character
    "\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    "\U000e0000-\U000e001f"
)
# Seen by nobody although Unicode calls them letters or signs; a soft hyphen, only where it breaks.
_BLANKS = "\u00ad\u115f\u1160\u2800\u3164\uffa0"
_SUSPECT = re.compile(f"[{_NEVER}{_SPACES}{_JOINERS}{_DIRECTION_MARKS}{_TAGS}{_BLANKS}]")
_GONE = re.compile(f"[{_NEVER}]")
_SPACE = re.compile(f"[{_SPACES}]")
_TAG = re.compile(f"[{_TAGS}]")
_FLAG = "\U0001f3f4"
_RIGHT_TO_LEFT = {"R", "AL"}
# Emoji, letters without capitals, and marks that belong to them.
_JOINED_CATEGORIES = {"Lo", "Mn", "Mc", "So", "Sk"}


def without_invisible(text: str) -> str:
    """Return `text` without characters that nobody sees and that carry no meaning.

    Tabs and new lines stay, and what a script or an emoji needs: joiners between letters that
    join, marks of direction in a text that has writing from the right. A text of which nothing
    would be seen is empty.
    """
    if not _SUSPECT.search(text):
        return text
    text = _without_idle_joiners(_GONE.sub("", _SPACE.sub(" ", text)))
    if _has_writing_from_the_right(text):
        text = text.strip(_DIRECTION_MARKS)
    else:
        text = re.sub(f"[{_DIRECTION_MARKS}]", "", text)
    return text if is_visible(text) else ""


def exact(text: str) -> str:
    """Return a code, number or address without anything that nobody sees, and without spaces."""
    return "".join(
        character
        for character in without_invisible(text)
        if unicodedata.category(character) not in {"Cf", "Cc"} and not character.isspace()
    )


def is_visible(text: str) -> bool:
    """Return whether somebody who reads `text` sees anything at all."""
    return any(
        unicodedata.category(character)[0] in "LNPS" and character not in _BLANKS
        for character in text
    )


def isolated(text: str) -> str:
    """Return a name to be put into a sentence that writing from the right does not turn round.

    Without markup to do it, as in a text to say or to send: FSI before it and PDI after it.
    """
    if _has_writing_from_the_right(text):
        return f"\u2068{text}\u2069"
    return text


def invisible_in(text: str) -> str:
    """Return which character `without_invisible` takes out first, as U+202C; "" if none is."""
    kept = without_invisible(text)
    lost = (one for one in text if _SUSPECT.match(one) and text.count(one) != kept.count(one))
    return next((f"U+{ord(character):04X}" for character in lost), "")


def cleaned_deep(value: Any) -> Any:
    """Return `value` with every text in it cleaned, however deep in lists and dictionaries."""
    match value:
        case str():
            return without_invisible(value)
        case list() | tuple():
            return [cleaned_deep(each) for each in value]
        case dict():
            return {key: cleaned_deep(each) for key, each in value.items()}
    return value


def _has_writing_from_the_right(text: str) -> bool:
    """Marks of direction are not writing, though Unicode gives them a direction too."""
    return any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT
        for character in text
        if character not in _DIRECTION_MARKS
    )


def _without_idle_joiners(text: str) -> str:
    kept: list[str] = []
    for place, character in enumerate(text):
        before = kept[-1] if kept else " "
        if character in _JOINERS:
            neighbours = {before, text[place + 1 : place + 2] or " "}
            is_idle = not {unicodedata.category(one) for one in neighbours} <= _JOINED_CATEGORIES
        else:
            is_idle = bool(_TAG.match(character)) and before != _FLAG and not _TAG.match(before)
        if not is_idle:
            kept.append(character)
    return "".join(kept)
