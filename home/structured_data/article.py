"""What search engines are told about texts that somebody wrote and published (schema.org).

Only what is true: a story that is an example says so, and an item of somebody else names its own
publisher and carries no headline, because the words in our list are ours.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from media_library.coverage import CoverageKind
from media_library.models import MediaCoverage

#: What schema.org calls each kind of media item.
ITEM_TYPES = {
    CoverageKind.ARTICLE: "NewsArticle",
    CoverageKind.NEWSPAPER: "NewsArticle",
    CoverageKind.RADIO: "RadioEpisode",
    CoverageKind.TELEVISION: "TVEpisode",
    CoverageKind.PODCAST: "PodcastEpisode",
}


def article(page: Any, *, page_url: str, picture_url: str, genre: str = "") -> dict[str, Any]:
    """Return an Article of ours; the addresses are absolute.

    Args:
        page: the page, with `summary`, its language and the moments of its publication.
        page_url: its address.
        picture_url: the picture that stands for it.
        genre: what kind of text it is, where a reader should know.
    """
    foundation = {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME}
    found = {
        "@type": "Article",
        "headline": page.title,
        "description": page.summary,
        "inLanguage": page.locale.language_code,
        "mainEntityOfPage": page_url,
        "image": picture_url,
        "author": foundation,
        "publisher": foundation,
    }
    if page.first_published_at:
        found["datePublished"] = page.first_published_at.isoformat()
    if page.last_published_at:
        found["dateModified"] = page.last_published_at.isoformat()
    return found | ({"genre": genre} if genre else {})


def coverage_list(items: Iterable[MediaCoverage], *, list_url: str) -> dict[str, Any]:
    """Return the ItemList of what others published; `list_url` is absolute."""
    return {
        "@type": "ItemList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "item": _item(item, list_url)}
            for position, item in enumerate(items, start=1)
        ],
    }


def _item(item: MediaCoverage, list_url: str) -> dict[str, Any]:
    return {
        "@type": ITEM_TYPES[CoverageKind(item.kind)],
        "name": item.title,
        "abstract": item.summary,
        "inLanguage": item.language,
        "datePublished": item.machine_date,
        "publisher": {"@type": "Organization", "name": item.outlet},
        "url": item.url or f"{list_url}#item-{item.pk}",
    }
