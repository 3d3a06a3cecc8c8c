"""The list of videos, and a page for each."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as ResultPage
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.query import PageQuerySet
from wagtail.search import index

from home.blocks.body import PageBody
from home.blocks.sections import number_anchors
from home.blocks.stream_field import PageStreamField
from home.page_index import load_page_index
from home.pages.lists import ListPage
from home.pages.reading import RELATED_PAGES, ReadingPage
from home.structured_data.video import video_object
from media_library.models import Video
from media_library.pictures import one_size
from perspectief.site_address import absolute_url


@dataclass(frozen=True)
class VideoCard:
    """A video in a list."""

    title: str
    url: str
    video: Video


class VideoIndexPage(ListPage):
    """All videos of one language."""

    subpage_types = ["home.VideoPage"]
    page_description = _("The list of videos; one for each language.")
    template = "home/video_index_page.html"

    class Meta:
        verbose_name = _("list of videos")
        verbose_name_plural = _("lists of videos")

    def listed(self) -> PageQuerySet:
        """The videos in the order of the page tree."""
        return _videos_below(self)

    def shown(self, page_obj: ResultPage) -> dict[str, Any]:
        """Return `cards`."""
        return {"cards": _cards(page_obj.object_list)}


class VideoPage(ReadingPage):
    """One video, and what belongs with it."""

    intro: models.TextField = models.TextField(
        _("introduction"), blank=True, help_text=_("What the video answers, in two sentences.")
    )
    video = models.ForeignKey(
        Video, verbose_name=_("video"), on_delete=models.PROTECT, related_name="+"
    )
    body = PageStreamField(PageBody(), verbose_name=_("body"), blank=True)

    content_panels = [
        *ReadingPage.content_panels,
        FieldPanel("intro"),
        FieldPanel("video"),
        FieldPanel("body"),
        ReadingPage.related_panel,
    ]
    search_fields = [
        *ReadingPage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    parent_page_types = ["home.VideoIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A video with its transcript, and blocks below it.")
    template = "home/video_page.html"

    class Meta:
        verbose_name = _("video page")
        verbose_name_plural = _("video pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the `others`, videos beside this one, unless pages were chosen."""
        number_anchors(self.body)
        others = _videos_below(self.get_parent()).exclude(pk=self.pk)[:RELATED_PAGES]
        return super().get_context(request, *args, **kwargs) | {
            "others": [] if self.chosen_related else _cards(others)
        }

    def structured_items(self, request: HttpRequest, picture_url: str) -> list[dict[str, Any]]:
        """Tell search engines about the video."""
        poster = self.video.poster
        if poster and (copy := one_size(poster, "poster")):
            picture_url = absolute_url(copy.url)
        file = self.video.file
        return [
            video_object(
                self.video,
                page_url=absolute_url(self.get_url(request) or request.path),
                picture_url=picture_url,
                file_url=absolute_url(file.url) if file else "",
            )
        ]


def _videos_below(parent: Any) -> PageQuerySet:
    """Published videos in the order of the page tree, with all that a list shows of them."""
    return (
        VideoPage.objects.child_of(parent)
        .live()
        .public()
        .order_by("path")
        .defer_streamfields()
        .select_related("video")
        .prefetch_related("video__poster__renditions")
    )


def _cards(pages: Any) -> list[VideoCard]:
    entries = load_page_index().entries
    return [
        VideoCard(page.title, entries[page.pk].url, page.video)
        for page in pages
        if page.pk in entries
    ]
