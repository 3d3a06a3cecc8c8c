"""Whether the words on a page must be those for somebody under sixteen."""

from registration.models import Draft
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.person import AgeGroup, ForWhom


def is_under_16(draft: Draft | None) -> bool:
    """Return whether whoever fills in this draft said to be under sixteen.

    An adult who registers a child is spoken to as an adult; the age is that of the child then.
    """
    if draft is None or draft.journey != JourneyCode.REGISTRATION:
        return False
    is_own_age = draft.given("for_whom") != ForWhom.OTHER_WHO_AGREES
    return is_own_age and draft.given("age") == AgeGroup.UNDER_16
