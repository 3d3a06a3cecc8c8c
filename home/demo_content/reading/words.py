"""Texts in both languages, and the few other things that a file may say in a word."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

from home.bilingual.texts import RichText, Text, bullets, numbers, rich, small_heading
from home.demo_content.reading.marked import Marked
from home.demo_content.texts import DaysFromNow
from home.figures.references import references_in
from perspectief.invisible import invisible_in

LANGUAGES = {"nl": "Dutch", "en": "English"}
#: What stands for a text that was not there; its fault keeps it from ever being used.
NO_TEXT = Text("", "")
LISTS = {"bullets": bullets, "numbers": numbers}


class Mentions:
    """What files call by its name; whether that exists is only known when all are read."""

    def __init__(self) -> None:
        self._found: list[tuple[Marked, str, str]] = []

    def add(self, node: Marked, kind: str, name: str) -> None:
        """Remember that something of a kind, such as a page, is called by its name."""
        self._found.append((node, kind, name))

    def check(self, known: Mapping[str, Collection[str]]) -> None:
        """Find fault with what is not there; `known` holds the names of every kind."""
        for node, kind, name in self._found:
            if name and name not in known[kind]:
                node.fault(f"There is no {kind} ‘{name}’.")


def read_text(node: Marked, mentions: Mentions, longest: int | None = None) -> Text:
    """Return a text that is there in both languages.

    Args:
        node: where it is written.
        mentions: gets the figures that it names.
        longest: the number of characters that fit, None for any.
    """
    if node.is_word():
        missing = "The Dutch and the English text are missing."
        node.fault(
            missing if node.is_empty() else "A text is written twice: after nl and after en."
        )
        return NO_TEXT
    found = node.record((), LANGUAGES).found
    said = {}
    for code, language in LANGUAGES.items():
        each = found.get(code)
        if each is None or each.is_empty():
            (each or node).fault(f"The {language} text is missing.")
            continue
        said[code] = each.word()
        if longest and len(said[code]) > longest:
            each.fault(f"The {language} text has {len(said[code])} characters; {longest} fit here.")
        if mark := invisible_in(said[code]):
            each.fault(f"The {language} text has a character that nobody sees, {mark}.")
        _find_figures(each, said[code], mentions)
    return Text(**said) if said.keys() == LANGUAGES.keys() else NO_TEXT


def _find_figures(node: Marked, said: str, mentions: Mentions) -> None:
    named = references_in(said)
    for each in named:
        mentions.add(node, "figure", each)
    if not said.count("[[") == said.count("]]") == len(named):
        node.fault("A figure in a text is written as [[set.figure.year]].")


def read_rich_text(node: Marked, mentions: Mentions) -> RichText:
    """Return paragraphs, small headings and lists."""
    return rich(*(_read_part(item, mentions) for item in node.items()))


def _read_part(node: Marked, mentions: Mentions) -> Any:
    if node.is_word():
        return read_text(node, mentions)
    found = node.mapping()
    [name] = found if len(found) == 1 else [""]
    if name == "heading":
        return small_heading(read_text(found[name], mentions))
    if name in LISTS:
        return LISTS[name](*(read_text(item, mentions) for item in found[name].items()))
    return read_text(node, mentions)


def read_code(node: Marked, known: Collection[str], what: str) -> str:
    """Return a word that is one of `known`; `what` is what they are."""
    word = node.word()
    if word and word not in known:
        node.fault(f"‘{word}’ is no {what}; known are {', '.join(known)}.")
    return word


def read_number(node: Marked) -> int:
    """Return a whole number."""
    word = node.word()
    if not word.isdecimal():
        node.fault(f"‘{word}’ is no whole number.")
        return 0
    return int(word)


def read_share(node: Marked) -> float:
    """Return a number with a point in it, such as 0.25."""
    word = node.word()
    try:
        return float(word)
    except ValueError:
        node.fault(f"‘{word}’ is no number.")
        return 0.0


def read_yes_or_no(node: Marked) -> bool:
    """Return whether it says yes."""
    return read_code(node, ["yes", "no"], "answer") == "yes"


def read_day(node: Marked) -> date | DaysFromNow:
    """Return a day: `2024-09-15`, `14 days ago` or `in 90 days`."""
    word = node.word()
    match word.split():
        case [number, "days", "ago"] if number.isdecimal():
            return DaysFromNow(timedelta(days=-int(number)))
        case ["in", number, "days"] if number.isdecimal():
            return DaysFromNow(timedelta(days=int(number)))
    try:
        return date.fromisoformat(word)
    except ValueError:
        node.fault(f"‘{word}’ is no day, such as 2024-09-15, 14 days ago or in 90 days.")
        return date.min
