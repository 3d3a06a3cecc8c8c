"""Who asked something without registering."""

from registration.demo.day.people import MAY_BE_NAMED, Day
from registration.demo.example import DemoRegistration
from registration.demo.moments import due_today, just_now
from registration.vocabulary.channels import Fallback
from registration.vocabulary.lifecycle import Source


def questions(day: Day) -> list[DemoRegistration]:
    """Return a question to call about, and one to answer by e-mail."""
    return [
        day.person(
            38,
            "Marjan",
            "",
            "",
            {**MAY_BE_NAMED, "question": "Kan het ook als de ander in het buitenland woont?"},
            source=Source.QUESTION,
            received=due_today,
        ),
        day.person(
            39,
            "Ben",
            "",
            "",
            {
                **MAY_BE_NAMED,
                "phone": "",
                "email": day.email("Ben"),
                "fallback": (Fallback.EMAIL,),
                "question": "My sister wants to know who would be in the room.",
            },
            source=Source.QUESTION,
            language="en",
            received=just_now,
        ),
    ]
