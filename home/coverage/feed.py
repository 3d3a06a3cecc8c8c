"""The newest media items as an RSS feed, one for each language."""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language

from media_library.coverage import MediaCoverageQuerySet
from media_library.models import MediaCoverage

if TYPE_CHECKING:
    from home.pages.coverage import CoverageIndexPage

FEED_LENGTH = 30


class CoverageFeed(Feed):
    """What the list shows, for feed readers.

    Args:
        page: the list in the language of the feed.
    """

    feed_type = Rss201rev2Feed
    # An item has no page of its own, so its address says nothing about which item it is.
    item_guid_is_permalink = False

    def __init__(self, page: "CoverageIndexPage") -> None:
        self.page = page
        self.language = get_language() or settings.LANGUAGE_CODE
        self.title = f"{page.seo_title or page.title} – {settings.WAGTAIL_SITE_NAME}"
        self.link = page.url
        self.description = page.summary or self.title
        self.feed_url = page.feed_url

    def items(self) -> MediaCoverageQuerySet:
        """The newest items."""
        return MediaCoverage.objects.newest_first()[:FEED_LENGTH]

    def item_title(self, item: MediaCoverage) -> str:
        """Outlet and title; the feed escapes them itself."""
        return f"{item.outlet}: {item.title}"

    def item_description(self, item: MediaCoverage) -> str:
        """The summary and, where somebody is named, who it is with."""
        return " ".join(text for text in (item.summary, item.people) if text)

    def item_link(self, item: MediaCoverage) -> str:
        """The item itself, or else the list of its year."""
        return item.url or f"{self.page.url}?year={item.year}"

    def item_guid(self, item: MediaCoverage) -> str:
        """The same for ever, also when a link is added later."""
        return f"{self.page.translation_key}:{item.pk}"

    def item_pubdate(self, item: MediaCoverage) -> datetime | None:
        """Noon of the day; nothing where we do not know the day, because a guess would be false."""
        if item.published_on is None:
            return None
        return datetime.combine(item.published_on, time(12), tzinfo=UTC)

    def item_categories(self, item: MediaCoverage) -> list[str]:
        """What kind of item it is."""
        return [item.get_kind_display()]
