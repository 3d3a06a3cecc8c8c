"""Deleting all there is about somebody: retention does it in time, a person may ask for it."""

import secrets
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Model
from django.dispatch import Signal
from django.utils import timezone

from perspectief import erasure_ledger
from registration.casework import informed
from registration.models import (
    Callback,
    ContactAttempt,
    Erasure,
    HandOver,
    OutboundMail,
    Registration,
)
from registration.vocabulary.references import ALPHABET, grouped_code

PROOF_LENGTH = 8
#: What the ledger of erasures calls a registration.
LEDGER_KIND = "registration"
#: And once more what a person had deleted: whoever knows of them outside has to hear of that.
ASKED_KIND = "registration_asked"
PROOF_SPACE = len(ALPHABET) ** PROOF_LENGTH

#: Sent with the `numbers` of registrations that are about to be deleted, and `now`: what has to be
#: counted of them is counted in the same transaction.
before_deletion = Signal()


@dataclass(frozen=True)
class Erased:
    """What was deleted: the number of the proof, and how much of what; nothing about whom.

    The proof says that and when, but not whose data was deleted.
    """

    proof: str
    registrations: int
    callbacks: int
    attempts: int
    mails: int


@transaction.atomic
def erase(numbers: Collection[int]) -> Erased:
    """Delete all registrations of one person, who asked for it, with all that hangs on them.

    Only who outside the desk has to be told of it stays (`casework.informed`).

    Args:
        numbers: primary keys.
    """
    deleted = delete_as_asked(numbers, timezone.now())
    return Erased(
        proof=Erasure.objects.create(number=_new_number()).number,
        registrations=deleted[Registration],
        callbacks=deleted[Callback],
        attempts=deleted[ContactAttempt],
        mails=deleted[OutboundMail],
    )


def delete_as_asked(numbers: Collection[int], now: datetime) -> Counter[type[Model]]:
    """Delete registrations because the person asked for it, also once more after a backup.

    Args:
        numbers: primary keys.
        now: an aware moment, when they asked.

    Returns:
        How many rows of each were deleted.
    """
    informed.remember_erased(numbers, now)
    keys = Registration.objects.filter(pk__in=numbers).values_list("submission_key", flat=True)
    erasure_ledger.note(ASKED_KIND, keys, now)
    return delete_registrations(numbers, now)


def delete_registrations(
    numbers: Collection[int], now: datetime | None = None
) -> Counter[type[Model]]:
    """Delete registrations with their callbacks, attempts and mails, without reading any of it.

    Nothing is decrypted: a key that was lost must not keep data alive. How each promise ended is
    counted before, and the ledger notes them, so that no backup brings them back.

    Args:
        numbers: primary keys.
        now: an aware datetime; None means the present.

    Returns:
        How many rows of each were deleted.
    """
    now = now or timezone.now()
    before_deletion.send(sender=None, numbers=numbers, now=now)
    keys = Registration.objects.filter(pk__in=numbers).values_list("submission_key", flat=True)
    erasure_ledger.note(LEDGER_KIND, keys, now)
    informed.forget(numbers)
    deleted: Counter[type[Model]] = Counter()
    for rows in (
        ContactAttempt.objects.filter(callback__registration__in=numbers),
        OutboundMail.objects.filter(registration__in=numbers),
        HandOver.objects.filter(registration__in=numbers),
        Callback.objects.filter(registration__in=numbers),
        Registration.objects.filter(pk__in=numbers),
    ):
        by_label = rows.only("pk").delete()[1]
        deleted[rows.model] += by_label.get(rows.model._meta.label, 0)
    return deleted


def _new_number() -> str:
    return grouped_code(secrets.randbelow(PROOF_SPACE), PROOF_LENGTH, group=4)
