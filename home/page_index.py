"""Which page is readable in which language, and at which address.

Menus, links in blocks, the language switch and the alternates in the head all ask this. One cached
look-up answers them, so a page with fifty links needs no more queries than one with none.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings
from django.core.cache import cache
from django.utils import translation
from wagtail.models import Page, Site

from perspectief.cache_generation import cache_generation

CACHE_SECONDS = 3600


@dataclass(frozen=True)
class PageEntry:
    """A published page that everybody may read."""

    pk: int
    translation_key: str
    language: str
    url: str
    title: str


@dataclass(frozen=True)
class PageIndex:
    """All published pages of the site; `register_urls`, `privacy_urls`, `home_urls` by language."""

    entries: dict[int, PageEntry] = field(default_factory=dict)
    translations: dict[tuple[str, str], PageEntry] = field(default_factory=dict)
    home_urls: dict[str, str] = field(default_factory=dict)
    register_urls: dict[str, str] = field(default_factory=dict)
    privacy_urls: dict[str, str] = field(default_factory=dict)

    def translation_of(self, page_pk: int | None, language: str) -> PageEntry | None:
        """The published translation of a published page (itself, in its own language)."""
        entry = self.entries.get(page_pk or 0)
        return self.translations.get((entry.translation_key, language)) if entry else None

    def urls_of(self, translation_key: str) -> dict[str, str]:
        """Addresses of a page in every language in which it is published."""
        found = (
            self.translations.get((translation_key, code)) for code, _name in settings.LANGUAGES
        )
        return {entry.language: entry.url for entry in found if entry}


def load_page_index() -> PageIndex:
    """The index of now, from the cache as long as nothing was published since."""
    return _page_index_of(cache_generation())


@lru_cache(maxsize=2)
def _page_index_of(generation: str) -> PageIndex:
    """One index per generation; kept in the process because every link of a page asks for it."""
    key = f"page-index:{generation}"
    index = cache.get(key)
    if index is None:
        index = _build()
        cache.set(key, index, CACHE_SECONDS)
    return index


def _build() -> PageIndex:
    # Imported here: registration's page types are built on home.pages, which needs this module.
    from registration import services

    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return PageIndex()
    index = PageIndex()
    homes = site.root_page.get_translations(inclusive=True)
    for page in Page.objects.live().public().select_related("locale").defer_streamfields():
        if url := page.get_url(current_site=site):
            entry = PageEntry(
                page.pk, str(page.translation_key), page.locale.language_code, url, page.title
            )
            index.entries[entry.pk] = entry
            index.translations[entry.translation_key, entry.language] = entry
    for home in homes:
        if home.pk in index.entries:
            entry = index.entries[home.pk]
            index.home_urls[entry.language] = entry.url
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            index.register_urls[code] = services.registration_page_url(site, code)
            index.privacy_urls[code] = services.privacy_page_url(site, code)
    return index
