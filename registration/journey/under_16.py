"""Whether the words on a page must be those for somebody under sixteen."""

from registration.models import Draft
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.person import AgeGroup, ForWhom, WhoToCall


def is_under_16(draft: Draft | None) -> bool:
    """Return whether whoever fills in this draft said to be under sixteen.

    An adult who registers a child is spoken to as an adult; the age is that of the child then.
    """
    if draft is None or draft.journey != JourneyCode.REGISTRATION:
        return False
    is_own_age = draft.given("for_whom") != ForWhom.OTHER_WHO_AGREES
    return is_own_age and draft.given("age") == AgeGroup.UNDER_16


def is_helper_called(draft: Draft | None) -> bool:
    """Return whether we call somebody who helps, and not whoever fills in this draft."""
    return (
        draft is not None
        and draft.given("for_whom") == ForWhom.SELF_WITH_HELP
        and draft.given("who_to_call") == WhoToCall.HELPER
    )
