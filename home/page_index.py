"""Which page is readable in which language, and at which address.

Menus, links in blocks, the language switch and the alternates in the head all ask this. It is kept
in the process, so a page with fifty links needs no more queries than one with none.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site

from perspectief.kept_values import kept
from perspectief.page_roles import PageRole


@dataclass(frozen=True)
class PageEntry:
    """A published page that everybody may read."""

    pk: int
    translation_key: str
    language: str
    url: str
    title: str
    description: str
    parent_pk: int | None
    page_type: type[Page]


@dataclass(frozen=True)
class PageIndex:
    """All published pages of the site.

    `children` are primary keys in the order of the page tree, by that of their parent;
    `register_urls`, `privacy_urls` and `home_urls` are by language.
    """

    entries: dict[int, PageEntry] = field(default_factory=dict)
    by_url: dict[str, PageEntry] = field(default_factory=dict)
    translations: dict[tuple[str, str], PageEntry] = field(default_factory=dict)
    children: dict[int, list[int]] = field(default_factory=dict)
    home_urls: dict[str, str] = field(default_factory=dict)
    register_urls: dict[str, str] = field(default_factory=dict)
    privacy_urls: dict[str, str] = field(default_factory=dict)

    def translation_of(self, page_pk: int | None, language: str) -> PageEntry | None:
        """The published translation of a published page (itself, in its own language)."""
        entry = self.entries.get(page_pk or 0)
        return self.translations.get((entry.translation_key, language)) if entry else None

    def near(self, page_pk: int | None) -> list[PageEntry]:
        """The other pages below the same page: first those that follow it, then those before it.

        Pages directly below a front page have nothing in common: of these it is what lies below.
        """
        entry = self.entries.get(page_pk or 0)
        if entry is None or entry.parent_pk not in self.entries:
            return []
        if self.entries[entry.parent_pk].url == self.home_urls.get(entry.language):
            return [self.entries[pk] for pk in self.children.get(entry.pk, [])]
        around = self.children[entry.parent_pk]
        place = around.index(entry.pk)
        return [self.entries[pk] for pk in (*around[place + 1 :], *around[:place])]

    def above(self, page_pk: int | None) -> list[PageEntry]:
        """The published pages above a published page, from the front page down."""
        found: list[PageEntry] = []
        entry = self.entries.get(page_pk or 0)
        while entry and (entry := self.entries.get(entry.parent_pk or 0)):
            found.insert(0, entry)
        return found

    def urls_of(self, translation_key: str) -> dict[str, str]:
        """Addresses of a page in every language in which it is published."""
        found = (
            self.translations.get((translation_key, code)) for code, _name in settings.LANGUAGES
        )
        return {entry.language: entry.url for entry in found if entry}


@kept
def load_page_index() -> PageIndex:
    """The index of now, made once until something is published."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return PageIndex()
    index = PageIndex()
    homes = site.root_page.get_translations(inclusive=True)
    at_path: dict[str, int] = {}
    # On it Wagtail remembers where sites begin; without, it asks the cache for every page.
    asked = HttpRequest()
    pages = Page.objects.live().public().select_related("locale").defer_streamfields()
    for page in pages.order_by("path"):
        at_path[page.path] = page.pk
        if url := page.get_url(asked, current_site=site):
            entry = PageEntry(
                pk=page.pk,
                translation_key=str(page.translation_key),
                language=page.locale.language_code,
                url=url,
                title=page.title,
                description=page.search_description,
                parent_pk=at_path.get(page.path[: -page.steplen]),
                page_type=page.specific_class or Page,
            )
            index.entries[entry.pk] = index.by_url[entry.url] = entry
            index.translations[entry.translation_key, entry.language] = entry
            if entry.parent_pk:
                index.children.setdefault(entry.parent_pk, []).append(entry.pk)
    for home in homes:
        if home.pk in index.entries:
            entry = index.entries[home.pk]
            index.home_urls[entry.language] = entry.url
    for code, _name in settings.LANGUAGES:
        index.register_urls[code] = _url_of(PageRole.REGISTER, code, index)
        index.privacy_urls[code] = _url_of(PageRole.PRIVACY, code, index)
    return index


def _url_of(role: PageRole, language: str, index: PageIndex) -> str:
    found = (
        entry.url
        for entry in index.entries.values()
        if entry.language == language and getattr(entry.page_type, "page_role", None) == role
    )
    return next(found, "")
