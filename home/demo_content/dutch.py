"""Turn demo data into what Wagtail stores: the Dutch values, with ids that never change."""

import uuid
from collections.abc import Callable
from typing import Any

from home.bilingual import streams
from home.demo_content.documents import document_pks
from home.demo_content.texts import (
    DocumentsReference,
    FigureReference,
    FigureSetReference,
    PageReference,
    VideoReference,
)
from home.demo_content.videos.files import make_video
from home.demo_content.videos.script import DemoVideo
from home.figures.models import Figure, FigureSet
from home.videos.pages import VideoPage

NAMESPACE = uuid.UUID("5f1c2c0e-6d0b-4d57-9d1c-8c6f1c8f5a11")


def stable_id(*parts: str) -> str:
    """The same id for the same thing in every run; translations hang on ids of blocks."""
    return str(uuid.uuid5(NAMESPACE, "/".join(parts)))


def stream_json(
    key: str, name: str, stream: list[Any], page_pk: Callable[[str], int | None]
) -> str:
    """A stream field as Wagtail stores it.

    Args:
        key: key of the page or menu that the field belongs to.
        name: name of the field.
        stream: pairs of a block's name and its value.
        page_pk: finds the primary key of a demo page; None leaves the link without a page.
    """
    return streams.stream_json(
        f"{key}/{name}",
        stream,
        namespace=NAMESPACE,
        resolve=lambda value: _stored(value, page_pk),
    )


def _stored(value: Any, page_pk: Callable[[str], int | None]) -> Any:
    match value:
        case PageReference():
            return page_pk(value.key)
        case FigureReference():
            return _figure_pk(value)
        case DocumentsReference():
            return document_pks(value.key)
        case FigureSetReference():
            return FigureSet.objects.filter(code=value.code).values_list("pk", flat=True).first()
        case DemoVideo():
            return make_video(value).pk
        case VideoReference():
            return (
                VideoPage.objects.filter(pk=page_pk(value.page_key))
                .values_list("video", flat=True)
                .first()
            )
    return value


def _figure_pk(figure: FigureReference) -> int | None:
    set_code, code, year = figure.reference.split(".")
    return (
        Figure.objects.filter(figure_set__code=set_code, code=code, year=year)
        .values_list("pk", flat=True)
        .first()
    )
