"""Who sent a request to a screen of the admin."""

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


def account_of(request: HttpRequest) -> User:
    """Return the account that is logged in.

    Raises:
        PermissionDenied: nobody is; Wagtail lets nobody come that far.
    """
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
