"""Answers to every question that is stored, drawn anew for each seed."""

import random
from dataclasses import fields

from registration.vocabulary.answers import Answers
from registration.vocabulary.channels import OtherWay
from registration.vocabulary.person import NO_NEED, OTHER_NEED, ForWhom, SpokenLanguage, WhoToCall
from registration.words import option_labels
from tests.registration.factories import EMAIL, PHONE

# What no form about a registration asks: a question, a referral, and what the desk keeps with it.
NOT_ASKED = frozenset({"question", "referral", "story_later", "unverified", "heard"})


def all_answered(seed: int, *, moments: tuple[str, ...], avoid: tuple[str, ...]) -> Answers:
    """Return answers in which no question is left empty.

    Args:
        seed: the same answers for the same number.
        moments: good times to call.
        avoid: times that are ruled out.
    """
    draw = random.Random(seed)

    def one(group: str) -> str:
        return draw.choice([code for code, _label in option_labels.choices(group)])

    fallback = [code for code, _label in option_labels.choices("fallback")]
    needs = [code for code, _label in option_labels.choices("needs") if code != NO_NEED]
    answers = Answers(
        role=one("role"),
        kind=one("kind"),
        name="Noor",
        for_whom=draw.choice([ForWhom.SELF_WITH_HELP, ForWhom.OTHER_WHO_AGREES]),
        helper_name="Sam",
        who_to_call=draw.choice(list(WhoToCall)),
        helper_consent=True,
        age=one("age"),
        pronouns="hen",
        when=one("when"),
        province=one("province"),
        known=one("known"),
        story="Ik wil weten hoe het gaat.",
        phone=PHONE,
        phone_note="na 5 uur",
        phone_impossible=bool(seed % 2),
        email=EMAIL,
        other_way=draw.choice(list(OtherWay)),
        other_way_details="Kade 1, Utrecht",
        fallback=draw.choice([("voicemail", "text", "email"), ("email",), (fallback[-1],)]),
        identify=one("identify"),
        moments=moments,
        avoid=avoid,
        language=SpokenLanguage.OTHER,
        other_language="Dari",
        needs=tuple(code for code in needs if code == OTHER_NEED or draw.random() < 0.5),
        other_need="rustig praten",
    )
    empty = {each.name for each in fields(Answers) if getattr(answers, each.name) in ("", (), None)}
    assert empty <= NOT_ASKED, f"a question is not drawn here yet: {empty - NOT_ASKED}"
    return answers
