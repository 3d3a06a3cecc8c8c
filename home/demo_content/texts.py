"""How demo pages are written down: the words of `home.bilingual`, and links to each other."""

from dataclasses import dataclass, field
from typing import Any

from home.bilingual.texts import (
    RichText,
    Text,
    bullets,
    numbers,
    rich,
    section,
    small_heading,
    texts_in,
)

__all__ = [
    "DemoPage",
    "DocumentsReference",
    "FigureReference",
    "FigureSetReference",
    "PageReference",
    "RichText",
    "Text",
    "VideoReference",
    "bullets",
    "call_to_action",
    "chart",
    "download",
    "downloads",
    "figure",
    "link",
    "numbers",
    "panel",
    "questions",
    "register_link",
    "rich",
    "section",
    "small_heading",
    "steps",
    "story_teaser",
    "texts_in",
    "tiles",
]


@dataclass(frozen=True)
class PageReference:
    """Another demo page, by its key."""

    key: str


@dataclass(frozen=True)
class FigureReference:
    """A demo figure, written as set.figure.year."""

    reference: str


@dataclass(frozen=True)
class FigureSetReference:
    """A set of demo figures, by its code."""

    code: str


@dataclass(frozen=True)
class DocumentsReference:
    """A demo document in all its languages, by its key."""

    key: str


@dataclass(frozen=True)
class VideoReference:
    """The video of a demo page, by the key of the page."""

    page_key: str


@dataclass(frozen=True)
class DemoPage:
    """One page of the demo site.

    `key` never changes: it is how a later run knows the page. `model` is an app label and a class
    name; `plain` holds the fields that are text, `streams` those made of blocks, `codes` those that
    are the same in both languages: codes and moments, or functions that give them when the page is
    made.
    """

    key: str
    model: str
    title: Text
    slug: Text
    description: Text
    parent: str = "home"
    seo_title: Text | None = None
    plain: dict[str, Text | RichText] = field(default_factory=dict)
    streams: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    codes: dict[str, Any] = field(default_factory=dict)
    video: Any = None  # a DemoVideo, for the page of one video


def link(label: Text, to: str, note: Text | None = None) -> dict[str, Any]:
    """A link to a demo page; with `note` it is a row."""
    target = {"label": label, "page": PageReference(to), "external_url": "", "special": ""}
    return target | ({"note": note} if note else {})


def register_link(label: Text | None = None) -> dict[str, Any]:
    """The link to the registration page."""
    label = label or Text("Meld je aan", "Register")
    return {"label": label, "page": None, "external_url": "", "special": "register"}


def chart(heading: Text | str, figure_set: str, intro: Text | str = "") -> tuple[str, Any]:
    """A chart block."""
    value = {"heading": heading, "intro": intro, "figure_set": FigureSetReference(figure_set)}
    return ("chart", value)


def figure(reference: str, text: Text | str = "") -> dict[str, Any]:
    """One number of a figures block; without `text` its own label says what it means."""
    return {"figure": FigureReference(reference), "number": "", "unit": "", "text": text}


def questions(heading: Text, *pairs: tuple[Text, Any]) -> tuple[str, Any]:
    """A block of questions; an answer is a `Text`, or several of what `rich` takes."""
    items = [
        {"question": question, "answer": rich(*(answer if isinstance(answer, list) else [answer]))}
        for question, answer in pairs
    ]
    return ("faq", {"heading": heading, "questions": items})


def steps(heading: Text, intro: Text | str, *pairs: tuple[Text, Text]) -> tuple[str, Any]:
    """A block of steps: a title and a text for each."""
    items = [{"title": title, "text": text} for title, text in pairs]
    return ("steps", {"heading": heading, "intro": intro, "steps": items})


def tiles(heading: Text, intro: Text | str, *pairs: tuple[str, dict[str, Any]]) -> tuple[str, Any]:
    """A block of tiles: the name of a drawing and a `link` for each."""
    items = [target | {"pictogram": pictogram} for pictogram, target in pairs]
    return ("tiles", {"heading": heading, "intro": intro, "tiles": items})


def story_teaser(story_key: str, quote: Text, text: Text, label: Text) -> tuple[str, Any]:
    """A block that leads to an example story, and says that it is one."""
    value = {
        "label": Text("Voorbeeldverhaal", "Example story"),
        "quote": quote,
        "text": text,
        "link": link(label, story_key),
        "example_note": Text(
            "Voorbeeldverhaal. De personen bestaan niet echt.",
            "Example story. These are not real people.",
        ),
    }
    return ("story_teaser", value)


def call_to_action(heading: Text, text: Text, to: dict[str, Any]) -> tuple[str, Any]:
    """A block with one button; `to` is a `link` or a `register_link`."""
    return ("call_to_action", {"heading": heading, "text": text, "link": to})


def download(
    title: Text, documents: str, text: Text | str = "", page: str | None = None
) -> dict[str, Any]:
    """One row of a list of downloads; `documents` is a key, `page` that of a page with the text."""
    return {
        "title": title,
        "text": text,
        "documents": DocumentsReference(documents),
        "page": PageReference(page) if page else None,
    }


def downloads(heading: Text, *rows: dict[str, Any]) -> tuple[str, Any]:
    """A downloads block."""
    return ("downloads", {"heading": heading, "downloads": list(rows)})


def panel(pictogram: str, title: Text, text: Text) -> dict[str, Any]:
    """One part of a sheet to print."""
    return {"pictogram": pictogram, "title": title, "text": text}
