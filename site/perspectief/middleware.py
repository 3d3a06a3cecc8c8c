"""Headers that tell browsers what our pages may do, and keep what staff see out of caches."""

from collections.abc import Callable

from csp.constants import NONE, SELF, UNSAFE_HASHES
from csp.decorators import csp, csp_update
from django.http import HttpRequest
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
# The constant inline scripts of wagtail-localize; admin_calls.py leaves none of Wagtail's own. Of a
# new version Chromium's console tells the hash.
ADMIN_SCRIPTS = [
    "'sha256-lLVZz8vyF0vCZL3ZQcc+U/kumGW1SlEfDpwWrXLLSRw='",  # edit_translation.html
    "'sha256-Zi6020hVNJQUtMOgLuIImaOaART6TyIrghPC9PESpjg='",  # submit_translation.html
]
ADMIN_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, *ADMIN_SCRIPTS],
    # "return;", which the chooser of a picture's focal point sets to see what a browser knows.
    "script-src-attr": [UNSAFE_HASHES, "'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='"],
    "style-src": [SELF, "'unsafe-inline'"],  # Wagtail writes style attributes
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF, "blob:"],
    "frame-src": [SELF, "https://www.youtube-nocookie.com"],
    "frame-ancestors": [SELF],
    "form-action": [SELF],
    "base-uri": [SELF],
    "object-src": [NONE],
}
STAFF_POLICY_UPDATE = {"img-src": [SELF, "data:"]}  # the code to scan with a phone


class SecurityHeadersMiddleware:
    """Give each part of the site its policy.

    Stands inside CSPMiddleware, which writes the policy, and outside the page cache, so that kept
    pages get these headers too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.get_admin_response = csp(ADMIN_POLICY)(get_response)
        self.get_staff_response = csp_update(STAFF_POLICY_UPDATE)(get_response)
        self.admin_path = reverse("wagtailadmin_home")
        self.staff_path = reverse("account_login").removesuffix("login/")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        is_admin = request.path_info.startswith(self.admin_path)
        is_staff = request.path_info.startswith(self.staff_path)
        if is_admin:
            response = self.get_admin_response(request)
        elif is_staff:
            response = self.get_staff_response(request)
        else:
            response = self.get_response(request)
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        if (is_admin or is_staff) and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response
