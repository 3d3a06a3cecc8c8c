"""Counting wrong attempts, without keeping what was typed or from where.

The cache holds keyed hashes for a while, and so nobody can read from it who tried what.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest

from perspectief.client_address import client_address
from perspectief.encryption import blind_index

HOUR, DAY = 60 * 60, 24 * 60 * 60  # seconds


@dataclass(frozen=True)
class Limit:
    """How many wrong attempts are allowed in a period of so many seconds."""

    most: int
    period: int


@dataclass(frozen=True)
class Counter:
    """The wrong attempts of one kind by one somebody, and how many there may be."""

    key: str
    limit: Limit


def counter_of(what: str, value: str, limit: Limit) -> Counter:
    """Return a counter for a value, such as a code; only its keyed hash becomes part of the key.

    Args:
        what: keeps the counters of different things apart.
        value: what is tried.
        limit: how often it may be tried.
    """
    return Counter(f"{what}:{blind_index(what, value)}", limit)


def counters_of_address(what: str, request: HttpRequest, limit: Limit) -> list[Counter]:
    """Return the counter of the visitor's address; none where there is no address.

    Else all who come without one would share a count.
    """
    address = client_address(request)
    return [counter_of(what, address, limit)] if address else []


def may_try(counters: Iterable[Counter]) -> bool:
    """Return whether none of the counters is full."""
    return all(cache.get(counter.key, 0) < counter.limit.most for counter in counters)


def note_wrong(counters: Iterable[Counter]) -> None:
    """Count one wrong attempt on each."""
    for counter in counters:
        cache.add(counter.key, 0, counter.limit.period)
        try:
            cache.incr(counter.key)
        except ValueError:  # it expired in between
            cache.set(counter.key, 1, counter.limit.period)
