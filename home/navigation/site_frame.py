"""What stands around every page: menus, phone number, language switch, breadcrumbs."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.blocks.links import with_query
from home.navigation.menu import menu_of
from home.page_index import PageIndex, load_page_index
from perspectief.kept_values import kept
from perspectief.phone_number import phone_number
from perspectief.readers_place import is_abroad

#: On the home page: the language in which alone the page exists that the reader wanted to see.
ONLY_PARAMETER = "only"


@dataclass(frozen=True)
class Link:
    """A link in the header or footer."""

    label: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class LinkGroup:
    """A column of links."""

    title: str
    links: list[Link]


@dataclass(frozen=True)
class LanguageChoice:
    """One language of the switch; `exists` says whether this very page is there in it."""

    code: str
    name: str
    url: str
    is_current: bool
    exists: bool


@dataclass
class SiteFrame:
    """Data of the header and footer for one request; templates get it from `site_frame`.

    Args:
        request: the request that is answered.
        page: the page that is shown, if any.
    """

    request: HttpRequest
    page: Page | None = None
    language: str = field(default_factory=lambda: get_language() or settings.LANGUAGE_CODE)

    @cached_property
    def _index(self) -> PageIndex:
        return load_page_index()

    @cached_property
    def _menu(self) -> dict[str, Any]:
        return _menu_of(self.language)

    def _link(self, label: str, url: str) -> Link:
        is_home = url == self.home_url
        path = self.request.path
        is_current = path == url or (not is_home and path.startswith(url))
        is_register = url == self._index.register_urls.get(self.language)
        return Link(label, self.register_url if is_register else url, is_current)

    @property
    def home_url(self) -> str:
        """Front page in the present language."""
        return self._index.home_urls.get(self.language, "/")

    @property
    def register_url(self) -> str:
        """Registration page, "" while there is none; some pages say that people come from them."""
        url = self._index.register_urls.get(self.language, "")
        return with_query(url, getattr(self.page, "register_query", ""))

    @property
    def privacy_url(self) -> str:
        """Privacy page, "" while there is none."""
        return self._index.privacy_urls.get(self.language, "")

    @property
    def hide_visit_url(self) -> str:
        """Page about hiding a visit, "" while there is none."""
        entry = self._index.translation_of(self._menu.get("hide_visit_page"), self.language)
        return entry.url if entry else ""

    @property
    def search_url(self) -> str:
        """Search in the present language."""
        return reverse("search")

    @cached_property
    def header_links(self) -> list[Link]:
        """Links of the header, without “Register”."""
        return [self._link(label, url) for label, url in self._menu["header_links"]]

    @cached_property
    def footer_groups(self) -> list[LinkGroup]:
        """Columns of the footer."""
        return [
            LinkGroup(title, [self._link(label, url) for label, url in links])
            for title, links in self._menu["footer_groups"]
        ]

    @cached_property
    def social_links(self) -> list[Link]:
        """Social media of the foundation."""
        return [Link(label, url) for label, url in self._menu["social_links"]]

    @property
    def organisation(self) -> str:
        """Name of the foundation as the footer has it."""
        return self._menu.get("organisation") or settings.WAGTAIL_SITE_NAME

    @property
    def phone_display(self) -> str:
        """Phone number as people read it, with the country code for who is abroad.

        A view that knows says so: `perspectief.readers_place`.
        """
        if is_abroad(self.request):
            return phone_number(from_abroad=True)
        number: str = self._menu["phone_display"]
        return number

    @property
    def phone_href(self) -> str:
        """Phone number as a `tel:` link."""
        return self._menu["phone_href"]

    @property
    def opening_hours(self) -> str:
        """When somebody answers the phone."""
        return self._menu["opening_hours"]

    @property
    def footer_title(self) -> str:
        """Heading of the footer."""
        return self._menu.get("footer_title", "")

    @property
    def footer_text(self) -> str:
        """Line below the phone number in the footer."""
        return self._menu.get("footer_text", "")

    @property
    def funding(self) -> str:
        """Who pays for the foundation."""
        return self._menu.get("funding", "")

    @cached_property
    def alternate_urls(self) -> dict[str, str]:
        """Addresses of what is shown now, by language; empty for an error page."""
        if self.page is not None and hasattr(self.page, "get_alternate_urls"):
            return self.page.get_alternate_urls(self.request)
        match = self.request.resolver_match
        if match is None or match.url_name in {None, "wagtail_serve"}:
            return {}
        try:
            return {code: translate_url(self.request.path, code) for code, _n in settings.LANGUAGES}
        except NoReverseMatch:
            return {}

    @cached_property
    def languages(self) -> list[LanguageChoice]:
        """The language switch.

        Where a page does not exist in the other language, its choice leads to the front page in
        that language, which says so (`language_notice`).
        """
        choices = []
        for code, name in settings.LANGUAGES:
            home_url = self._index.home_urls.get(code, "")
            url = self.alternate_urls.get(code, "")
            exists = bool(url) or self.page is None
            if not url and home_url:
                url = home_url if exists else f"{home_url}?{ONLY_PARAMETER}={self.language}"
            is_current = code == self.language
            if url or is_current:
                choices.append(
                    LanguageChoice(code, name, url or self.request.path, is_current, exists)
                )
        return choices

    @property
    def language_notice(self) -> dict[str, str] | None:
        """Why the reader is here and not on the page they were on, after the language switch."""
        only = self.request.GET.get(ONLY_PARAMETER)
        if only == self.language or self.request.path != self.home_url:
            return None
        texts = {
            "nl": _(
                "The page you came from is only available in Dutch. "
                "Here is what we have in English."
            ),
            "en": _(
                "The page you came from is only available in English. "
                "Here is what we have in Dutch."
            ),
        }
        return {"text": texts[only]} if only in texts else None

    @cached_property
    def breadcrumbs(self) -> list[dict[str, str]]:
        """Way from the front page to this page; the page itself comes last, without address."""
        if self.page is None or self.page.url_path == "" or self._is_home(self.page):
            return []
        crumbs = [{"label": _("Home"), "url": self.home_url}]
        for ancestor in self._index.above(self.page.pk):
            if ancestor.url != self.home_url:
                crumbs.append({"label": ancestor.title, "url": ancestor.url})
        return [*crumbs, {"label": self.page.title, "url": ""}]

    def _is_home(self, page: Page) -> bool:
        return page.depth == 2


_menu_of = kept(menu_of)


def frame_of(context: Any) -> SiteFrame:
    """The frame of a template context, made once for each request."""
    request = context["request"]
    frame = getattr(request, "site_frame", None)
    page = context.get("page")
    if frame is None or frame.page is not page:
        frame = SiteFrame(request, page if isinstance(page, Page) else None)
        request.site_frame = frame
    return frame
