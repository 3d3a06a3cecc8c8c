"""What is counted of a registration when it comes in and when it ends.

Received is counted in the month of receipt, an outcome in the month of the end. What proves to be
no registration is counted once more as a mistake, under the same answers in the month of receipt,
so that received minus mistake is exact. How somebody heard of us and through which campaign they
came are not stored with a registration; those counters keep the mistakes.
"""

from collections.abc import Mapping
from datetime import datetime

from registration.casework.counters import count, count_back
from registration.models import Registration
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.report_groups import (
    crossed,
    initiator_of,
    kind_group_of,
    who_registered,
)

MISTAKE_PREFIX = "mistake_"


def received_codes(*, source: str, language: str, answers: Answers) -> dict[str, str]:
    """Return what is counted of a registration that came in, apart from what is not stored."""
    return {
        "source": source,
        "form_language": language,
        "role": answers.role,
        "kind": answers.kind,
        "organisation_kind": _organisation_kind(answers),
    }


def outcome_codes(*, source: str, outcome: str, answers: Answers) -> dict[str, str]:
    """Return what is counted of a registration that ended; of an allocated one also what."""
    codes = {"outcome": outcome}
    if outcome == Lifecycle.ALLOCATED:
        kind, initiator = kind_group_of(answers.kind), initiator_of(answers.role)
        codes |= {
            "allocated_kind": kind,
            "allocated_initiator": initiator,
            "allocated_kind_initiator": crossed(kind, initiator),
            "allocated_who": who_registered(source, _organisation_kind(answers)),
        }
    return {dimension: str(code) for dimension, code in codes.items()}


def mistake_codes(*, source: str, language: str, answers: Answers) -> dict[str, str]:
    """Return what is counted of what proved to be no registration."""
    codes = received_codes(source=source, language=language, answers=answers)
    return {f"{MISTAKE_PREFIX}{dimension}": code for dimension, code in codes.items()}


def count_outcome(registration: Registration, outcome: str, now: datetime) -> None:
    """Count the end of a registration; call it before its state changes.

    Whoever ends once more counts only with the last outcome. Questions count nowhere, and examples
    among examples.

    Args:
        outcome: a state that ends it.
        now: an aware moment.
    """
    if registration.source == Source.QUESTION:
        return
    count_reopening(registration)
    codes, at = _counted_at_end(registration, registration.read_answers(), outcome, now)
    count(codes, at, is_example=registration.is_demo)


def count_reopening(registration: Registration) -> None:
    """Take back the outcome that was counted, if there was one; call it before the state changes.

    Questions count nowhere, and examples among examples.
    """
    is_question = registration.source == Source.QUESTION
    if is_question or registration.state not in Lifecycle.outcomes():
        return
    answers, before = registration.read_answers(), registration.state
    codes, at = _counted_at_end(registration, answers, before, registration.state_changed_at)
    count_back(codes, at, is_example=registration.is_demo)


def _counted_at_end(
    registration: Registration, answers: Answers, outcome: str, ended_at: datetime
) -> tuple[Mapping[str, str], datetime]:
    source = registration.source
    if outcome == Lifecycle.MISTAKE:
        codes = mistake_codes(source=source, language=registration.language, answers=answers)
        return codes, registration.received_at
    return outcome_codes(source=source, outcome=outcome, answers=answers), ended_at


def _organisation_kind(answers: Answers) -> str:
    return answers.referral.organisation_kind if answers.referral else ""
