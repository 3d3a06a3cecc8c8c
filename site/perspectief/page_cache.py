"""Whole pages for visitors whom we do not know, kept until something is published.

Only answers that are the same for everybody are kept: Wagtail pages asked for without query,
without one of our cookies, and without a form in them. Whoever adds a query of which the page reads
nothing gets the same one, so that nobody can have a page made anew as often as they like.
`perspectief.cache_generation` tells how
they are forgotten, and `perspectief.scheduled_changes` when they become wrong by themselves.

The same answers, and only those, may be kept by a cache in front of the site for a few seconds,
which `s-maxage` tells it; browsers ask each time.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.utils import timezone

from perspectief.cache_generation import cache_generation
from perspectief.compression import CompressedPage
from perspectief.noticed_query import EVERYTHING, NoticedQuery
from perspectief.scheduled_changes import next_scheduled_change

#: Names of the addresses whose answers may be kept; everything else never is.
KEPT_VIEWS = {"wagtail_serve", "sitemap"}
SIGNS_OF_LIFE = "/health/"
#: A cache or browser in between must not keep the answer, so neither do we.
UNKEPT_DIRECTIVES = ("private", "no-store", "no-cache")


class PageCacheMiddleware:
    """Answer from the cache where that is safe.

    Stands inside the middleware that adds security headers, so that a kept page gets them anew, and
    outside everything that opens a session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        if not _is_anonymous_page_request(request):
            return self.get_response(request)
        # The generation is read before the page is made: what is published meanwhile has a new one.
        key = _key(request, cache_generation())
        has_query = bool(request.META.get("QUERY_STRING"))
        if kept := cache.get(key):
            page, headers, right_until, read = kept
            # The clock of the cache may be behind ours.
            is_right = right_until is None or timezone.now() < right_until
            if is_right and not (has_query and _is_read(request, read)):
                response = page.fill(HttpResponse(headers=headers), request)
                return _for_shared_caches(response, right_until)
        if has_query:
            return self.get_response(request)
        return self._make(request, key)

    def _make(self, request: HttpRequest, key: str) -> HttpResponseBase:
        """Make a page, and keep it if that is safe, with what was read of a query."""
        query = NoticedQuery()
        request.GET = query  # type: ignore[assignment]
        begun_at = timezone.now()
        response = self.get_response(request)
        if not (isinstance(response, HttpResponse) and _may_be_kept(request, response)):
            return response
        # As with the generation: a page begun before a scheduled change is not right after it.
        right_until = next_scheduled_change(begun_at)
        page = CompressedPage.of(response.content)
        cache.set(
            key,
            (page, dict(response.items()), right_until, frozenset(query.read)),
            _seconds_right(right_until, settings.PAGE_CACHE_SECONDS),
        )
        return _for_shared_caches(page.fill(response, request), right_until)


def _is_anonymous_page_request(request: HttpRequest) -> bool:
    own_cookies = {
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        settings.LANGUAGE_COOKIE_NAME,
        "messages",  # Django keeps short notices there
    }
    return (
        request.method == "GET"
        # A sign of life must not hang on the cache.
        and not request.path_info.startswith(SIGNS_OF_LIFE)
        and own_cookies.isdisjoint(request.COOKIES)
        # Wagtail makes such requests to show an editor a page that is not published.
        and not getattr(request, "is_dummy", False)
    )


def _is_read(request: HttpRequest, read: frozenset[str]) -> bool:
    """Return whether the page could be another with the query of this request."""
    return EVERYTHING in read or not read.isdisjoint(request.GET.keys())


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    match = request.resolver_match
    cache_control = response.get("Cache-Control", "")
    return (
        response.status_code == 200
        and match is not None
        and match.url_name in KEPT_VIEWS
        and not response.cookies
        and "CSRF_COOKIE" not in request.META
        and not any(directive in cache_control for directive in UNKEPT_DIRECTIVES)
        and _has_common_policy(request, response)
    )


def _has_common_policy(request: HttpRequest, response: HttpResponse) -> bool:
    # A policy of its own or a nonce belongs to one answer only.
    middleware = CSPMiddleware(lambda request: response)
    return middleware.get_policy_parts(request, response) == PolicyParts()


def _seconds_right(right_until: datetime | None, most: float) -> float:
    """How long an answer may be kept from now on, at most `most` seconds."""
    if right_until is None:
        return most
    return max(0.0, min(most, (right_until - timezone.now()).total_seconds()))


def _for_shared_caches(response: HttpResponse, right_until: datetime | None) -> HttpResponse:
    seconds = int(_seconds_right(right_until, settings.SHARED_CACHE_SECONDS))
    response["Cache-Control"] = f"max-age=0, s-maxage={seconds}"
    return response


def _key(request: HttpRequest, generation: str) -> str:
    # Without the port, which anybody can make up. Hashed, because an address can hold characters
    # and lengths that a cache refuses.
    host, _port = split_domain_port(request.get_host())
    address = f"{request.scheme}://{host}{request.path}"
    return f"page:{generation}:{hashlib.sha256(address.encode()).hexdigest()}"
