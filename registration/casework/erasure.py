"""Deleting all there is about somebody: retention does it in time, a person may ask for it."""

import secrets
from collections.abc import Collection

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from registration.models import (
    ContactAttempt,
    Erasure,
    HandOver,
    OutboundMail,
    Registration,
)
from registration.vocabulary.references import ALPHABET, grouped_code

PROOF_LENGTH = 8
PROOF_SPACE = len(ALPHABET) ** PROOF_LENGTH

#: Sent with the `numbers` of registrations that are about to be deleted, and `now`: what has to be
#: counted of them is counted in the same transaction.
before_deletion = Signal()


@transaction.atomic
def erase(numbers: Collection[int]) -> str:
    """Delete all registrations of one person with all that hangs on them.

    Args:
        numbers: primary keys.

    Returns:
        The number of the proof, which says that and when, but not whose data was deleted.
    """
    delete_registrations(numbers)
    return Erasure.objects.create(number=_new_number()).number


def delete_registrations(numbers: Collection[int]) -> None:
    """Delete registrations with their callbacks, attempts and mails, without reading any of it.

    Nothing is decrypted: a key that was lost must not keep data alive. How each promise ended is
    counted before.

    Args:
        numbers: primary keys.
    """
    before_deletion.send(sender=None, numbers=numbers, now=timezone.now())
    for rows in (
        ContactAttempt.objects.filter(callback__registration__in=numbers),
        OutboundMail.objects.filter(registration__in=numbers),
        HandOver.objects.filter(registration__in=numbers),
        Registration.objects.filter(pk__in=numbers),
    ):
        rows.only("pk").delete()


def _new_number() -> str:
    return grouped_code(secrets.randbelow(PROOF_SPACE), PROOF_LENGTH, group=4)
