"""A form of the admin that came too late: kept in the page, to be sent again after logging in."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from perspectief.request_source import comes_from_own_page
from perspectief.staff.middleware import chosen_language

TOKEN = "csrfmiddlewaretoken"  # noqa: S105  # the name of the field; it is made anew


def is_own_form(request: HttpRequest) -> bool:
    """Return whether this is a form of our own admin, of which the safety token may be old."""
    return (
        request.method == "POST"
        and request.path_info.startswith(reverse("wagtailadmin_home"))
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
        and comes_from_own_page(request)
        and not request.FILES
    )


def offer(request: HttpRequest) -> HttpResponse:
    """Return a page that holds what was typed, with a button to send it again.

    Call it only for a form that comes from a page of our own. Nothing of it is stored.
    """
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != TOKEN and "password" not in name
    ]
    # The admin does not know yet who this is, and would always be Dutch.
    with translation.override(chosen_language(request)):
        response = render(
            request,
            "staff/send_again.html",
            {"fields": fields, "address": request.get_full_path()},
            status=HTTPStatus.FORBIDDEN,
        )
    add_never_cache_headers(response)
    return response
