"""Keeping a page with somebody's answers between that person and us."""

from django.http import HttpResponse


def sealed(response: HttpResponse) -> HttpResponse:
    """Forbid everybody in between to keep or list a page of the form.

    Other sites do not get its address either: the whole site sends `Referrer-Policy: same-origin`.
    The stricter `no-referrer` makes browsers send `Origin: null`, and Django then refuses every
    form.
    """
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
