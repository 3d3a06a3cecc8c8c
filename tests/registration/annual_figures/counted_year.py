"""Counters of a year, as they are after many registrations."""

from datetime import date

from registration.models import AnonymousCount

#: Enough for every chart; nothing is hidden.
FULL_YEAR = {
    "source": {"self": 60, "referrer": 40},
    "organisation_kind": {"police": 30, "victim_support": 10},
    "form_language": {"nl": 80, "en": 20},
    "kind": {"violence": 50, "sexual": 30, "traffic": 20},
    "role": {"victim": 60, "offender": 40},
    "heard": {"gp": 30, "media": 20},
    "campaign": {"straatfeest": 25},
    "outcome": {"allocated": 80, "withdrawn": 10},
    "allocated_who": {"self": 50, "police": 30},
    "allocated_kind": {"violence": 50, "traffic": 30},
    "allocated_initiator": {"victims": 48, "offenders": 32},
    "allocated_kind_initiator": {
        "violence.victims": 30,
        "violence.offenders": 20,
        "traffic.victims": 18,
        "traffic.offenders": 12,
    },
}


def counted(year: int, month: int = 2, **numbers: dict[str, int]) -> None:
    """Store what was counted: for each question, how often each answer was given."""
    for dimension, answers in numbers.items():
        for code, number in answers.items():
            AnonymousCount.objects.create(
                month=date(year, month, 1), dimension=dimension, code=code, count=number
            )
