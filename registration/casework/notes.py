"""What the desk wrote down about a registration, and corrections of it; all of it is encrypted."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from registration.casework.access_log import log
from registration.casework.claims import NotAllowedError, lock_and_renew
from registration.models import Registration
from registration.vocabulary.access import AccessAction

DESK_NOTE_FIELDS = ["desk_note", "desk_note_edited_at", "desk_note_edited_by"]


@transaction.atomic
def edit_desk_note(callback_id: int, user: User, note: str) -> None:
    """Replace the note of the desk about this person; an empty one removes it.

    Raises:
        NotClaimedError: the user has not taken this callback.
    """
    callback = lock_and_renew(callback_id, user, coordinator_may=False)
    registration = callback.registration
    registration.desk_note = note or None
    _sign(registration, user, timezone.now())
    log(callback, user, AccessAction.NOTE_EDITED)


@transaction.atomic
def edit_attempt_note(callback_id: int, user: User, attempt_id: int, note: str) -> None:
    """Replace the note that the user wrote with an attempt; an empty one removes it.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: a colleague made this attempt, or there is none.
    """
    callback = lock_and_renew(callback_id, user, coordinator_may=False)
    attempt = callback.attempts.filter(pk=attempt_id, made_by=user).first()
    if attempt is None:
        raise NotAllowedError
    attempt.note = note or None
    attempt.note_edited_at = timezone.now()
    attempt.save(update_fields=["note", "note_edited_at"])
    log(callback, user, AccessAction.NOTE_EDITED)


def add_to_desk_note(
    registration: Registration, note: str, user: User | None, now: datetime
) -> None:
    """Put a note below what is noted already, so that nothing is lost.

    Args:
        registration: a locked one.
        note: what to add.
        user: who wrote it; None where nobody did.
        now: an aware moment.
    """
    registration.desk_note = "\n\n".join(filter(None, [registration.desk_note, note]))
    _sign(registration, user, now)


def _sign(registration: Registration, user: User | None, now: datetime) -> None:
    registration.desk_note_edited_at = now
    registration.desk_note_edited_by = user
    registration.save(update_fields=DESK_NOTE_FIELDS)
