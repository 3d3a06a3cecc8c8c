"""Which browsers somebody has logged in with before: a stranger's guesses do not hold these up.

A signed cookie, which only the login pages get, names the accounts and a random number for each. It
proves nothing beyond that and opens nothing: password and second factor are asked all the same.
"""

import secrets

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.http.response import HttpResponseBase

SALT = "perspectief.staff.known_devices"
MOST_ACCOUNTS = 5  # that share a computer


def find(request: HttpRequest, account: User) -> str:
    """Return the number under which this browser is known for the account, or ""."""
    return _read(request).get(str(account.pk), "")


def remember(request: HttpRequest, response: HttpResponseBase, account: User) -> None:
    """Have the browser keep that this account has logged in with it, from now on again as long."""
    known = _read(request)
    number = known.pop(str(account.pk), "") or secrets.token_hex(8)
    newest = [(str(account.pk), number), *known.items()][:MOST_ACCOUNTS]
    response.set_signed_cookie(
        settings.STAFF_DEVICE_COOKIE_NAME,
        "-".join(f"{pk}.{number}" for pk, number in newest),
        salt=SALT,
        max_age=settings.STAFF_DEVICE_COOKIE_AGE,
        path="/staff/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> dict[str, str]:
    value = request.get_signed_cookie(
        settings.STAFF_DEVICE_COOKIE_NAME,
        default="",
        salt=SALT,
        max_age=settings.STAFF_DEVICE_COOKIE_AGE,
    )
    pairs = (entry.partition(".") for entry in (value or "").split("-") if entry)
    return {pk: number for pk, _dot, number in pairs}
