"""All forms of the site, by their code."""

from collections.abc import Mapping

from registration.journey.definition import Journey
from registration.journey.question import QUESTION
from registration.journey.referral import REFERRAL
from registration.journey.self_registration import SELF_REGISTRATION
from registration.journey.story_later import STORY_LATER
from registration.reminder.definition import REMINDER
from registration.vocabulary.journeys import JourneyCode

# Those that the desk does something with.
JOURNEYS: Mapping[str, Journey] = {
    journey.code: journey for journey in (SELF_REGISTRATION, QUESTION, REFERRAL, STORY_LATER)
}


def journey_with_code(code: JourneyCode) -> Journey:
    """Return the form that a page type or a draft names.

    Raises:
        KeyError: there is no such form.
    """
    return REMINDER if code == JourneyCode.REMINDER else JOURNEYS[code]
