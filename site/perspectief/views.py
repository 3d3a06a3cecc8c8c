"""Views that belong to no app: leaving the site, and a form that could not be trusted."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from perspectief.request_source import OWN_FETCH_SITES, comes_from_own_page
from perspectief.staff import send_again
from registration import services


@csrf_exempt  # must work whatever became of the cookies; it can only delete the visitor's own data
@never_cache
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Forget what the visitor filled in and show an ordinary site (GET) or nothing (POST).

    A POST is the message that a script sends while the browser is already on its way. Who is logged
    in as staff is logged out too: somebody who must leave at once wants nothing left open. Another
    site cannot have the data deleted, and a browser that fetches ahead is sent away.
    """
    if _is_prefetch(request):
        return HttpResponse(status=503)  # makes the browser ask again when the link is followed
    response: HttpResponse
    if request.method == "POST":
        response = HttpResponse(status=204)
    else:
        response = HttpResponseRedirect(settings.LEAVE_URL)
        response.status_code = 303
    response["Referrer-Policy"] = "no-referrer"
    if request.headers.get("Sec-Fetch-Site", "none") not in OWN_FETCH_SITES:
        return response
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        services.discard_drafts(request.session)
        services.end_own_page_visit(request.session)
        request.session.flush()
    for name in (settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, "messages"):
        response.delete_cookie(name)
    response["Clear-Site-Data"] = '"cookies", "storage"'
    return response


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


def _is_prefetch(request: HttpRequest) -> bool:
    announced = (request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz"))
    return any("prefetch" in value for value in announced)


def _requested_page(request: HttpRequest) -> Page | None:
    match = request.resolver_match
    if match is None or match.url_name != "wagtail_serve":
        return None
    path = match.args[0] if match.args else match.kwargs.get("path", "")
    found = Page.route_for_request(request, path)
    return found[0].specific if found else None
