"""Policies that tell browsers what our pages may do; and what staff see stays out of caches."""

import traceback
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from csp.constants import NONE, SELF, UNSAFE_HASHES
from csp.decorators import csp, csp_update
from django.core.exceptions import ObjectDoesNotExist
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import NoReverseMatch, reverse
from django.utils.cache import add_never_cache_headers
from django.views.defaults import page_not_found

from perspectief.refusals import cannot_be_read

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


#: Functions of Django through which everything goes that is stored.
STORING = frozenset({"save_base", "bulk_create", "bulk_update", "update"})


class SecurityHeadersMiddleware:
    """Give each part of the site its policy.

    Stands inside CSPMiddleware, which writes the policy, and outside the page cache, so that kept
    pages get it too. `security_headers` has what every answer carries.
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
        if (is_admin or is_staff) and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response


class ReadableAddressMiddleware:
    """Answer 400 to an address or a form that holds what nobody can look up or read.

    A NUL byte, a number or a day beyond all bounds, a form without half of its fields: none comes
    from a page of ours, and no view, ours or Wagtail's, has to think of it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        query = unquote_to_bytes(request.META.get("QUERY_STRING", ""))
        if "\0" in request.path_info or b"\0" in query:
            return cannot_be_read()
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a view that could not calculate with, look up, or read what was sent."""
        frames = traceback.extract_tb(exception.__traceback__)
        if isinstance(exception, ObjectDoesNotExist) and _is_looked_up_by_wagtail(frames):
            return page_not_found(request, exception)
        names = [frame.name for frame in frames]
        is_reading = request.method in {"GET", "HEAD"}
        # What is stored comes from us: a fault in that is ours, and is reported.
        is_looking_up = is_reading or STORING.isdisjoint(names)
        is_theirs = (
            _is_form_without_its_script(names)
            or (is_looking_up and _is_beyond_lookup(exception, names))
            or _leads_nowhere(request, exception)
        )
        return cannot_be_read() if is_theirs else None


def _is_looked_up_by_wagtail(frames: list[traceback.FrameSummary]) -> bool:
    """Return whether a view of Wagtail took for granted that a thing is still there."""
    callers = [frame.filename for frame in frames if "/django/" not in frame.filename]
    return bool(callers) and "/wagtail/" in callers[-1]


def _leads_nowhere(request: HttpRequest, exception: Exception) -> bool:
    """Return whether a link was to be made of what was sent to lead somewhere, and cannot be."""
    sent = [str(text) for text in (*request.GET.values(), request.POST.get("next", ""))]
    # Of `foo:bar` only the part before the colon is named.
    return isinstance(exception, NoReverseMatch) and any(
        repr(part) in str(exception) for text in sent if text for part in (text, text.split(":")[0])
    )


def _is_form_without_its_script(names: list[str]) -> bool:
    """Whether a form of Wagtail lacked the fields that its script adds, or had others there."""
    return "value_from_datadict" in names


def _is_beyond_lookup(exception: Exception, names: list[str]) -> bool:
    if isinstance(exception, ValueError):  # words where a field of the database has a number
        return names[-1:] == ["get_prep_value"]
    return isinstance(exception, OverflowError | DataError)
