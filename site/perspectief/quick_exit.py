"""Leaving the site at once: what the visitor filled in is forgotten, and an ordinary site shows."""

from django.conf import settings
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from perspectief.request_source import OWN_FETCH_SITES

#: Sent with the `session` of a visitor who leaves: whoever keeps something for it deletes that.
visitor_left = Signal()


@csrf_exempt  # must work whatever became of the cookies; it can only delete the visitor's own data
@never_cache
@require_http_methods(["GET", "POST"])
def leave_site(request: HttpRequest) -> HttpResponse:
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
        visitor_left.send(sender=None, session=request.session)
        request.session.flush()
    for name in (settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, "messages"):
        response.delete_cookie(name)
    response["Clear-Site-Data"] = '"cookies", "storage"'
    return response


def _is_prefetch(request: HttpRequest) -> bool:
    announced = (request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz"))
    return any("prefetch" in value for value in announced)
