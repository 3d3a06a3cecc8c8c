"""Who is doing something now: the request that is being answered, and whose it is."""

from typing import Any

from allauth.core import context
from django.contrib.auth.models import User
from django.http import HttpRequest
from wagtail.log_actions import get_active_log_context


def current_request() -> HttpRequest | None:
    """Return the request that is being answered; None for a command on the server."""
    request = context.request
    return request if hasattr(request, "user") else None


def actor() -> Any | None:
    """Return the account that is logged in where this happens, or None."""
    request = current_request()
    return request.user if request is not None and request.user.is_authenticated else None


def actor_in_admin() -> Any | None:
    """Return who does this in a screen of the admin; None for anywhere else."""
    return get_active_log_context().user


def own_session_of(account: User) -> str | None:
    """Return the key of the session in which the owner of `account` does this, or None."""
    request = current_request()
    if request is None or actor() != account:
        return None
    return request.session.session_key
