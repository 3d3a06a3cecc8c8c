"""The sitemap for search engines: each page once per language, with its other languages."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.utils.translation import get_language
from wagtail.models import Page

from home.page_index import load_page_index
from perspectief.site_address import scheme_and_host


@dataclass
class TranslatedPage:
    """A page in all languages in which search engines may show it."""

    urls: dict[str, str] = field(default_factory=dict)
    changed_at: datetime | None = None


class PageSitemap(Sitemap):
    """All published pages that are not kept from search engines."""

    i18n = True
    alternates = True
    x_default = True

    def get_protocol(self, protocol: str | None = None) -> str:
        """The site's own, whatever the sitemap was asked for with."""
        return scheme_and_host()[0]

    def get_domain(self, site: Any = None) -> str:
        """The site's own, whatever the sitemap was asked for with."""
        return scheme_and_host()[1]

    def items(self) -> list[TranslatedPage]:
        """Every page once, whatever its number of translations."""
        index = load_page_index()
        found: dict[str, TranslatedPage] = {}
        pages = Page.objects.filter(pk__in=index.entries).order_by("path")
        for page in pages.defer_streamfields().specific():
            if getattr(page, "seo_noindex", False):
                continue
            entry = index.entries[page.pk]
            item = found.setdefault(entry.translation_key, TranslatedPage())
            item.urls[entry.language] = entry.url
            dates = [date for date in (item.changed_at, page.last_published_at) if date]
            item.changed_at = max(dates, default=None)
        return list(found.values())

    def get_languages_for_item(self, item: TranslatedPage) -> list[str]:
        """Languages in which the page is published."""
        return list(item.urls)

    def location(self, item: TranslatedPage) -> str:
        """Address in the active language, which is one of those above."""
        return item.urls[get_language() or ""]

    def lastmod(self, item: TranslatedPage) -> datetime | None:
        """When any of its translations was last published."""
        return item.changed_at
