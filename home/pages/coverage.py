"""Press and media: what appeared, and whom journalists can call."""

from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks.body import PageBody
from home.blocks.links import LinkBlock
from home.blocks.sections import number_anchors
from home.coverage.feed import CoverageFeed
from home.coverage.filters import FIELDS, chosen_values, filter_groups
from home.pages.base import BasePage
from media_library.models import MediaCoverage

ITEMS_PER_PAGE = 20
FEED_ROUTE = "rss/"


class CoverageIndexPage(RoutablePageMixin, BasePage):
    """The media items in one language, with filters and a feed; its blocks come below the list."""

    intro: models.TextField = models.TextField(
        _("introduction"), blank=True, help_text=_("What this list is, in one or two sentences.")
    )
    press_heading: models.CharField = models.CharField(
        _("heading of the press contact"), max_length=80
    )
    press_text: models.TextField = models.TextField(
        _("text of the press contact"),
        help_text=_("What you do for journalists. The phone number comes after it by itself."),
    )
    press_link = StreamField(
        [("link", LinkBlock())],
        verbose_name=_("page for journalists"),
        max_num=1,
        blank=True,
    )
    body = StreamField(PageBody(), verbose_name=_("body"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        HelpPanel(content=_("The items themselves are in the menu, under “Press and media”.")),
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("press_heading"), FieldPanel("press_text"), FieldPanel("press_link")],
            heading=_("Press contact"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("press_heading"),
        index.SearchField("press_text"),
        index.SearchField("body"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ContentPage"]
    max_count = len(settings.LANGUAGES)
    page_description = _("What appeared in the media, and whom to call; one for each language.")
    template = "home/coverage_index_page.html"

    class Meta:
        verbose_name = _("press and media")
        verbose_name_plural = _("press and media")

    @path(FEED_ROUTE, name="feed")
    def feed(self, request: HttpRequest) -> HttpResponseBase:
        """The newest items for feed readers."""
        return CoverageFeed(self)(request)

    @property
    def feed_url(self) -> str:
        """Address of the feed, "" for a page that is not on the site."""
        return f"{self.url}{FEED_ROUTE}" if self.url else ""

    @property
    def press_link_label(self) -> str:
        """Text of the link to the page for journalists, "" without one."""
        return self.press_link[0].value["label"] if self.press_link else ""

    @property
    def press_link_url(self) -> str:
        """Address of the page for journalists, "" when it is not published."""
        return self.press_link[0].value.url if self.press_link else ""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filter form (`groups`, `is_filtered`), `years` of items, `total`, `page_obj`."""
        number_anchors(self.body)
        chosen = chosen_values(request.GET)
        present = MediaCoverage.objects.order_by().values(*FIELDS).distinct()
        found = MediaCoverage.objects.newest_first()
        found = found.filter(**{f"{field}__in": values for field, values in chosen.items()})
        page_obj = Paginator(found, ITEMS_PER_PAGE).get_page(request.GET.get("page"))
        years = [
            {"year": year, "coverage": list(items)}
            for year, items in groupby(page_obj.object_list, key=lambda item: item.year)
        ]
        return super().get_context(request, *args, **kwargs) | {
            "groups": filter_groups(present, chosen),
            "is_filtered": bool(chosen),
            "years": years,
            "total": page_obj.paginator.count,
            "page_obj": page_obj,
        }
