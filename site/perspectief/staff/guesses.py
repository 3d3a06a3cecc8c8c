"""Counting wrong passwords and codes, so that guessing is slow and nobody locks a colleague out.

docs/decisions/staff-lock-out.md says what holds. Each guess counts for the account at one place
(a browser that is known for the account, else a network). Guesses at the same account from all
places that are not known count together too; that slows a guesser who has many addresses, and
leaves the browsers alone with which the account is used.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from allauth.account.signals import password_reset
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import Q
from django.http import HttpRequest

from perspectief import limits
from perspectief.client_address import client_network
from perspectief.limits import Counter, Limit, Taken
from perspectief.staff import known_devices

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Guessable:
    """A kind of secret, and how often it may be guessed.

    `at_one_place` and `by_strangers` (all unknown places together) are per account,
    `from_one_network` is over all accounts.
    """

    at_one_place: Limit
    by_strangers: Limit
    from_one_network: Limit


PASSWORD = Guessable(
    at_one_place=Limit("password at one place", most=5, period=5 * MINUTE),
    by_strangers=Limit("password by strangers", most=20, period=5 * MINUTE),
    from_one_network=Limit("passwords from one network", most=20, period=MINUTE),
)
CODE = Guessable(
    at_one_place=Limit("code at one place", most=5, period=15 * MINUTE),
    by_strangers=Limit("code by strangers", most=20, period=15 * MINUTE),
    from_one_network=Limit("codes from one network", most=20, period=MINUTE),
)
# A passkey names its account itself and cannot be guessed; who tries many only keeps the site busy.
PASSKEYS_FROM_ONE_NETWORK = Limit("passkeys from one network", most=10, period=MINUTE)


def find_account(login: str) -> Any | None:
    """Return the account with this user name or e-mail address, or None."""
    condition = Q(username__iexact=login) | Q(email__iexact=login)
    return get_user_model().objects.filter(condition).first()


def take(request: HttpRequest, kind: Guessable, login: str, account: User | None) -> Taken | None:
    """Count one guess before it is looked at; a right one is to be given back.

    Args:
        request: the guess.
        kind: PASSWORD or CODE.
        login: the name that was typed.
        account: the account of that name, if there is one.

    Returns:
        What was counted, or None if there were too many already.
    """
    counters = [
        _counter_at_place(request, kind, login, account),
        limits.counter_of_network(kind.from_one_network, request),
    ]
    if not (account is not None and known_devices.find(request, account)):
        counters.append(limits.counter_of(kind.by_strangers, _name(login, account)))
    # All or none: one place alone cannot use up what strangers have.
    return limits.take(counters)


def forget_wrong_passwords(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Let whoever chose a new password by mail use it at once, at this place."""
    limits.forget(_counter_at_place(request, PASSWORD, user.get_username(), user))


def connect() -> None:
    """Have `forget_wrong_passwords` called; once, when the site starts."""
    password_reset.connect(forget_wrong_passwords)


def _counter_at_place(
    request: HttpRequest, kind: Guessable, login: str, account: User | None
) -> Counter:
    device = known_devices.find(request, account) if account is not None else ""
    place = f"device {device}" if device else f"network {client_network(request)}"
    return limits.counter_of(kind.at_one_place, f"{_name(login, account)} from {place}")


def _name(login: str, account: User | None) -> str:
    return f"account {account.pk}" if account is not None else f"name {login}"
