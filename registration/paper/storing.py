"""Storing what the desk enters from a form on paper: the same promise, and the same protection."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import count
from uuid import UUID

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from perspectief.encryption import blind_index
from registration.casework import reading
from registration.casework.submission import Submission, submit_registration
from registration.models import Callback, PrivacyStatement, Registration
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Source
from registration.vocabulary.references import GROUPS, grouped_code


@dataclass(frozen=True)
class StoredPaper:
    """A registration from paper: its callback, its code, and whether it was there before."""

    callback: Callback
    reference: str
    was_there: bool


def store_paper_registration(
    answers: Answers,
    *,
    language: str,
    statement: PrivacyStatement,
    received_on: date,
    submission_key: UUID,
    user: User,
) -> StoredPaper:
    """Store a registration once, however often its form is sent, and log who read it.

    Args:
        answers: checked answers.
        language: of the form, "nl" or "en".
        statement: the version that the person agreed to.
        received_on: the day on which the form arrived; the promise counts from its beginning.
        submission_key: of the screen on which it was entered.
        user: who entered it.
    """
    if stored := _stored_before(submission_key):
        return stored
    try:
        with transaction.atomic():
            reference = next(
                code for code in _references(submission_key) if not _is_used(_hash(code))
            )
            submit_registration(
                Submission(
                    answers=answers,
                    language=language,
                    key=submission_key,
                    source=Source.PAPER,
                    statement=statement,
                    reference=reference,
                    received_at=datetime.combine(received_on, time.min, DESK_TIME_ZONE),
                )
            )
            callback = _callback_of(Registration.objects.get(submission_key=submission_key))
            reading.log_entered(callback, user)
    except IntegrityError:
        if stored := _stored_before(submission_key):  # the other half of a double click
            return stored
        raise
    return StoredPaper(callback, reference, was_there=False)


def _stored_before(submission_key: UUID) -> StoredPaper | None:
    registration = Registration.objects.filter(
        submission_key=submission_key, source=Source.PAPER
    ).first()
    if registration is None:
        return None
    reference = next(
        code for code in _references(submission_key) if _hash(code) == registration.reference_hash
    )
    return StoredPaper(_callback_of(registration), reference, was_there=True)


def _callback_of(registration: Registration) -> Callback:
    return registration.callbacks.select_related("registration").latest("created_at", "pk")


def _references(submission_key: UUID) -> Iterator[str]:
    # Made from the key of the screen with the server's secret: we store only a hash of the code,
    # and whoever clicks twice must see the same one.
    for number in count():
        secret = int(blind_index("paper_reference", f"{submission_key}:{number}"), 16)
        yield grouped_code(secret, letters=sum(GROUPS))


def _hash(reference: str) -> str:
    return blind_index("reference", reference)


def _is_used(reference_hash: str) -> bool:
    return Registration.objects.filter(reference_hash=reference_hash).exists()
