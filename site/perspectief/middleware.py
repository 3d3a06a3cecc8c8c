"""Headers that tell browsers what our pages may do, and keep what staff see out of caches."""

import re
from collections.abc import Callable

from csp.constants import NONCE, NONE, SELF
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

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
# Wagtail writes style attributes and inline scripts; the scripts get a nonce below.
ADMIN_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, NONCE],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF, "blob:"],
    "frame-src": [SELF, "https://www.youtube-nocookie.com"],
    "frame-ancestors": [SELF],
    "form-action": [SELF],
    "base-uri": [SELF],
    "object-src": [NONE],
}
STAFF_POLICY_UPDATE = {"img-src": [SELF, "data:"]}  # the code to scan with a phone
INLINE_SCRIPT = re.compile(rb"<script\b(?![^>]*\b(?:nonce|src)\s*=)([^>]*)>")


class SecurityHeadersMiddleware:
    """Give each part of the site its policy.

    Stands inside CSPMiddleware, which writes the policy, and outside the page cache, so that kept
    pages get these headers too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.admin_path = reverse("wagtailadmin_home")
        self.staff_path = reverse("account_login").removesuffix("login/")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        response = self.get_response(request)
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        is_admin = request.path_info.startswith(self.admin_path)
        is_staff = request.path_info.startswith(self.staff_path)
        if is_admin:
            _set_admin_policy(request, response)
        elif is_staff:
            vars(response).setdefault("_csp_update", STAFF_POLICY_UPDATE)
        if (is_admin or is_staff) and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response


def _set_admin_policy(request: HttpRequest, response: HttpResponseBase) -> None:
    vars(response)["_csp_config"] = ADMIN_POLICY
    is_page = response.get("Content-Type", "").startswith("text/html")
    if is_page and isinstance(response, HttpResponse):
        nonce = str(request.csp_nonce).encode()  # type: ignore[attr-defined]  # of CSPMiddleware
        response.content = INLINE_SCRIPT.sub(
            rb'<script nonce="' + nonce + rb'"\1>', response.content
        )
        if response.has_header("Content-Length"):
            response["Content-Length"] = str(len(response.content))
