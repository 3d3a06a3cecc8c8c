"""Counting registrations per address, without keeping addresses.

Shelters and prisons share one address, so many registrations are only flagged; a flood is blocked.
"""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from perspectief.encryption import blind_index


def is_flood(request: HttpRequest) -> bool:
    """Return whether so much was sent from this address that more must wait."""
    return _count(request) >= settings.REGISTRATION_FLOOD_BLOCK


def note_registration(request: HttpRequest) -> bool:
    """Count one registration from this address; return whether there are conspicuously many."""
    key = _key(request)
    cache.add(key, 0, settings.REGISTRATION_FLOOD_SECONDS)
    try:
        count = cache.incr(key)
    except ValueError:  # it expired in between
        count = 1
    return count > settings.REGISTRATION_FLOOD_FLAG


def _count(request: HttpRequest) -> int:
    return cache.get(_key(request), 0)


def _key(request: HttpRequest) -> str:
    return f"registrations-from:{blind_index('address', request.META.get('REMOTE_ADDR', ''))}"
