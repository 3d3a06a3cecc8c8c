"""All forms of the site, by their code."""

from collections.abc import Mapping

from registration.codes import JourneyCode
from registration.journey.definition import Journey
from registration.journey.question import QUESTION
from registration.journey.referral import REFERRAL
from registration.journey.self_registration import SELF_REGISTRATION

JOURNEYS: Mapping[str, Journey] = {
    journey.code: journey for journey in (SELF_REGISTRATION, QUESTION, REFERRAL)
}


def journey_with_code(code: JourneyCode) -> Journey:
    """Return the form that a page type or a draft names.

    Raises:
        KeyError: there is no such form.
    """
    return JOURNEYS[code]
