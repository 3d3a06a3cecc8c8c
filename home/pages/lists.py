"""What the pages share that list things: introduction, filters, pages of the list, blocks, feed."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from home.blocks.body import PageBody
from home.blocks.sections import number_anchors
from home.blocks.stream_field import PageStreamField
from home.pages.base import BasePage
from home.pages.feeds import ListFeed
from home.pages.filters import Filter, FilteredList

FEED_ROUTE = "rss/"


class ListPage(BasePage):
    """Abstract list of one language; its blocks come below the list."""

    intro: models.TextField = models.TextField(
        _("introduction"), blank=True, help_text=_("What this list is, in one or two sentences.")
    )
    body = PageStreamField(PageBody(), verbose_name=_("body"), blank=True)

    #: What the list can be narrowed with.
    filters: Sequence[Filter] = ()
    items_per_page = 12

    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    parent_page_types = ["home.HomePage"]
    max_count = len(settings.LANGUAGES)

    class Meta:
        abstract = True

    def listed(self) -> models.QuerySet[Any]:
        """All items that readers may see, in the order of the list."""
        raise NotImplementedError

    def shown(self, page_obj: ResultPage) -> dict[str, Any]:
        """What the template needs of the items on one page of the list."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filter form (`groups`, `is_filtered`), `total`, `page_obj`, and what is shown."""
        number_anchors(self.body)
        items = FilteredList(self.listed(), self.filters, request.GET)
        pages = Paginator(items.found, self.items_per_page)
        page_obj = pages.get_page(request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {
            "groups": items.groups if self.filters else [],
            "is_filtered": items.is_filtered,
            "total": pages.count,
            "page_obj": page_obj,
            **self.shown(page_obj),
        }


class FeedListPage(RoutablePageMixin, ListPage):
    """Abstract list that feed readers can follow."""

    feed_class: type[ListFeed]

    class Meta:
        abstract = True

    @path(FEED_ROUTE, name="feed")
    def feed(self, request: HttpRequest) -> HttpResponseBase:
        """The newest items for feed readers."""
        return self.feed_class(self)(request)

    @property
    def feed_url(self) -> str:
        """Address of the feed, "" for a page that is not on the site."""
        return f"{self.url}{FEED_ROUTE}" if self.url else ""
