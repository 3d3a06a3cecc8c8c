"""Who has to show a second factor, and whether this session did."""

import ipaddress
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse

ANYBODY = "*"  # among the exempt user names: for tests of other things
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_factor(user: AbstractBaseUser) -> bool:
    """Return whether the user has set up an authenticator app or a passkey."""
    return is_mfa_enabled(user, FACTORS)


def is_shown(request: HttpRequest) -> bool:
    """Return whether a second factor was used in this session."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)


def is_exempt(request: HttpRequest) -> bool:
    """Return whether this is a demo account on the machine itself; never so in production."""
    names = settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES
    is_named = ANYBODY in names or request.user.get_username() in names
    return is_named and is_local(request)


def is_local(request: HttpRequest) -> bool:
    """Return whether the request comes from this machine, and not through a proxy on it."""
    if "X-Forwarded-For" in request.headers or "Forwarded" in request.headers:
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def address_to_show_it(user: AbstractBaseUser) -> str:
    """Return where the user shows a second factor, or sets one up first."""
    if not has_factor(user):
        return reverse("mfa_index")
    with_code = [Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES]
    if is_mfa_enabled(user, with_code):
        return reverse("mfa_reauthenticate")
    return reverse("mfa_reauthenticate_webauthn")


def remember_new_factor(
    request: HttpRequest, user: AbstractBaseUser, authenticator: Authenticator, **kwargs: Any
) -> None:
    """Count setting up a factor as showing it: the user has just proved to hold it.

    Else an authenticator app would be asked at once for a second code, which it does not have yet.
    """
    if authenticator.type in FACTORS:
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=str(authenticator.type)
        )


def connect() -> None:
    """Have `remember_new_factor` called; once, when the site starts."""
    authenticator_added.connect(remember_new_factor)
