"""What the desk has to look at twice: perhaps one person, a robot, or nobody to be called."""

from registration.demo.day.people import FIRST_NAME_ONLY, MAY_BE_NAMED, Day
from registration.demo.example import DemoRegistration
from registration.demo.moments import EVERY_AFTERNOON, EVERY_MORNING, just_now
from registration.vocabulary.channels import Fallback
from registration.vocabulary.lifecycle import Flag


def to_look_at_twice(day: Day) -> list[DemoRegistration]:
    """Return one of each reason for a second look, and two for the same person."""
    same_phone = {**MAY_BE_NAMED, "phone": day.phone(33)}
    return [
        day.person(33, "Rik", "victim", "traffic", same_phone),
        day.person(34, "Rik", "victim", "traffic", same_phone, received=just_now),
        day.person(
            35,
            "Nadia",
            "victim",
            "violence",
            {**MAY_BE_NAMED, "fallback": (Fallback.VOICEMAIL,), "unverified": ("phone",)},
        ),
        day.person(
            36,
            "X",
            "other",
            "other",
            {**FIRST_NAME_ONLY},
            received=just_now,
            flags=(Flag.FAST, Flag.CAPTCHA_MISSING),
        ),
        day.person(
            37,
            "Ans",
            "witness",
            "violence",
            {**FIRST_NAME_ONLY, "avoid": EVERY_MORNING + EVERY_AFTERNOON},
            flags=(Flag.FLOOD,),
        ),
    ]
