"""Press and media: what appeared, and whom journalists can call."""

from itertools import groupby
from typing import Any

from django.core.paginator import Page as ResultPage
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.search import index

from home.blocks.links import LinkBlock
from home.blocks.stream_field import PageStreamField
from home.coverage.feed import CoverageFeed
from home.coverage.filters import FILTERS
from home.pages.base import BasePage
from home.pages.lists import FeedListPage
from home.structured_data.article import coverage_list
from media_library.coverage import MediaCoverageQuerySet
from media_library.models import MediaCoverage
from perspectief.site_address import absolute_url


class CoverageIndexPage(FeedListPage):
    """The media items in one language, with a press contact."""

    filters = FILTERS
    feed_class = CoverageFeed
    items_per_page = 20

    press_heading: models.CharField = models.CharField(
        _("heading of the press contact"), max_length=80
    )
    press_text: models.TextField = models.TextField(
        _("text of the press contact"),
        help_text=_("What you do for journalists. The phone number comes after it automatically."),
    )
    press_link = PageStreamField(
        [("link", LinkBlock())],
        verbose_name=_("page for journalists"),
        max_num=1,
        blank=True,
    )

    content_panels = [
        *BasePage.content_panels,
        HelpPanel(content=_("The items themselves are in the menu, under ‘Press and media’.")),
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("press_heading"), FieldPanel("press_text"), FieldPanel("press_link")],
            heading=_("Press contact"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *FeedListPage.search_fields,
        index.SearchField("press_heading"),
        index.SearchField("press_text"),
    ]
    subpage_types = ["home.ContentPage"]
    page_description = _("What has appeared in the media, and who to call; one for each language.")
    template = "home/coverage_index_page.html"

    class Meta:
        verbose_name = _("press and media")
        verbose_name_plural = _("press and media")

    @property
    def press_link_label(self) -> str:
        """Text of the link to the page for journalists, "" without one."""
        return self.press_link[0].value["label"] if self.press_link else ""

    @property
    def press_link_url(self) -> str:
        """Address of the page for journalists, "" when it is not published."""
        return self.press_link[0].value.url if self.press_link else ""

    def listed(self) -> MediaCoverageQuerySet:
        """All items, the newest first; every one is shown in both languages."""
        return MediaCoverage.objects.newest_first()

    def shown(self, page_obj: ResultPage) -> dict[str, Any]:
        """Return `years`, each with its items."""
        by_year = groupby(page_obj.object_list, key=lambda item: item.year)
        return {"years": [{"year": year, "coverage": list(items)} for year, items in by_year]}

    def structured_items(self, request: HttpRequest, picture_url: str) -> list[dict[str, Any]]:
        """Tell search engines what others published; only where the newest items are shown."""
        if request.GET:
            return []
        address = absolute_url(self.get_url(request) or request.path)
        return [coverage_list(self.listed()[: self.items_per_page], list_url=address)]
