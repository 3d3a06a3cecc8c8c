"""Counting registrations per address, without keeping addresses.

Shelters and prisons share one address, so many registrations are only flagged; a flood is blocked.
"""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from perspectief.client_address import client_address
from perspectief.encryption import blind_index


def is_flood(request: HttpRequest) -> bool:
    """Return whether so much was sent from this address that more must wait."""
    key = _key(request)
    return key is not None and cache.get(key, 0) >= settings.REGISTRATION_FLOOD_BLOCK


def note_registration(request: HttpRequest) -> bool:
    """Count one registration from this address; return whether there are conspicuously many."""
    key = _key(request)
    if key is None:
        return False
    cache.add(key, 0, settings.REGISTRATION_FLOOD_SECONDS)
    try:
        count = cache.incr(key)
    except ValueError:  # it expired in between
        count = 1
    return count > settings.REGISTRATION_FLOOD_FLAG


def _key(request: HttpRequest) -> str | None:
    # Whoever comes without an address is not counted, else all of them would share one count.
    address = client_address(request)
    return f"registrations-from:{blind_index('address', address)}" if address else None
