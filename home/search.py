"""Search in the pages of the present language; any input is harmless."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import lazy
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from home.chrome import SiteChrome
from home.page_index import load_page_index

#: Path of the search page in each language.
PATHS = {"nl": "zoeken/", "en": "search/"}
#: Route for `path()` that follows the active language.
search_route = lazy(lambda: PATHS[get_language() or settings.LANGUAGE_CODE], str)()

#: Longer input is cut: nobody types it, and it would only cost time.
MAXIMUM_QUERY_LENGTH = 200
MAXIMUM_WORDS = 12
RESULTS_PER_PAGE = 10
EXCERPT_LENGTH = 180


@dataclass(frozen=True)
class SearchResult:
    """One page that was found."""

    title: str
    url: str
    excerpt: str


def words_of(query: str) -> list[str]:
    """The words in what somebody typed, without anything that search takes as an operator.

    Quotes, brackets, wildcards and emoji are neither letters nor digits: nothing of them is left.
    Operators in words (AND, NEAR) are lower-cased, which makes them ordinary words.
    """
    return re.findall(r"[^\W_]+", query[:MAXIMUM_QUERY_LENGTH].lower())[:MAXIMUM_WORDS]


def find_pages(query: str) -> Any:
    """Published pages in the active language that hold all words, or else any of them."""
    words = words_of(query)
    if not words:
        return []
    pages = Page.objects.live().public().filter(locale=Locale.get_active())
    found = pages.search(" ".join(words), operator="and")
    return found if found.count() else pages.search(" ".join(words), operator="or")


def search(request: HttpRequest) -> HttpResponse:
    """The search page: a form, and what was found for `q`, ten at a time."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:MAXIMUM_QUERY_LENGTH]
    pages = Paginator(find_pages(query), RESULTS_PER_PAGE).get_page(request.GET.get("page"))
    results = _results(pages)
    chrome = SiteChrome(request)
    suggestions = [{"label": link.label, "url": link.url} for link in chrome.header_links]
    if chrome.register_url:
        suggestions.insert(0, {"label": _("Register"), "url": chrome.register_url})
    return render(
        request,
        "home/search.html",
        {
            "query": query,
            "searched": bool(query),
            "results": results,
            "total": pages.paginator.count,
            "page_obj": pages,
            "suggestions": suggestions,
            "seo_title": _("Search"),
            "seo_noindex": True,
        },
    )


def _results(pages: ResultPage) -> list[SearchResult]:
    index = load_page_index()
    found = [page.pk for page in pages.object_list]
    specific = Page.objects.defer_streamfields().specific().in_bulk(found)
    results = []
    for pk in found:
        if pk not in index.entries:
            continue
        page = specific[pk]
        results.append(
            SearchResult(
                page.title,
                index.entries[pk].url,
                Truncator(getattr(page, "summary", "")).chars(EXCERPT_LENGTH),
            )
        )
    return results
