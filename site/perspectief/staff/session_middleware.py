"""The length of a session, request by request, and what somebody sees whose session has ended."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from perspectief.request_source import comes_from_own_page
from perspectief.staff import send_again, sessions

ENDED = "ended"  # in the address of the login page: says why one is there


class StaffSessionMiddleware:
    """Lengthen the session of whoever works in the admin; explain it when it has ended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.admin_path = reverse("wagtailadmin_home")
        self.staff_path = reverse("account_login").removesuffix("login/")
        self.own_ways_out = {reverse("wagtailadmin_login"), reverse("wagtailadmin_logout")}

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        is_staff_page = request.path_info.startswith((self.admin_path, self.staff_path))
        if is_staff_page and request.user.is_authenticated and sessions.is_activity(request):
            sessions.touch(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Keep what was typed in a session that has ended, on a page of our own."""
        if not self._is_page_for_staff(request) or request.user.is_authenticated:
            return None
        if (
            request.method == "POST"
            and settings.CSRF_COOKIE_NAME in request.COOKIES
            and comes_from_own_page(request)
            and not request.FILES
        ):
            return send_again.offer(request)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.session.is_empty():
            return None
        back = request.get_full_path() if request.method == "GET" else self.admin_path
        query = urlencode({REDIRECT_FIELD_NAME: back, ENDED: "1"})
        return HttpResponseRedirect(f"{reverse('account_login')}?{query}")

    def _is_page_for_staff(self, request: HttpRequest) -> bool:
        return (
            request.path_info.startswith(self.admin_path)
            and request.path_info not in self.own_ways_out
            and sessions.is_activity(request)
            and request.headers.get("X-Requested-With") != "XMLHttpRequest"
        )
