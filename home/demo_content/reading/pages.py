"""Reads the tree of pages, the pages, and the menus that lead to them."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from home.bilingual.texts import Text
from home.demo_content.reading.blocks import read_stream
from home.demo_content.reading.marked import Marked, Record
from home.demo_content.reading.videos import read_video
from home.demo_content.reading.words import (
    NO_TEXT,
    Mentions,
    read_code,
    read_day,
    read_rich_text,
    read_text,
    read_yes_or_no,
)
from home.demo_content.texts import DemoFields, DemoPage
from home.navigation.menu import SiteMenu
from media_library.models import Video

#: What every page has, and how its fields are called.
OF_EVERY_PAGE = {
    "title": "title",
    "slug": "slug",
    "description": "search_description",
    "seo_title": "seo_title",
}
#: What the demo never fills in.
ELSEWHERE = ("show_in_menus", "social_image", "go_live_at", "expire_at", "first_published_at")


def read_tree(node: Marked, files: Collection[str]) -> dict[str, str]:
    """Return the key of the parent by key, parents first; that of the front page is "".

    Args:
        node: all of the file with the tree.
        files: the names of the pages that have a file.
    """
    parents: dict[str, str] = {}

    def add(children: Marked, parent: str) -> None:
        for key, below in children.mapping().items():
            if key in parents:
                below.fault(f"The page ‘{key}’ stands in the tree twice.")
            elif key not in files:
                below.fault(f"The page ‘{key}’ has no file {key}.yaml.")
            parents[key] = parent
            if not below.is_empty():
                add(below, key)

    add(node, "")
    if list(parents.values()).count("") != 1:
        node.fault("The tree begins with one page, which all others stand below.")
    return parents


def read_page(node: Marked, mentions: Mentions, *, key: str, parent: str) -> DemoPage | None:
    """Return a page, None with a fault if it has no type.

    Args:
        node: all of its file.
        mentions: gets what it links to.
        key: the name of the page.
        parent: that of the page above.
    """
    types = {model.__name__: model for model in get_page_models() if model is not Page}
    type_node = node.mapping().get("type")
    if type_node is None:
        node.fault("‘type’ is missing.")
        return None
    model = types.get(read_code(type_node, types, "type of page"))
    if model is None:
        return None
    record = _record_of(node, model, also=["type"])

    def text(each: Marked, name: str) -> Text:
        return read_text(each, mentions, model._meta.get_field(OF_EVERY_PAGE[name]).max_length)

    common: dict[str, Any] = {
        name: text(record.found[name], name) for name in OF_EVERY_PAGE if name in record.found
    }
    video = record.found.pop("video", None)
    return DemoPage(
        **{"title": NO_TEXT, "slug": NO_TEXT, "description": NO_TEXT} | common,
        **_read_fields(record.found, model, mentions),
        key=key,
        model=model._meta.label,
        parent=parent,
        video=read_video(video, mentions, common.get("title"), common.get("description"))
        if video
        else None,
    )


def read_menus(node: Marked, mentions: Mentions) -> DemoFields:
    """Return the menu and the footer."""
    return DemoFields(**_read_fields(_record_of(node, SiteMenu).found, SiteMenu, mentions))


def _record_of(node: Marked, model: type[models.Model], also: Iterable[str] = ()) -> Record:
    fields = _fields_of(model)
    names = list(OF_EVERY_PAGE) if issubclass(model, Page) else []
    needed = [*also, *(name for name in names if name != "seo_title")]
    needed += [name for name, field in fields.items() if not (field.blank or field.has_default())]
    return node.record(needed, [name for name in (*names, *fields) if name not in needed])


def _fields_of(model: type[models.Model]) -> dict[str, Any]:
    """What a file can fill in, beside what every page has."""
    names = [each.field_name for each in get_translatable_fields(model)]
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    return {
        field.name: field
        for field in fields
        if field.name not in (*OF_EVERY_PAGE.values(), *ELSEWHERE) and _kind_of(field)
    }


def _kind_of(field: models.Field) -> str | None:
    """Which part of `DemoFields` a field belongs to, None for one that the demo leaves alone."""
    match field:
        case StreamField():
            return "streams"
        case models.DateTimeField():
            return "days"
        case models.ForeignKey() if field.related_model is Page:
            return "pages"
        case models.ForeignKey() if field.related_model is Video:
            return "video"
        case models.BooleanField():
            return "codes"
        case models.CharField() | models.TextField():
            is_said = TranslatableField(field.name) in get_translatable_fields(field.model)
            return "plain" if is_said else "codes"
    return None


def _read_fields(
    found: dict[str, Marked], model: type[models.Model], mentions: Mentions
) -> dict[str, Any]:
    read: dict[str, dict[str, Any]] = {}
    for name, field in _fields_of(model).items():
        if name in found:
            kind = _kind_of(field) or ""
            read.setdefault(kind, {})[name] = _read_field(found[name], field, mentions)
    return read


def _read_field(node: Marked, field: models.Field, mentions: Mentions) -> Any:
    match field:
        case StreamField():
            return read_stream(node, field.stream_block, mentions)
        case models.DateTimeField():
            return read_day(node)
        case models.ForeignKey():
            mentions.add(node, "page", node.word())
            return node.word()
        case models.BooleanField():
            return read_yes_or_no(node)
        case RichTextField():
            return read_rich_text(node, mentions)
    if _kind_of(field) == "plain":
        return read_text(node, mentions, field.max_length)
    if field.choices:
        return read_code(node, dict(field.flatchoices), "choice")
    return node.word()
