"""What the files of the demo say, once read: the words of `home.bilingual`, and links to others."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from home.bilingual.texts import RichText, Text
from home.demo_content.videos.script import DemoVideo


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
class DaysFromNow:
    """A day that depends on when the demo is made."""

    distance: timedelta


@dataclass(frozen=True, kw_only=True)
class DemoFields:
    """What one page, or the menus, hold beside a title.

    `plain` holds the fields that are text, `streams` those made of blocks, `codes` those that are
    the same in both languages, `days` those that are a moment: the beginning of a day here;
    `pages` those that are another page, by its key.
    """

    plain: dict[str, Text | RichText] = field(default_factory=dict)
    streams: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    codes: dict[str, Any] = field(default_factory=dict)
    days: dict[str, date | DaysFromNow] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class DemoPage(DemoFields):
    """One page of the demo site.

    `key` never changes: it is how a later run knows the page. `model` is an app label and a class
    name.
    """

    key: str
    model: str
    title: Text
    slug: Text
    description: Text
    parent: str = "home"
    seo_title: Text | None = None
    video: DemoVideo | None = None  # of the page of one video
