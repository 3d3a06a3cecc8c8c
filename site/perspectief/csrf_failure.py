"""A form that could not be trusted: answered without losing what was typed."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from wagtail.models import Page

from perspectief.request_source import comes_from_own_page
from perspectief.staff import send_again


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Answer a form whose safety token is missing or old, without losing what was typed.

    What does not come from a page of our own is a stranger's: nothing of it is shown, so that
    nobody goes on with what somebody else has put in. The page only leads to a fresh one.

    Of our own, a page with a form shows it again through its `serve_csrf_failure(request, reason)`;
    a form of the admin that was typed before logging in anew can be sent again. Elsewhere a visitor
    reads why: the browser refuses cookies, or the page was open for too long.
    """
    page = _requested_page(request)
    if not comes_from_own_page(request):
        # The address of the page itself: below it, a path may hold what the stranger chose.
        address = page.get_url(request) if page else request.path
        return render(request, "form_from_elsewhere.html", {"address": address}, status=403)
    serve_again = getattr(page, "serve_csrf_failure", None)
    if serve_again is not None:
        return serve_again(request, reason)
    if send_again.is_own_form(request):
        return send_again.offer(request)
    template = "form_expired.html" if request.COOKIES else "cookies_refused.html"
    return render(request, template, status=403)


def _requested_page(request: HttpRequest) -> Page | None:
    match = request.resolver_match
    if match is None or match.url_name != "wagtail_serve":
        return None
    path = match.args[0] if match.args else match.kwargs.get("path", "")
    found = Page.route_for_request(request, path)
    return found[0].specific if found else None
