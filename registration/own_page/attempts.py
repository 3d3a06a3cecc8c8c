"""How often code and secret words may be tried, per address and per code.

Somebody else may hold the code, so the words behind one code may be tried ten times a day; a person
who is locked out can call us.
"""

from django.http import HttpRequest

from registration import attempts
from registration.attempts import DAY, HOUR, Counter, Limit
from registration.references import normalise_reference

# Shelters and prisons share one address, so it may try more often than one code may be tried.
PER_ADDRESS = Limit(most=30, period=HOUR)
PER_CODE = Limit(most=10, period=DAY)


def may_try(request: HttpRequest, code: str) -> bool:
    """Return whether another combination may be tried."""
    return attempts.may_try(_counters(request, code))


def note_wrong(request: HttpRequest, code: str) -> None:
    """Count one wrong combination, whether or not the code exists."""
    attempts.note_wrong(_counters(request, code))


def _counters(request: HttpRequest, code: str) -> list[Counter]:
    return [
        attempts.counter_of("own-page-code", normalise_reference(code), PER_CODE),
        *attempts.counters_of_address("own-page-from", request, PER_ADDRESS),
    ]
