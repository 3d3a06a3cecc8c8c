"""Whole pages for visitors whom we do not know, kept until something is published.

Only answers that are the same for everybody are kept: Wagtail pages asked for without query,
without one of our cookies, and without a form in them. `perspectief.cache_generation` tells how
they are forgotten.
"""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from perspectief.cache_generation import cache_generation

#: Names of the addresses whose answers may be kept; everything else never is.
KEPT_VIEWS = {"wagtail_serve", "sitemap"}
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
        if kept := cache.get(key):
            content, headers = kept
            return HttpResponse(content, headers=headers)
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and _may_be_kept(request, response):
            cache.set(
                key,
                (response.content, dict(response.items())),
                settings.PAGE_CACHE_SECONDS,
            )
        return response


def _is_anonymous_page_request(request: HttpRequest) -> bool:
    own_cookies = {
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        settings.LANGUAGE_COOKIE_NAME,
        "messages",  # Django keeps short notices there
    }
    return (
        request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and own_cookies.isdisjoint(request.COOKIES)
        # Wagtail makes such requests to show an editor a page that is not published.
        and not getattr(request, "is_dummy", False)
    )


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
        # A policy of its own or a nonce belongs to one answer only.
        and not any(name.startswith("_csp_") for name in vars(response))
        and not getattr(request, "_csp_nonce", None)
    )


def _key(request: HttpRequest, generation: str) -> str:
    # Hashed, because an address can hold characters and lengths that a cache refuses.
    address = f"{request.scheme}://{request.get_host()}{request.path}"
    return f"page:{generation}:{hashlib.sha256(address.encode()).hexdigest()}"
