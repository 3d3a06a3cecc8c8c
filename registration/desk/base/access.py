"""Lets only the right people into a screen of the desk, and keeps what they see out of caches."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from registration.casework.permissions import User


class DeskScreenMixin:
    """A view for whom `predicate` is true; put it before the view class."""

    request: HttpRequest

    @staticmethod
    def predicate(user: User) -> bool:
        """Return whether the user gets in; one of `casework.permissions` replaces it."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check the permission, then answer; no browser or proxy may keep the answer.

        Raises:
            PermissionDenied: this is not for the user. Wagtail sends them back with a message.
        """
        if not self.predicate(request.user):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # of the view
        add_never_cache_headers(response)
        return response
