"""The newest items of a list as an RSS feed, one for each language."""

from typing import Any, Protocol
from uuid import UUID

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language

from perspectief.invisible import cleaned_deep
from perspectief.site_address import absolute_url

#: How many items a feed has at most.
FEED_LENGTH = 30


class FollowedList(Protocol):
    """The list that a feed is of."""

    title: str
    seo_title: str
    url: str
    translation_key: UUID

    @property
    def summary(self) -> str:
        """What the list is about in one line."""

    @property
    def feed_url(self) -> str:
        """Address of the feed."""

    def listed(self) -> Any:
        """Return what the list holds, the newest first."""

    def cards(self, items: Any) -> list[dict[str, Any]]:
        """Return what the list shows of each of these items."""


class ReadableFeed(Rss201rev2Feed):
    """RSS that can be written whatever is stored: a control character in one title is left out."""

    def write(self, outfile: Any, encoding: str) -> None:
        """Write the feed."""
        self.feed, self.items = cleaned_deep(self.feed), cleaned_deep(self.items)
        super().write(outfile, encoding)


class ListFeed(Feed):
    """What a list shows, for feed readers; subclasses say which items, and what of each.

    Args:
        page: the list in the language of the feed.
    """

    feed_type = ReadableFeed
    # Addresses change with the address of a page; what has been read stays read.
    item_guid_is_permalink = False

    def __init__(self, page: FollowedList) -> None:
        self.page = page
        self.language = get_language() or settings.LANGUAGE_CODE
        self.title = f"{page.seo_title or page.title} – {settings.WAGTAIL_SITE_NAME}"
        self.link = absolute_url(page.url)
        self.description = page.summary or self.title
        self.feed_url = absolute_url(page.feed_url)

    def item_url(self, item: Any) -> str:
        """Where an item is: a path of ours or a whole address."""
        raise NotImplementedError

    def item_link(self, item: Any) -> str:
        """The whole address of an item; Django would make it from what the visitor asked for."""
        return absolute_url(self.item_url(item))
