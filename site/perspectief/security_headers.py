"""The headers that every answer carries, whoever gives it: a page, a file, a redirect, a refusal.

`middleware.SecurityHeadersMiddleware` gives pages a policy of their own. What is answered without
one gets the strictest here, because browsers open a text or a drawing as they open a page.
"""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

# Only what our pages use: a passkey of staff. The rest also binds a video of another site.
PERMISSIONS_POLICY = ", ".join(
    [
        *(
            f"{feature}=()"
            for feature in (
                "accelerometer",
                "browsing-topics",
                "camera",
                "display-capture",
                "geolocation",
                "gyroscope",
                "magnetometer",
                "microphone",
                "midi",
                "payment",
                "usb",
            )
        ),
        "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)",
    ]
)
#: Of what is no page: an uploaded or static file, a redirect, a refusal in one line. A drawing may
#: have colours in it, and nothing that runs. nginx says the same of the files that it serves.
FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"


def headers_of_every_answer(*, is_secure: bool) -> Mapping[str, str]:
    """Return the headers that an answer has at least; one that has its own keeps it.

    Args:
        is_secure: whether the visitor came by https; HSTS may not be sent to others (RFC 6797).
    """
    headers = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        "Cross-Origin-Resource-Policy": "same-origin",  # no other site shows a file of ours
        "Permissions-Policy": PERMISSIONS_POLICY,
    }
    if not settings.DEBUG:  # the page with a developer's traceback runs a script
        headers["Content-Security-Policy"] = FILE_POLICY
    if is_secure and settings.SECURE_HSTS_SECONDS:
        headers["Strict-Transport-Security"] = _strict_transport()
    return headers


def _strict_transport() -> str:
    parts = [f"max-age={settings.SECURE_HSTS_SECONDS}"]
    if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS:
        parts.append("includeSubDomains")
    if settings.SECURE_HSTS_PRELOAD:
        parts.append("preload")
    return "; ".join(parts)


class EveryAnswerMiddleware:
    """Complete the headers of whatever goes out; stands outside all that can answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        response = self.get_response(request)
        for name, value in headers_of_every_answer(is_secure=request.is_secure()).items():
            response.headers.setdefault(name, value)
        return response
