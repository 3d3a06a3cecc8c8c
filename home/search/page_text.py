"""Everything there is to read on a page, as plain lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.search import index

from home.blocks.charts import ChartValue
from home.blocks.figures import FiguresValue
from home.blocks.links import LinkBlock
from home.blocks.videos import VideoValue
from home.coverage.page import CoverageIndexPage
from home.figures.catalogue import load_figures
from home.figures.references import fill_in
from home.videos.pages import VideoPage
from media_library.models import MediaCoverage, Video

END_OF_LINE = re.compile(
    r"<br\s*/?>|</(?:p|h[1-6]|li|ul|ol|blockquote|hr|tr|td|th)>", re.IGNORECASE
)
#: Fields that are told apart from the rest: the title, and what the page is about.
LEAD_FIELDS = ("search_description", "intro")
#: Names of the parts of a block that say what it is about.
HEADING_NAMES = {"heading", "question", "title"}


@dataclass(frozen=True)
class Line:
    """A heading, paragraph or other piece of text that stands on its own."""

    text: str
    is_heading: bool = False


def lead_of(page: Page) -> str:
    """What a page is about, as its editor says to search engines and on top of the page."""
    leads = (" ".join(str(getattr(page, name, "")).split()) for name in LEAD_FIELDS)
    return "\n".join(dict.fromkeys(lead for lead in leads if lead))


def lines_of(page: Page) -> list[Line]:
    """The texts of a page beside title and lead: what its type gives to search, and its blocks.

    Call it while the language of the page is active.
    """
    figures = load_figures().texts
    further = (Line(text) for text in further_lines(page))
    lines = (
        Line(fill_in(" ".join(line.text.split()), figures), line.is_heading)
        for line in [*_lines_of_fields(page), *further]
    )
    return [line for line in lines if line.text]


@singledispatch
def further_lines(shown: Any) -> Iterable[str]:
    """Texts that a page or block shows without holding them itself."""
    return ()


@further_lines.register
def _(page: VideoPage) -> Iterable[str]:
    return lines_of_video(page.video)


@further_lines.register
def _(page: CoverageIndexPage) -> Iterable[str]:
    for item in MediaCoverage.objects.newest_first():
        yield from (item.outlet, item.title, item.summary)


@further_lines.register
def _(block: VideoValue) -> Iterable[str]:
    video = block.get("video")
    return lines_of_video(video) if video else ()


@further_lines.register
def _(block: ChartValue) -> Iterable[str]:
    chart = block.chart
    return (chart.title, *(row.label for row in chart.rows)) if chart else ()


@further_lines.register
def _(block: FiguresValue) -> Iterable[str]:
    for figure in block["figures"]:
        yield f"{figure.shown_number}{figure.shown_unit} {figure.shown_text}"


def lines_of_video(video: Video) -> Iterator[str]:
    """Title, description and transcript of a video in the active language."""
    yield video.title
    yield video.description
    yield from lines_of_html(video.transcript)


def lines_of_html(html: str) -> list[str]:
    """The lines of rich text, without its tags."""
    return unescape(strip_tags(END_OF_LINE.sub("\n", html))).splitlines()


def _lines_of_fields(page: Page) -> Iterator[Line]:
    left_out = {"title", *LEAD_FIELDS}
    for search_field in type(page).get_search_fields():
        name = search_field.field_name
        if not isinstance(search_field, index.SearchField) or name in left_out:
            continue
        value = getattr(page, name)
        if isinstance(value, blocks.StreamValue):
            yield from _lines_of_block(value.stream_block, value)
        elif isinstance(search_field.get_field(type(page)), RichTextField):
            yield from map(Line, lines_of_html(value))
        else:
            yield from map(Line, str(value).splitlines())


def _lines_of_block(block: blocks.Block, value: Any) -> Iterator[Line]:
    if isinstance(block, LinkBlock):
        return  # says what another page is about
    if isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from _lines_of_block(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            yield from _lines_of_block(block.child_block, child)
    elif isinstance(block, blocks.StructBlock):
        for name, child_block in block.child_blocks.items():
            yield from _lines_of_block(child_block, value.get(name))
        yield from map(Line, further_lines(value))
    elif isinstance(value, RichText):
        yield from map(Line, lines_of_html(value.source))
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock) and value:
        is_heading = block.name in HEADING_NAMES
        yield from (Line(text, is_heading) for text in str(value).splitlines())
