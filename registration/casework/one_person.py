"""All registrations of one person: those of which the desk knows it, and those that may be.

Nothing is decrypted: numbers and addresses are compared by their hashes, as in `matching`.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from registration.casework.matching import NOBODY, is_match
from registration.models import Registration, SamePersonDecision

Pair = frozenset[int]


@dataclass(frozen=True)
class OnePerson:
    """Registrations in the order in which they came in, with how much hangs on each.

    `known` has the one that was asked about and all that the desk said are of the same person;
    `possible` those that share a number or address with one of all these, and are not said to be
    of somebody else. Each has `callback_count`, `attempt_count` and `mail_count`.
    """

    known: tuple[Registration, ...]
    possible: tuple[Registration, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The primary keys of those that are known."""
        return frozenset(row.pk for row in self.known)


def registrations_of_person(number: int) -> OnePerson:
    """Return all registrations that are, or may be, of the person of this one.

    Args:
        number: primary key of a registration.
    """
    known = _reached_from({number}, _said_to_be_same)
    everybody = _reached_from(known, _may_be_same)
    rows = {row.pk: row for row in _with_counts(everybody)}
    return OnePerson(
        known=tuple(row for pk, row in rows.items() if pk in known),
        possible=tuple(row for pk, row in rows.items() if pk not in known),
    )


def _reached_from(
    numbers: Collection[int], step: Callable[[Collection[int]], set[int]]
) -> set[int]:
    reached, edge = set(numbers), set(numbers)
    while edge:
        edge = step(edge) - reached
        reached |= edge
    return reached


def _said_to_be_same(numbers: Collection[int]) -> set[int]:
    return {number for pair in _decided(numbers, is_same=True) for number in pair}


def _may_be_same(numbers: Collection[int]) -> set[int]:
    ours = list(_plain(Registration.objects.filter(pk__in=numbers)))
    phones = {row.phone_hash or NOBODY for row in ours}
    emails = {row.email_hash or NOBODY for row in ours}
    others = _plain(
        Registration.objects.filter(Q(phone_hash__in=phones) | Q(email_hash__in=emails))
    )
    apart = _decided(numbers, is_same=False)
    matches = {
        other.pk
        for other in others
        for one in ours
        if is_match(one, other) and frozenset((one.pk, other.pk)) not in apart
    }
    return matches | _said_to_be_same(numbers)


def _decided(numbers: Collection[int], *, is_same: bool) -> set[Pair]:
    rows = SamePersonDecision.objects.filter(
        Q(earlier__in=numbers) | Q(later__in=numbers), is_same=is_same
    )
    return {frozenset(pair) for pair in rows.values_list("earlier_id", "later_id")}


def _plain(rows: QuerySet[Registration]) -> QuerySet[Registration]:
    return rows.only("phone_hash", "email_hash", "is_demo")


def _with_counts(numbers: Collection[int]) -> QuerySet[Registration]:
    rows = Registration.objects.filter(pk__in=numbers).defer("answers", "desk_note")
    return rows.annotate(
        callback_count=Count("callbacks", distinct=True),
        attempt_count=Count("callbacks__attempts", distinct=True),
        mail_count=Count("mails", distinct=True),
    ).order_by("received_at", "pk")
