"""Where a request came from, also behind our own proxy."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the network address of the visitor, or "" if it is not known.

    X-Forwarded-For is believed only as far as our own proxies wrote it: TRUSTED_PROXY_COUNT entries
    from the end. What a visitor puts in front of them is ignored.
    """
    count = settings.TRUSTED_PROXY_COUNT
    if count:
        entries = [entry.strip() for entry in request.headers.get("X-Forwarded-For", "").split(",")]
        if len(entries) >= count and entries[-count]:
            return entries[-count]
    return request.META.get("REMOTE_ADDR", "")
