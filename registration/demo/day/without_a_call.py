"""Who cannot be called: a letter, an e-mail, or by way of somebody else."""

from typing import Any

from registration.demo.day.people import FIRST_NAME_ONLY, MAY_BE_NAMED, Day
from registration.demo.example import DemoRegistration
from registration.vocabulary.channels import Fallback, OtherWay
from registration.vocabulary.lifecycle import Source


def without_a_call(day: Day) -> list[DemoRegistration]:
    """Return one of each way but the telephone."""
    no_phone: dict[str, Any] = {"phone": "", "phone_impossible": True}
    return [
        day.person(
            26,
            "Kevin",
            "offender",
            "violence",
            {
                **no_phone,
                **FIRST_NAME_ONLY,
                "other_way": OtherWay.LETTER,
                "other_way_details": "Postbus 2 (voorbeeld), 3500 AA Utrecht",
            },
            source=Source.PAPER,
        ),
        day.person(
            27,
            "Driss",
            "offender",
            "theft_fraud",
            {
                **no_phone,
                **MAY_BE_NAMED,
                "other_way": OtherWay.INSTITUTION_CONTACT,
                "other_way_details": "Voorbeeldkliniek Noord, vraag naar de heer Voorbeeld",
            },
        ),
        day.person(
            28,
            "Maud",
            "victim",
            "threat_stalking",
            {
                **no_phone,
                **FIRST_NAME_ONLY,
                "other_way": OtherWay.TRUSTED_PERSON,
                "other_way_details": "Via mijn zus Tess (voorbeeld)",
            },
        ),
        day.person(
            29,
            "Olga",
            "relative",
            "online",
            {
                **no_phone,
                **MAY_BE_NAMED,
                "email": day.email("Olga"),
                "fallback": (Fallback.EMAIL,),
                "needs": ("sign_language",),
            },
        ),
    ]
