"""Whom a colleague has taken, or tried to reach before."""

from registration.demo.day.people import FIRST_NAME_ONLY, MAY_BE_NAMED, Day
from registration.demo.example import DemoRegistration
from registration.demo.moments import due_today
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.channels import Fallback
from registration.vocabulary.person import AgeGroup, SpokenLanguage


def worked_on(day: Day) -> list[DemoRegistration]:
    """Return those who are taken, and those whom we tried to reach, with what came of it."""
    no_answer = {
        "attempt": AttemptResult.NO_ANSWER,
        "attempt_note": "Voorbeeld: geen gehoor, geen bericht achtergelaten.",
    }
    return [
        day.person(17, "Ilse", "victim", "traffic", {**MAY_BE_NAMED}, is_taken=True),
        day.person(
            18,
            "Noah",
            "offender",
            "violence",
            {**FIRST_NAME_ONLY, "age": AgeGroup.AGE_18_24},
            is_taken=True,
            taken_by="coordinator",
        ),
        day.person(19, "Greta", "relative", "sexual", {**FIRST_NAME_ONLY}, **no_answer),
        day.person(
            20, "Milan", "victim", "violence", {**MAY_BE_NAMED}, received=due_today, **no_answer
        ),
        day.person(
            21,
            "Anouk",
            "bereaved",
            "traffic",
            {**MAY_BE_NAMED, "fallback": (Fallback.VOICEMAIL,)},
            attempt=AttemptResult.VOICEMAIL,
            attempt_note="Voorbeeld: voicemail ingesproken met de woorden van het scherm.",
        ),
        day.person(
            22,
            "Stefan",
            "offender",
            "traffic",
            {**MAY_BE_NAMED},
            attempt=AttemptResult.CALL_BACK,
            attempt_note="Voorbeeld: was aan het werk, vroeg om een ander moment.",
            next_attempt=day.later,
        ),
        day.person(
            23,
            "Chioma",
            "victim",
            "threat_stalking",
            {**FIRST_NAME_ONLY, "language": SpokenLanguage.ENGLISH},
            language="en",
            attempt=AttemptResult.CALL_BACK,
            attempt_note="Example: someone was in the room, asked for another moment.",
            next_attempt=day.later,
        ),
        day.person(
            24,
            "Bert",
            "victim",
            "theft_fraud",
            {**MAY_BE_NAMED},
            attempt=AttemptResult.WRONG_NUMBER,
            attempt_note="Voorbeeld: dit nummer is niet van deze persoon.",
        ),
        day.person(
            25,
            "Roos",
            "victim",
            "sexual",
            {**FIRST_NAME_ONLY},
            attempt=AttemptResult.REACHED,
            attempt_note="Voorbeeld: gesproken, denkt er nog een dag over na.",
        ),
    ]
