"""Asks colleagues to show once more who they are, before what needs extra care."""

from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse


class ReauthenticatedMixin:
    """A view for who has just shown password or second factor, after it is known who may.

    allauth's own decorator would keep what was posted in the session, personal data included. Here
    a post from an hour ago is dropped: the colleague comes back to the form.
    """

    http_method_names: list[str]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, or ask who it is first."""
        is_known = request.method is not None and request.method.lower() in self.http_method_names
        if is_known and is_reauthentication_required(request, app="perspectief.staff"):
            query = urlencode({REDIRECT_FIELD_NAME: self.address_to_return_to()})
            return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{query}")
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # of the view

    def address_to_return_to(self) -> str:
        """Return a page that can be opened with GET and names nobody."""
        raise NotImplementedError
