"""A number or address that turned out to be somebody else's: nobody uses it again by mistake."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from perspectief.encryption import blind_index
from registration.models import Callback, ContactAttempt
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, TaskKind


@dataclass(frozen=True)
class WrongWays:
    """The ways to reach one person that turned out wrong, as keyed hashes, and since when.

    A number or address that was changed since is another one.
    """

    found: Mapping[str, datetime] = field(default_factory=dict)

    def since(self, way: str) -> datetime | None:
        """Return when a number or address turned out wrong; None if it may be right."""
        return self.found.get(hash_of(way)) if way else None

    def without(self, answers: Answers) -> Answers:
        """Return the answers with only those ways in them that may be right."""
        details_are_wrong = self.since(answers.other_way_details) is not None
        return replace(
            answers,
            phone="" if self.since(answers.phone) else answers.phone,
            email="" if self.since(answers.email) else answers.email,
            other_way="" if details_are_wrong else answers.other_way,
            other_way_details="" if details_are_wrong else answers.other_way_details,
        )

    def names(self, answers: Answers) -> list[str]:
        """Return the names of the answers that are a way, and turned out wrong."""
        names = ("phone", "email", "other_way_details")
        return [name for name in names if self.since(getattr(answers, name))]


def wrong_ways_of(registration_id: int) -> WrongWays:
    """Return what turned out wrong for one person, in whichever callback."""
    return wrong_ways_of_each([registration_id])[registration_id]


def wrong_ways_of_each(numbers: Collection[int]) -> dict[int, WrongWays]:
    """Return what turned out wrong for several people, in one query.

    Args:
        numbers: primary keys of registrations.
    """
    found: dict[int, dict[str, datetime]] = defaultdict(dict)
    tried = ContactAttempt.objects.filter(callback__registration__in=numbers).exclude(way_hash="")
    for attempt in tried.select_related("callback").order_by("made_at", "pk"):
        if attempt.result == AttemptResult.WRONG_NUMBER:  # encrypted, so no filter finds it
            found[attempt.callback.registration_id][attempt.way_hash] = attempt.made_at
    return {number: WrongWays(found[number]) for number in numbers}


def hash_of(way: str) -> str:
    """Return a keyed hash of a number or address."""
    return blind_index("way", way)


def way_of_task(callback: Callback, answers: Answers) -> str:
    """Return the number or address that the task of a callback leads to now; "" if none."""
    return way_of_kind(TaskKind(callback.kind), answers)


def way_of_kind(kind: TaskKind, answers: Answers) -> str:
    """Return the number or address that a kind of task leads to; "" if none."""
    referral = answers.referral
    match kind:
        case TaskKind.REFERRAL if referral is not None:
            return referral.phone if referral.may_call_referrer else referral.email
        case TaskKind.MAIL:
            return answers.email
        case TaskKind.LETTER | TaskKind.CONTACT:
            return answers.other_way_details
        case _:
            return answers.phone
