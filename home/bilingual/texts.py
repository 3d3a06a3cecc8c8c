"""How code writes content down: each sentence in both languages, blocks as plain data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Text:
    """The same thing said in two languages."""

    nl: str
    en: str


@dataclass(frozen=True)
class RichText:
    """Paragraphs, small headings and lists, in order: pairs of a tag and its text or texts."""

    parts: tuple[tuple[str, tuple[Text, ...]], ...]

    def html(self, language: str = "nl") -> str:
        """The HTML that the page in that language gets."""
        return "".join(
            _html(tag, [getattr(text, language) for text in texts]) for tag, texts in self.parts
        )


def _html(tag: str, texts: list[str]) -> str:
    if tag in ("ul", "ol"):
        return f"<{tag}>" + "".join(f"<li>{text}</li>" for text in texts) + f"</{tag}>"
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def rich(*parts: Any) -> RichText:
    """Rich text; a bare `Text` is a paragraph."""
    return RichText(tuple(part if isinstance(part, tuple) else ("p", (part,)) for part in parts))


def bullets(*items: Text) -> tuple[str, tuple[Text, ...]]:
    """A list with bullets, within `rich`."""
    return ("ul", items)


def numbers(*items: Text) -> tuple[str, tuple[Text, ...]]:
    """A numbered list, within `rich`."""
    return ("ol", items)


def small_heading(heading: Text) -> tuple[str, tuple[Text, ...]]:
    """A heading below that of the section, within `rich`."""
    return ("h3", (heading,))


def section(heading: Text, *parts: Any) -> tuple[str, Any]:
    """A text block."""
    return ("text", {"heading": heading, "text": rich(*parts)})


def texts_in(value: Any) -> Iterator[Text]:
    """Every `Text` in nested demo data."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, RichText):
        for _tag, texts in value.parts:
            yield from texts
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_in(inner)
