"""Turn demo data into what Wagtail stores: values in one language, with ids that never change."""

import uuid
from collections.abc import Mapping
from functools import cached_property
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


class Rows:
    """The rows that demo pages refer to.

    Args:
        pages: primary keys of the Dutch pages by their key; a link to another is left without page.
    """

    def __init__(self, pages: Mapping[str, int]) -> None:
        self._pages = pages
        self._videos: dict[DemoVideo, int] = {}

    def page(self, key: str) -> int | None:
        """Primary key of the Dutch page, which stands for its translations too."""
        return self._pages.get(key)

    def stream_json(self, key: str, name: str, stream: list[Any], language: str = "nl") -> str:
        """A stream field as Wagtail stores it.

        Args:
            key: key of the page or menu that the field belongs to.
            name: name of the field.
            stream: pairs of a block's name and its value.
            language: that of the page.
        """
        return streams.stream_json(
            f"{key}/{name}",
            stream,
            namespace=NAMESPACE,
            resolve=self._stored,
            language=language,
        )

    def _stored(self, value: Any) -> Any:
        match value:
            case PageReference():
                return self.page(value.key)
            case FigureReference():
                return self._figures.get(value.reference)
            case FigureSetReference():
                return self._figure_sets.get(value.code)
            case DocumentsReference():
                return document_pks(value.key)
            case VideoReference():
                return self._videos_of_pages.get(self.page(value.page_key))
            case DemoVideo():
                if value not in self._videos:
                    self._videos[value] = make_video(value).pk
                return self._videos[value]
        return value

    @cached_property
    def _figures(self) -> dict[str, int]:
        figures = Figure.objects.select_related("figure_set")
        return {figure.reference: figure.pk for figure in figures}

    @cached_property
    def _figure_sets(self) -> dict[str, int]:
        return dict(FigureSet.objects.values_list("code", "pk"))

    @cached_property
    def _videos_of_pages(self) -> dict[int | None, int]:
        return dict(VideoPage.objects.values_list("pk", "video"))
