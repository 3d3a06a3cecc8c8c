"""The year of the annual report over 2024 as registrations: every number that it gives.

The report gives percentages; the numbers here are whole people that give the same ones.
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import chain, cycle, repeat

import time_machine
from django.utils import timezone

from registration.casework import claims, confirmations, ending
from registration.casework.counted import mistake_codes, outcome_codes, received_codes
from registration.casework.submission import Submission, submit_registration
from registration.models import AnonymousCount, Callback, HandOver, Registration
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.referral import Referral
from tests.registration.factories import AnswersFactory, RegistrationFactory, put_on_record
from tests.registration.handover.factories import MediatorFactory, allocate_callback

YEAR = 2024
RECEIVED, ALLOCATED = 1651, 1459
# Per kind of event: victims, offenders and others.
KINDS = {
    "violence": (254, 310, 20),
    "sexual": (309, 104, 10),
    "traffic": (161, 100, 16),
    "threat_stalking": (93, 70, 12),
}
ROLES = (
    ("victim", "victim", "victim", "bereaved"),
    ("offender", "suspect", "accident_causer"),
    ("witness", "relative", "other", "not_say"),
)
WHO = {
    Source.SELF: 428,
    "victim_support": 391,
    "judicial_institution": 231,
    "police": 141,
    "probation": 200,
    "other": 68,
}
NOT_ALLOCATED = {
    Lifecycle.CRIMINAL_CASE_FIRST: 41,
    Lifecycle.DATA_NOT_OBTAINED: 69,
    Lifecycle.OTHER_SERVICE: 40,
    Lifecycle.CONTRA_INDICATION: 20,
    Lifecycle.WITHDRAWN: 12,
    Lifecycle.UNREACHABLE: 10,
}
MISTAKES = 17
FIRST_MOMENT = datetime(YEAR, 1, 2, 9, 0, tzinfo=UTC)
# The last one is received on the last day, and closed before the year ends.
STEP = timedelta(days=362) / (RECEIVED + MISTAKES)


@dataclass(frozen=True)
class Case:
    """One person of the year, and how it ended."""

    answers: Answers
    source: Source
    language: str
    received_at: datetime
    outcome: Lifecycle

    @property
    def closed_at(self) -> datetime:
        """The moment of closing, a day later."""
        return self.received_at + timedelta(days=1)


def cases_of_the_year() -> list[Case]:
    """Return everybody of the year, and as many mistakes as the desk might meet."""
    outcomes = chain(
        repeat(Lifecycle.ALLOCATED, ALLOCATED),
        _repeated(NOT_ALLOCATED),
        repeat(Lifecycle.MISTAKE, MISTAKES),
    )
    # All kinds and roles once for those who went to a mediator, and from the start for the others.
    events = chain(_events(), cycle(_events()))
    who = chain(_repeated(WHO), cycle(WHO))
    languages = cycle(["nl"] * 9 + ["en"])
    moments = (FIRST_MOMENT + number * STEP for number in range(RECEIVED + MISTAKES))
    return [
        _case(kind, role, registered_by, language, at, outcome)
        for (kind, role), registered_by, language, at, outcome in zip(
            events, who, languages, moments, outcomes, strict=False
        )
    ]


def live(case: Case, coordinator) -> None:
    """Let one person go through everything as it happens: sent, taken, agreed to and closed."""
    with time_machine.travel(case.received_at, tick=False):
        submit_registration(
            Submission(
                answers=case.answers,
                language=case.language,
                key=uuid.uuid4(),
                source=case.source,
            )
        )
    callback = Callback.objects.latest("pk")
    with time_machine.travel(case.closed_at, tick=False):
        claims.claim(callback.pk, coordinator)
        if callback.registration.needs_own_yes():
            confirmations.record_own_yes(callback.pk, coordinator)
        if case.outcome == Lifecycle.ALLOCATED:
            allocate_callback(callback, coordinator)
        else:
            put_on_record(callback, case.outcome)
            ending.end(callback.pk, coordinator, case.outcome, "Reden")


def store(cases: Iterable[Case]) -> None:
    """Store people as closed, and count them with the codes of the real thing, all at once."""
    rows, counted = [], Counter()
    for case in cases:
        of_case = {"source": case.source.value, "answers": case.answers}
        received = received_codes(language=case.language, **of_case)
        _add(counted, received | {"heard": case.answers.heard}, case.received_at)
        if case.outcome == Lifecycle.MISTAKE:
            _add(counted, mistake_codes(language=case.language, **of_case), case.received_at)
        else:
            _add(counted, outcome_codes(outcome=case.outcome.value, **of_case), case.closed_at)
        row = RegistrationFactory.build(
            answers=case.answers.to_stored(),
            source=case.source,
            language=case.language,
            state=case.outcome,
            received_at=case.received_at,
            state_changed_at=case.closed_at,
        )
        rows.append(row)
    Registration.objects.bulk_create(rows)
    for (month, dimension, code), number in counted.items():
        counter, _ = AnonymousCount.objects.get_or_create(
            month=month, dimension=dimension, code=code
        )
        counter.count += number
        counter.save()


def hand_over_everybody(at: datetime) -> None:
    """Let all who were allocated have a mediator, and be in the case system at `at`."""
    waiting = Registration.objects.filter(state=Lifecycle.ALLOCATED, hand_over=None)
    HandOver.objects.bulk_create(HandOver(registration=row) for row in waiting)
    HandOver.objects.update(mediator=MediatorFactory(), exported_at=at, first_exported_at=at)


def _add(counted: Counter, codes: dict[str, str], at: datetime) -> None:
    month = timezone.localdate(at).replace(day=1)
    counted.update((month, dimension, code) for dimension, code in codes.items() if code)


def _case(kind: str, role: str, who: str, language: str, at: datetime, outcome: Lifecycle) -> Case:
    answers = AnswersFactory(kind=kind, role=role, heard="gp")
    if who == Source.SELF:
        return Case(answers, Source.SELF, language, at, outcome)
    referral = Referral(
        name="Robin",
        organisation="Een organisatie",
        organisation_kind=who,
        email="robin@example.org",
        told_by="Robin",
        agreed_on=at.date().isoformat(),
        agreed_how="in_person",
    )
    return Case(replace(answers, referral=referral), Source.REFERRER, language, at, outcome)


def _events() -> Iterator[tuple[str, str]]:
    for kind, numbers in KINDS.items():
        for roles, number in zip(ROLES, numbers, strict=True):
            for role, _number in zip(cycle(roles), range(number), strict=False):
                yield kind, role


def _repeated(numbers: dict) -> Iterator:
    return chain.from_iterable(repeat(code, number) for code, number in numbers.items())
