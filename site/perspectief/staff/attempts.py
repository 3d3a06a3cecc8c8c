"""Counting wrong passwords and codes, so that guessing is slow and nobody locks a colleague out.

docs/decisions/staff-lock-out.md says what holds. Each attempt counts for the account at one place
(a browser that is known for the account, else a network address). Attempts at the same account from
all places that are not known count together too; that slows a guesser who has many addresses, and
leaves the browsers alone with which the account is used.
"""

from typing import Any

from allauth.core.internal import ratelimit
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import HttpRequest

from perspectief.staff import known_devices

APP = "allauth.account"  # whose setting ACCOUNT_RATE_LIMITS holds the rates
PASSWORD = "login_failed"  # noqa: S105
CODE = "code_failed"
BY_STRANGERS = "_by_strangers"  # after the name of an action: all unknown places together


def find_account(login: str) -> Any | None:
    """Return the account with this user name or e-mail address, or None."""
    condition = Q(username__iexact=login) | Q(email__iexact=login)
    return get_user_model().objects.filter(condition).first()


def key_of(request: HttpRequest, login: str, account: Any | None) -> str:
    """Return what the attempts at one account from one place are counted under."""
    who = _name(login, account)
    device = known_devices.find(request, account) if account is not None else ""
    place = f"device {device}" if device else f"address {ratelimit.get_ip(request)}"
    return f"{who} from {place}"


def count(
    request: HttpRequest, action: str, login: str, account: Any | None
) -> ratelimit.RateLimitUsage | None:
    """Count one attempt before it is looked at; a right one is to be rolled back.

    Args:
        request: the attempt.
        action: PASSWORD or CODE.
        login: the name that was typed.
        account: the account of that name, if there is one.

    Returns:
        What was counted, or None if there were too many already.
    """
    key = key_of(request, login, account)
    usage = ratelimit.consume(request, app=APP, action=action, key=key)
    if not usage or (account is not None and known_devices.find(request, account)):
        return usage
    # Only after the limit of the place: one place alone cannot use up what strangers have.
    together = ratelimit.consume(
        request, app=APP, action=action + BY_STRANGERS, key=_name(login, account)
    )
    if not together:
        usage.rollback()
        return None
    return ratelimit.RateLimitUsage(usage=[*usage.usage, *together.usage])


def _name(login: str, account: Any | None) -> str:
    return f"account {account.pk}" if account is not None else f"name {login.lower()}"
