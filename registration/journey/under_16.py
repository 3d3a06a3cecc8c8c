"""Whether the words on a page must be those for somebody under sixteen."""

from registration.journey import drafts
from registration.models import Draft
from registration.vocabulary.person import AgeGroup, ForWhom

# The step of the registration form that asks for the age.
STEP = "about_you"


def is_under_16(draft: Draft | None) -> bool:
    """Return whether whoever fills in this draft said to be under sixteen.

    An adult who registers a child is spoken to as an adult; the age is that of the child then.
    """
    values = drafts.stored_values(draft, STEP) or {}
    is_own_age = values.get("for_whom", [""])[-1:] != [ForWhom.OTHER_WHO_AGREES]
    return is_own_age and values.get("age", [""])[-1:] == [AgeGroup.UNDER_16]
