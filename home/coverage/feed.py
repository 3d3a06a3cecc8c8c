"""The newest media items for feed readers."""

from datetime import UTC, datetime, time

from home.pages import feeds
from media_library.coverage import MediaCoverageQuerySet
from media_library.models import MediaCoverage


class CoverageFeed(feeds.ListFeed):
    """Media items; they have no page of their own, so each leads to the item itself."""

    def items(self) -> MediaCoverageQuerySet:
        """The newest items."""
        return MediaCoverage.objects.newest_first()[: feeds.FEED_LENGTH]

    def item_title(self, item: MediaCoverage) -> str:
        """Outlet and title; the feed escapes them itself."""
        return f"{item.outlet}: {item.title}"

    def item_description(self, item: MediaCoverage) -> str:
        """The summary and, where somebody is named, who it is with."""
        return " ".join(text for text in (item.summary, item.people) if text)

    def item_url(self, item: MediaCoverage) -> str:
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
