"""Answers with published pages, which are kept in the process until something changes.

Wagtail looks for the site, the language and each page on the way down, one query each, at every
request. Which page is published where stands in the index of pages; the page itself, with what its
blocks name, is read once for each generation. Whatever is not there goes Wagtail's own way.
"""

from copy import copy

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from home.page_index import PageEntry, load_page_index
from perspectief.kept_values import kept


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at this address.

    Args:
        request: whose path begins with the language, if it is not Dutch.
        path: what follows that.

    Raises:
        Http404: there is none.
    """
    if (site := _only_site()) is not None:
        # Where Wagtail remembers, for the rest of a request, what it looks up below.
        request._wagtail_site = site  # type: ignore[attr-defined]
        if (route := _route(request, path)) is not None:
            request._wagtail_route_for_request = route  # type: ignore[attr-defined]
    return wagtail_serve(request, path)


@kept
def _only_site() -> Site | None:
    """The site, if there is only one: with more of them the host decides."""
    sites = list(Site.objects.select_related("root_page", "root_page__locale")[:2])
    return sites[0] if len(sites) == 1 else None


def _route(request: HttpRequest, path: str) -> RouteResult | None:
    """Return where an address leads, asked of the last published page on its way."""
    addresses = load_page_index().by_url
    below = [part for part in path.split("/") if part]
    root = request.path_info.removesuffix(path)
    for length in range(len(below), -1, -1):
        entry = addresses.get("/".join([root.rstrip("/"), *below[:length], ""]))
        if entry is not None and entry.language == get_language():
            try:
                return _page_of(entry).route(request, below[length:])
            except Http404:
                return None
    return None


def _page_of(entry: PageEntry) -> Page:
    # A copy, because a page that answers remembers things about the request.
    return copy(_published_page(entry.pk, entry.page_type))


@kept
def _published_page(pk: int, page_type: type[Page]) -> Page:
    return page_type._default_manager.select_related("locale").get(pk=pk)
