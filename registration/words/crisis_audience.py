"""For whom the crisis lines come first, as far as somebody's answers tell."""

from perspectief.written_phone import is_of_home
from registration.models import Draft
from registration.vocabulary.answers import Answers
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.person import AgeGroup, CrisisAudience
from registration.vocabulary.whose import Whose, whose_story

# Up to eighteen, as far as the Kindertelefoon helps.
YOUNG = frozenset({AgeGroup.UNDER_16, AgeGroup.AGE_16_17})
# Codes of the lookup rows of provinces from where Dutch short numbers cannot be called.
ABROAD = frozenset({"abroad", "caribbean_nl"})


def audience_for(*, age: str, province: str) -> CrisisAudience:
    """Return the audience of somebody with these answers; unanswered means everyone.

    A number that cannot be called helps nobody, however young: where somebody is goes first.
    """
    if province in ABROAD:
        return CrisisAudience.ABROAD
    return CrisisAudience.YOUNG if age in YOUNG else CrisisAudience.EVERYONE


def audience_of_writer(answers: Answers) -> CrisisAudience:
    """Return the audience of whoever sent these answers; of the writer they may tell nothing.

    A professional or a helper told where somebody else is, and how old.
    """
    if answers.whose_story is not Whose.OWN:
        return CrisisAudience.EVERYONE
    return audience_for(age=answers.age, province=answers.province)


def audience_of_reached(answers: Answers) -> CrisisAudience:
    """Return the audience of whom we call or mail; of a helper we know the number and no more."""
    if not answers.calls_helper:
        return audience_for(age=answers.age, province=answers.province)
    is_foreign = bool(answers.phone) and not is_of_home(answers.phone)
    return CrisisAudience.ABROAD if is_foreign else CrisisAudience.EVERYONE


def audience_of_draft(draft: Draft | None) -> CrisisAudience:
    """Return the audience of whoever fills in this draft, or has sent it."""
    if draft is None or draft.journey == JourneyCode.REFERRAL:
        return CrisisAudience.EVERYONE
    if draft.receipt is not None:
        known = str(draft.receipt.get("crisis_audience", ""))
        return CrisisAudience(known) if known else CrisisAudience.EVERYONE
    if whose_story(for_whom=draft.given("for_whom")) is not Whose.OWN:
        return CrisisAudience.EVERYONE
    return audience_for(age=draft.given("age"), province=draft.given("province"))
