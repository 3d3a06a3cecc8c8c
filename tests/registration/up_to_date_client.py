"""A browser that sends the desk's forms as its pages are now, for tests of what the forms do.

Each form carries a stamp of what its page showed (registration/casework/seen.py). A test of an old
page, or of one without a stamp, sends `seen` itself.
"""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import resolve

from registration.casework.seen import stamp_of
from registration.desk.base.seen_form import SEEN
from registration.models import Callback, Registration


class UpToDateClient(Client):
    """Adds the stamp of this moment to what is posted to the desk without one."""

    def post(self, path: str, data: Any = None, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send a form."""
        data = data or {}
        if isinstance(data, dict) and SEEN not in data and (stamp := stamp_of_now(path)):
            data = {**data, SEEN: stamp}
        return super().post(path, data, *args, **kwargs)


def stamp_of_now(path: str) -> str:
    """Return what a page made now would carry in its form for an address; "" if that asks for none.

    Args:
        path: of a view that may say `acts_on`, and is about a callback or a registration.
    """
    match = resolve(path.partition("?")[0])
    parts = getattr(getattr(match.func, "view_class", None), "acts_on", ())
    if not parts:
        return ""
    if which := match.kwargs.get("which"):
        callback = Callback.objects.at(which).select_related("registration").first()
        return stamp_of(callback.registration, callback, parts) if callback else ""
    registration = Registration.objects.filter(pk=match.kwargs["pk"]).first()
    return stamp_of(registration, parts=parts) if registration else ""
