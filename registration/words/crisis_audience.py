"""For whom the crisis lines come first, as far as somebody's answers tell."""

from registration.models import Draft
from registration.vocabulary.person import AgeGroup, CrisisAudience

# Up to eighteen, as far as the Kindertelefoon helps.
YOUNG = frozenset({AgeGroup.UNDER_16, AgeGroup.AGE_16_17})
ABROAD = "abroad"  # a code of the lookup rows of provinces


def audience_for(*, age: str, province: str) -> CrisisAudience:
    """Return the audience of somebody with these answers; unanswered means everyone."""
    if age in YOUNG:
        return CrisisAudience.YOUNG
    return CrisisAudience.ABROAD if province == ABROAD else CrisisAudience.EVERYONE


def audience_of_draft(draft: Draft | None) -> str:
    """Return the audience of whoever fills in this draft, or has sent it."""
    if draft is None:
        return CrisisAudience.EVERYONE
    if draft.receipt is not None:
        return str(draft.receipt.get("crisis_audience", CrisisAudience.EVERYONE))
    return audience_for(age=_given(draft, "age"), province=_given(draft, "province"))


def _given(draft: Draft, name: str) -> str:
    for entry in draft.answers.values():
        values = entry.get("values", {}) if isinstance(entry, dict) else {}
        if values.get(name):
            return str(values[name][-1])
    return ""
