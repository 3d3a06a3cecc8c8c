"""Counting registrations per network, without keeping addresses.

Shelters and prisons share one address, so many registrations are only flagged; a flood is blocked.
"""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest

from perspectief import limits
from perspectief.client_address import client_network
from perspectief.limits import Counter, Limit, Taken


def take(request: HttpRequest) -> Taken | None:
    """Count one registration before it is stored; None if so many came that more must wait."""
    return limits.take(_counters(request))


def is_conspicuous(request: HttpRequest, taken: Taken) -> bool:
    """Return whether there are so many that the desk must look twice."""
    return any(
        taken.count_of(counter) > settings.REGISTRATION_FLOOD_FLAG for counter in _counters(request)
    )


def _counters(request: HttpRequest) -> list[Counter]:
    # Whoever comes without an address is not counted: no fault of a server may stop registrations.
    if not client_network(request):
        return []
    limit = Limit(
        "registrations from one network",
        most=settings.REGISTRATION_FLOOD_BLOCK,
        period=timedelta(seconds=settings.REGISTRATION_FLOOD_SECONDS),
    )
    return [limits.counter_of_network(limit, request)]
