"""Who needs particular care: somebody helped with the form, or it is about somebody young."""

from registration.demo.day.people import FIRST_NAME_ONLY, MAY_BE_NAMED, Day
from registration.demo.example import DemoRegistration
from registration.demo.moments import due_today
from registration.vocabulary.person import AgeGroup, ForWhom, WhoToCall


def with_help(day: Day) -> list[DemoRegistration]:
    """Return the helped, and the young."""
    return [
        day.person(
            30,
            "Teun",
            "victim",
            "violence",
            {
                **MAY_BE_NAMED,
                "for_whom": ForWhom.SELF_WITH_HELP,
                "helper_name": "Jos",
                "who_to_call": WhoToCall.PERSON,
                "helper_consent": True,
                "needs": ("reading_writing",),
            },
        ),
        day.person(
            31,
            "Evi",
            "victim",
            "online",
            {
                **FIRST_NAME_ONLY,
                "for_whom": ForWhom.OTHER_WHO_AGREES,
                "helper_name": "Marit",
                "who_to_call": WhoToCall.HELPER,
                "helper_consent": True,
                "age": AgeGroup.UNDER_16,
            },
            received=due_today,
        ),
        day.person(
            32,
            "Sem",
            "offender",
            "violence",
            {**MAY_BE_NAMED, "age": AgeGroup.UNDER_16, "known": "in_contact"},
        ),
    ]
