"""Where a request comes from: a page of our own, or anywhere else."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

# What a browser says about a request that our own page, or the visitor's own hand, set off.
OWN_FETCH_SITES = frozenset({"same-origin", "none"})


def comes_from_own_page(request: HttpRequest) -> bool:
    """Return whether the browser says that a page of our own sent this, and nothing against it.

    No other site, subdomain or port can have a browser say so, nor can a page that hides where it
    is: its `Origin` is "null". Where the browser says nothing, the answer is no.
    """
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None and fetch_site not in OWN_FETCH_SITES:
        return False
    origin = request.headers.get("Origin") or _origin_of(request.headers.get("Referer", ""))
    if origin:
        return origin in {_own_origin(request), *settings.CSRF_TRUSTED_ORIGINS}
    return fetch_site == "same-origin"


def _own_origin(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _origin_of(url: str) -> str:
    """Return the origin of an address, "" without one."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "null"
    return f"{parts.scheme}://{parts.netloc}"
