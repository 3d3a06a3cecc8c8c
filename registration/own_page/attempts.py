"""Counting wrong combinations of code and secret words, per address and per code.

Neither is stored: the cache holds keyed hashes for a while. Somebody else may hold the code, so the
words behind one code may be tried ten times a day; a person who is locked out can call us.
"""

from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest

from perspectief.client_address import client_address
from perspectief.encryption import blind_index
from registration.references import normalise_reference

HOUR, DAY = 60 * 60, 24 * 60 * 60  # seconds


@dataclass(frozen=True)
class Limit:
    """How many wrong combinations are allowed in a period of so many seconds."""

    most: int
    period: int


# Shelters and prisons share one address, so it may try more often than one code may be tried.
PER_ADDRESS = Limit(most=30, period=HOUR)
PER_CODE = Limit(most=10, period=DAY)


def may_try(request: HttpRequest, code: str) -> bool:
    """Return whether another combination may be tried."""
    return all(cache.get(key, 0) < limit.most for key, limit in _limits(request, code))


def note_wrong(request: HttpRequest, code: str) -> None:
    """Count one wrong combination, whether or not the code exists."""
    for key, limit in _limits(request, code):
        cache.add(key, 0, limit.period)
        try:
            cache.incr(key)
        except ValueError:  # it expired in between
            cache.set(key, 1, limit.period)


def _limits(request: HttpRequest, code: str) -> list[tuple[str, Limit]]:
    reference = normalise_reference(code)
    limits = [(f"own-page-code:{blind_index('own_page_code', reference)}", PER_CODE)]
    if address := client_address(request):
        limits.append((f"own-page-from:{blind_index('address', address)}", PER_ADDRESS))
    return limits
