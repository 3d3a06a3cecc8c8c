"""Registrations that may be of one person, found by keyed hashes: nothing is decrypted for it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from registration.models import Callback, ContactAttempt, Registration, SamePersonDecision
from registration.vocabulary.callbacks import CallbackAddress, CallbackState, TaskKind
from registration.vocabulary.lifecycle import Lifecycle, Source

# A question is answered on its own, and each professional who refers gets to hear from us.
REGISTERED_BY_THEMSELVES = frozenset({Source.SELF, Source.PAPER})
# In place of a hash that is missing: no registration has it.
NOBODY = "-"
# Whoever types one number a hundred times must not make the queue unreadable.
MOST_SHOWN = 5


@dataclass(frozen=True)
class Match:
    """Another registration that may be, or is, of the same person; no personal data.

    `address` is that of its newest callback, None if it has none; `last_attempt` the newest attempt
    of any of them, without its note. `is_same` is None until the
    desk decided; who is somebody else does not match. `will_close` is the number of the
    registration that a confirmation closes, if it closes one.
    """

    number: int
    address: CallbackAddress | None
    is_open: bool
    is_same: bool | None
    will_close: int | None
    last_attempt: ContactAttempt | None


@dataclass(frozen=True)
class Alike:
    """Which registrations may be of one person, and what the desk decided about them.

    `pairs` has each with every other that matches it, the earliest of those first; `decided` what
    is known of two, the earlier one first.
    """

    pairs: Sequence[tuple[Registration, Registration]]
    decided: Mapping[tuple[int, int], bool]


def alike_among(registrations: Iterable[Registration]) -> Alike:
    """Look up who may be the same person as these, in two queries.

    Args:
        registrations: nothing of them is decrypted.
    """
    wanted = {one.pk: one for one in registrations}
    pairs = _pairs(wanted.values())
    return Alike(pairs, _decisions({*wanted, *(other.pk for _one, other in pairs)}))


def matches_of(
    registrations: Iterable[Registration], alike: Alike | None = None
) -> Mapping[int, list[Match]]:
    """Return the matches of each registration by its primary key, in four queries at most.

    Args:
        registrations: nothing of them is decrypted.
        alike: who may be the same, if that is looked up already; it saves two queries.

    Returns:
        The earliest ones, `MOST_SHOWN` at most of each.
    """
    wanted = {one.pk: one for one in registrations}
    alike = alike or alike_among(wanted.values())
    others = {other.pk for _one, other in alike.pairs}
    callbacks, attempts = _newest_callbacks({*wanted, *others}), _newest_attempts(others)
    found: dict[int, list[Match]] = {}
    for one, other in alike.pairs:
        match = _match_with(one, other, alike.decided, callbacks, attempts)
        shown = found.setdefault(one.pk, [])
        if match.is_same is not False and len(shown) < MOST_SHOWN:
            shown.append(match)
    return {number: matches for number, matches in found.items() if matches}


def bound_registrations(
    registrations: Iterable[Registration],
    alike: Alike | None = None,
    *,
    only_decided: bool = False,
) -> Mapping[int, list[Registration]]:
    """Return, of each by its primary key, the others whose permissions bind it, in two queries.

    They are those of which nobody decided yet whether they are of the same person, and those of
    the same person that are open too. However many there are: a permission is not a matter of how
    many can be shown.

    Args:
        registrations: nothing of them is decrypted.
        alike: who may be the same, if that is looked up already; it saves both queries.
        only_decided: leaves out those of which nobody decided yet.
    """
    alike = alike or alike_among(registrations)
    bound: dict[int, list[Registration]] = {}
    for one, other in alike.pairs:
        earlier, later = in_order(one, other)
        is_same = alike.decided.get((earlier.pk, later.pk))
        is_still_open = other.state in Lifecycle.open_states()
        is_undecided = is_same is None and not only_decided
        if is_undecided or (is_same and is_still_open):
            bound.setdefault(one.pk, []).append(other)
    return bound


def _pairs(wanted: Collection[Registration]) -> list[tuple[Registration, Registration]]:
    """Return each with every other that matches it, the earliest of those first."""
    phones = {one.phone_hash or NOBODY for one in wanted}
    emails = {one.email_hash or NOBODY for one in wanted}
    found = Registration.objects.filter(Q(phone_hash__in=phones) | Q(email_hash__in=emails))
    # By hash, as everybody with everybody takes minutes where thousands wait.
    by_hash: dict[tuple[str, str], list[Registration]] = defaultdict(list)
    for other in found.order_by("received_at", "pk"):
        by_hash["phone", other.phone_hash].append(other)
        by_hash["email", other.email_hash].append(other)
    pairs = []
    for one in wanted:
        near = [
            *(by_hash["phone", one.phone_hash] if one.phone_hash else ()),
            *(by_hash["email", one.email_hash] if one.email_hash else ()),
        ]
        others = sorted({other.pk: other for other in near}.values(), key=_received)
        pairs += [(one, other) for other in others if is_match(one, other)]
    return pairs


def _decisions(numbers: Collection[int]) -> dict[tuple[int, int], bool]:
    rows = SamePersonDecision.objects.filter(earlier_id__in=numbers, later_id__in=numbers)
    return {(row.earlier_id, row.later_id): row.is_same for row in rows}


def _newest_callbacks(numbers: Collection[int]) -> dict[int, Mapping[str, Any]]:
    rows = Callback.objects.filter(registration_id__in=numbers).order_by("turn")
    return {
        row["registration_id"]: row
        for row in rows.values("turn", "registration_id", "state", "kind")
    }


def _newest_attempts(numbers: Collection[int]) -> dict[int, ContactAttempt]:
    rows = ContactAttempt.objects.filter(callback__registration__in=numbers)
    rows = rows.select_related("made_by", "callback").defer("note").order_by("made_at", "pk")
    return {row.callback.registration_id: row for row in rows}


def _match_with(
    one: Registration,
    other: Registration,
    decided: Mapping[tuple[int, int], bool],
    callbacks: Mapping[int, Mapping[str, Any]],
    attempts: Mapping[int, ContactAttempt],
) -> Match:
    earlier, later = in_order(one, other)
    both = [callbacks.get(each.pk, {}) for each in (earlier, later)]
    are_open = all(row.get("state") == CallbackState.OPEN for row in both)
    closes = are_open and closes_later(earlier, later, {row["kind"] for row in both})
    callback: Mapping[str, Any] = callbacks.get(other.pk, {})
    return Match(
        number=other.pk,
        address=CallbackAddress(other.pk, callback["turn"]) if callback else None,
        is_open=callback.get("state") == CallbackState.OPEN,
        is_same=decided.get((earlier.pk, later.pk)),
        will_close=later.pk if closes else None,
        last_attempt=attempts.get(other.pk),
    )


def is_match(one: Registration, other: Registration) -> bool:
    """Return whether two registrations share a number or an address, and both are real or not."""
    if one.pk == other.pk or one.is_demo != other.is_demo:
        return False
    same_phone = one.phone_hash != "" and one.phone_hash == other.phone_hash
    same_email = one.email_hash != "" and one.email_hash == other.email_hash
    return same_phone or same_email


def in_order(one: Registration, other: Registration) -> tuple[Registration, Registration]:
    """Return the two, the earlier one first."""
    earlier, later = sorted((one, other), key=_received)
    return earlier, later


def _received(registration: Registration) -> tuple[datetime, int]:
    return registration.received_at, registration.pk


def closes_later(earlier: Registration, later: Registration, kinds: Collection[str]) -> bool:
    """Whether the later one promises nothing that the earlier one does not.

    It came from the person too, wants the same to be done, and names no other number or address.
    """
    return (
        {earlier.source, later.source} <= REGISTERED_BY_THEMSELVES
        and kinds in ({TaskKind.CALL}, {TaskKind.MAIL})
        and later.phone_hash in {"", earlier.phone_hash}
        and later.email_hash in {"", earlier.email_hash}
    )
