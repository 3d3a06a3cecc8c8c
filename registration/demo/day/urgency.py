"""Who waits for a first call: too late, until today, or since today."""

from registration.demo.day.people import FIRST_NAME_ONLY, MAY_BE_NAMED, Day
from registration.demo.example import DemoRegistration
from registration.demo.moments import EVERY_MORNING, due_today, just_now, overdue
from registration.vocabulary.channels import Fallback
from registration.vocabulary.person import NOT_SAY, AgeGroup, SpokenLanguage

ALL_CHANNELS = (Fallback.VOICEMAIL, Fallback.TEXT, Fallback.EMAIL)


def promised_before_today(day: Day) -> list[DemoRegistration]:
    """Return those who should have been called by now."""
    return [
        day.person(1, "Joris", "victim", "violence", {**MAY_BE_NAMED}, received=overdue),
        day.person(
            2,
            "Fatima",
            "bereaved",
            "traffic",
            {**FIRST_NAME_ONLY, "province": "zuid_holland", "age": AgeGroup.AGE_65_PLUS},
            received=overdue,
        ),
        day.person(
            3,
            "Daan",
            "offender",
            "theft_fraud",
            {**MAY_BE_NAMED, "fallback": (Fallback.VOICEMAIL,), "when": "years_1_5"},
            received=overdue,
        ),
    ]


def promised_for_today(day: Day) -> list[DemoRegistration]:
    """Return those who must be called today."""
    return [
        day.person(
            4,
            "Sanne",
            "victim",
            "theft_fraud",
            {**MAY_BE_NAMED, "fallback": (Fallback.VOICEMAIL, Fallback.TEXT)},
            received=due_today,
        ),
        day.person(
            5,
            "Emre",
            "victim",
            "threat_stalking",
            {**FIRST_NAME_ONLY, "when": "ongoing", "fallback": (Fallback.ONLY_RETRY,)},
            received=due_today,
        ),
        day.person(
            6,
            "Grace",
            "relative",
            "violence",
            {**MAY_BE_NAMED, "language": SpokenLanguage.ENGLISH},
            received=due_today,
            language="en",
        ),
        day.person(
            7,
            "Lieke",
            "witness",
            "traffic",
            {**MAY_BE_NAMED, "moments": tuple(day.soon[:2]), "needs": ("hearing",)},
            received=due_today,
        ),
        day.person(
            8,
            "Amin",
            "victim",
            "online",
            {
                **FIRST_NAME_ONLY,
                "email": day.email("Amin"),
                "fallback": (Fallback.EMAIL,),
                "age": AgeGroup.AGE_18_24,
            },
            received=due_today,
        ),
        day.person(
            9,
            "Wil",
            "accident_causer",
            "traffic",
            {**MAY_BE_NAMED, "province": "drenthe", "story": "Ik denk er elke dag aan."},
            received=due_today,
        ),
    ]


def came_in_lately(day: Day) -> list[DemoRegistration]:
    """Return those who have just registered, and some who did yesterday."""
    return [
        day.person(
            10,
            "Bo",
            "victim",
            "sexual",
            {**FIRST_NAME_ONLY, "pronouns": "hen", "avoid": EVERY_MORNING},
            received=just_now,
        ),
        day.person(
            11,
            "Karin",
            "bereaved",
            "violence",
            {
                **MAY_BE_NAMED,
                "email": day.email("Karin"),
                "fallback": ALL_CHANNELS,
                "moments": tuple(day.soon[1:3]),
                "known": "unknown",
                "story": "Ik heb na al die jaren nog steeds vragen.",
            },
            received=just_now,
        ),
        day.person(
            12,
            "Tom",
            "suspect",
            "violence",
            {**MAY_BE_NAMED, "language": SpokenLanguage.ENGLISH, "when": "within_month"},
            received=just_now,
            language="en",
        ),
        day.person(
            13,
            "Hatice",
            "victim",
            "theft_fraud",
            {
                **MAY_BE_NAMED,
                "language": SpokenLanguage.OTHER,
                "other_language": "Turks",
                "needs": ("interpreter",),
            },
            received=just_now,
        ),
        day.person(
            14,
            "R.",
            NOT_SAY,
            NOT_SAY,
            {**FIRST_NAME_ONLY, "story_later": True},
            received=just_now,
        ),
        day.person(15, "Piet", "victim", "violence", {**MAY_BE_NAMED, "province": "zeeland"}),
        day.person(
            16,
            "Yara",
            "victim",
            "online",
            {**MAY_BE_NAMED, "age": AgeGroup.AGE_16_17, "fallback": (Fallback.TEXT,)},
        ),
    ]
