"""What happens to requests of staff: the second factor, no access yet, and the language."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from perspectief.staff import second_factor

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class SecondFactorMiddleware:
    """Let nobody into the admin whose session showed no second factor."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.admin_path = reverse("wagtailadmin_home")
        self.logout_path = reverse("wagtailadmin_logout")  # for whoever cannot show a factor

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request, or lead to where a factor is shown or set up."""
        if (
            not request.path_info.startswith(self.admin_path)
            or request.path_info == self.logout_path
            or not request.user.is_authenticated
            or second_factor.is_shown(request)
            or second_factor.is_exempt(request)
        ):
            return self.get_response(request)
        target = second_factor.address_to_show_it(request.user)
        back = request.get_full_path() if request.method == "GET" else self.admin_path
        return HttpResponseRedirect(f"{target}?{urlencode({REDIRECT_FIELD_NAME: back})}")


class NoAccessMiddleware:
    """Tell whoever is logged in and may not open the admin what they wait for.

    Wagtail would lead them to the login page, which leads back, without end.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.admin_path = reverse("wagtailadmin_home")
        self.login_path = reverse("account_login")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        response = self.get_response(request)
        if (
            request.path_info.startswith(self.admin_path)
            and response.headers.get("Location", "").startswith(self.login_path)
            and request.user.is_authenticated
            and not request.user.has_perm("wagtailadmin.access_admin")
        ):
            return HttpResponseRedirect(reverse("staff_no_access"))
        return response


class StaffLanguageMiddleware:
    """Show login pages and admin in the language that somebody chose, also a page about an error.

    Their addresses have no language in them, so Django would always show them in Dutch; and Wagtail
    uses the language of an account in its views only.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.staff_path = reverse("account_login").removesuffix("login/")
        self.admin_path = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        language = ""
        if request.path_info.startswith(self.staff_path):
            language = chosen_language(request)
        elif request.path_info.startswith(self.admin_path):
            language = language_of_account(request)
        if not language:
            return self.get_response(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def chosen_language(request: HttpRequest) -> str:
    """Return the language of the cookie, else of the account, else of the site."""
    choices = [request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""), language_of_account(request)]
    known = dict(settings.LANGUAGES)
    return next((choice for choice in choices if choice in known), settings.LANGUAGE_CODE)


def language_of_account(request: HttpRequest) -> str:
    """Return the language that who is logged in chose for the admin; "" if there is none."""
    # None for an account that has never opened the admin; else read once for the whole request.
    profile: UserProfile | None = getattr(request.user, "wagtail_userprofile", None)
    language = profile.preferred_language if profile else ""
    return language if language in dict(settings.LANGUAGES) else ""
