"""How often code and secret words may be tried, per network and per code.

Somebody else may hold the code, so the words behind one code may be tried ten times a day; a person
who is locked out can call us.
"""

from datetime import timedelta

from django.http import HttpRequest

from perspectief import limits
from perspectief.limits import Limit, Taken
from registration.vocabulary.references import normalise_reference

# Shelters and prisons share one address, so it may try more often than one code may be tried.
PER_NETWORK = Limit("own page from one network", most=30, period=timedelta(hours=1))
PER_CODE = Limit("own page with one code", most=10, period=timedelta(days=1))


def take(request: HttpRequest, code: str) -> Taken | None:
    """Count one combination before it is looked at, whether or not the code exists.

    Returns:
        What was counted, to be given back if the combination is right; None if there were too many
        already.
    """
    return limits.take(
        [
            limits.counter_of(PER_CODE, normalise_reference(code)),
            limits.counter_of_network(PER_NETWORK, request),
        ]
    )
