"""The search page.

What somebody looks for here can say what happened to them. So the form sends it by POST: it then
stands in no address, and so in no history, log, bookmark or referrer, and however long it is, no
server refuses it. A link to a search (`?q=`) works too; nothing on the site makes one out of what
people type. docs/decisions/search.md has the whole reasoning.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from home.navigation.site_frame import SiteFrame
from home.page_index import load_page_index
from home.search.finding import ENOUGH, Found, find
from home.search.models import SearchEntry
from home.search.passages import marked, passage
from home.search.question import Question, read_question
from home.search.spelling import likely_question

#: Path of the search page in each language.
PATHS = {"nl": "zoeken/", "en": "search/"}
#: Route for `path()` that follows the active language.
search_route = lazy(lambda: PATHS[get_language() or settings.LANGUAGE_CODE], str)()

RESULTS_PER_PAGE = 10
#: Page types whose name helps to choose among the results.
KINDS = {
    "home.storypage": gettext_lazy("Story"),
    "home.videopage": gettext_lazy("Video"),
    "home.campaignpage": gettext_lazy("Campaign"),
}
#: Depth of the pages right below a front page in Wagtail's tree; the way to a page begins there.
FIRST_DEPTH = 3


@dataclass(frozen=True)
class SearchResult:
    """One page that was found: `trail` is the way to it, `kind` what it is where that matters."""

    title: SafeString
    url: str
    kind: str
    trail: tuple[str, ...]
    passage: SafeString


@csrf_exempt  # changes nothing, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The search page: a form, and what was found for `q`, ten at a time."""
    language = get_language() or settings.LANGUAGE_CODE
    sent = request.POST if request.method == "POST" else request.GET
    question = read_question(sent.get("q", ""), language)
    found = find(question, language)
    pages = Paginator(found.keys, RESULTS_PER_PAGE).get_page(sent.get("page"))
    context = {
        "question": question,
        "found": found,
        "results": _results(pages, question, language),
        "page_obj": pages,
        "likely": _likely(found, question, language),
        "suggestions": _suggestions(SiteFrame(request)),
        "seo_title": _("Search"),
        "seo_noindex": True,
    }
    response = render(request, "home/search.html", context)
    response["Referrer-Policy"] = "no-referrer"
    # An answer to a POST cannot be asked for again without a warning, so the way back to it must be
    # open: the browser may show it again, nobody else may keep it.
    response["Cache-Control"] = "private, no-cache" if request.method == "POST" else "no-store"
    return response


def _likely(found: Found, question: Question, language: str) -> str:
    is_enough = found.has_all_words and len(found.keys) >= ENOUGH
    return "" if is_enough or question.is_story else likely_question(question, language)


def _suggestions(frame: SiteFrame) -> list[dict[str, str]]:
    links = [{"label": link.label, "url": link.url} for link in frame.header_links]
    if frame.register_url:
        links.insert(0, {"label": _("Register"), "url": frame.register_url})
    return links


def _results(pages: ResultPage, question: Question, language: str) -> list[SearchResult]:
    index = load_page_index()
    shown = SearchEntry.objects.select_related("page").in_bulk(list(pages.object_list))
    entries = [shown[key] for key in pages.object_list if key in shown]
    trails = _trails([entry.page for entry in entries])
    return [
        SearchResult(
            marked(entry.title, question.terms, language),
            index.entries[entry.page_id].url,
            _kind(entry),
            trails[entry.page_id],
            passage(entry.text, entry.lead, question.terms, language),
        )
        for entry in entries
        if entry.page_id in index.entries
    ]


def _kind(entry: SearchEntry) -> str:
    """What the page is, where that matters; of a campaign also that it is over."""
    kind = str(KINDS.get(entry.page.specific_class._meta.label_lower, ""))
    is_over = entry.outdated_from is not None and entry.outdated_from <= timezone.now()
    return _("%(kind)s, ended") % {"kind": kind} if kind and is_over else kind


def _trails(pages: list[Page]) -> dict[int, tuple[str, ...]]:
    """Titles of the pages above each page, without the front page."""
    above: dict[int, list[str]] = {
        page.pk: [page.path[: depth * Page.steplen] for depth in range(FIRST_DEPTH, page.depth)]
        for page in pages
    }
    paths = {path for way in above.values() for path in way}
    titles: dict[str, Any] = dict(
        Page.objects.live().filter(path__in=paths).order_by().values_list("path", "title")
    )
    return {pk: tuple(titles[path] for path in way if path in titles) for pk, way in above.items()}
