"""Whether what is on record bears out the outcome with which somebody is closed."""

from datetime import datetime

from django.utils import timezone

from registration.casework.attempt_message import last_day_to_answer
from registration.casework.follow_up import CONTACT, attempts_left
from registration.casework.permissions import User, can_coordinate
from registration.casework.wrong_ways import way_of_task, wrong_ways_of
from registration.models import Callback, ContactAttempt
from registration.rules.what_endings_say import Presupposes, presupposed_by
from registration.vocabulary.callbacks import WRITTEN, AttemptResult, TaskKind
from registration.vocabulary.lifecycle import Lifecycle


class NotOnRecordError(ValueError):
    """The person would be told something that is not on record; `missing` says what it is."""

    def __init__(self, missing: Presupposes) -> None:
        super().__init__(missing.name)
        self.missing = missing


def check_record(callback: Callback, outcome: Lifecycle, user: User, note: str) -> None:
    """Refuse an outcome that tells the person what did not happen.

    Args:
        callback: that is open, with its registration.
        outcome: one of those that fit what came in.
        user: who closes it. Where nobody may be tried, the coordinator decides, and says why.
        note: of the desk, with this ending.

    Raises:
        NotOnRecordError: something has to be recorded first.
    """
    presupposed = presupposed_by(outcome)
    match presupposed:
        case Presupposes.REASON:
            is_borne_out = bool(note)
        case Presupposes.CONTACT:
            is_borne_out = was_in_touch(callback)
        case Presupposes.ANSWER:
            is_borne_out = was_in_touch(callback) or _was_written_to(callback)
        case Presupposes.CONTACT_OR_REASON:
            is_borne_out = bool(note) or was_in_touch(callback) or _was_written_to(callback)
        case Presupposes.ATTEMPTS:
            decides = callback.needs_coordinator and can_coordinate(user) and bool(note)
            is_borne_out = decides or _was_tried_enough(callback)
    if not is_borne_out:
        raise NotOnRecordError(presupposed)


def was_in_touch(callback: Callback) -> bool:
    """Return whether we spoke to the person, or to who speaks for them, in any of the callbacks.

    Args:
        callback: one of them, with its registration.
    """
    registration = callback.registration
    if registration.state == Lifecycle.SPOKEN or registration.own_no_at is not None:
        return True
    if registration.callbacks.filter(reached_at__isnull=False).exists():
        return True
    # Encrypted, so no filter finds it.
    made = ContactAttempt.objects.filter(callback__registration=registration)
    return any(attempt.result in CONTACT for attempt in made)


def _was_written_to(callback: Callback) -> bool:
    # Of a call that was promised, what was sent only says that we tried.
    if callback.kind == TaskKind.CALL:
        return False
    return any(attempt.result == AttemptResult.SENT for attempt in callback.attempts.all())


def may_answer_until(callback: Callback) -> datetime | None:
    """Return until when an answer may still come to what was sent or left; None if nothing was.

    Args:
        callback: with its registration.
    """
    left_at = callback.message_at if callback.has_message else None
    sent = [each.made_at for each in callback.attempts.all() if each.result == AttemptResult.SENT]
    told_at = max([left_at, *sent] if left_at else sent, default=None)
    return last_day_to_answer(told_at) if told_at else None


def _was_tried_enough(callback: Callback) -> bool:
    way = way_of_task(callback, callback.registration.read_answers())
    if wrong_ways_of(callback.registration_id).since(way) is not None:
        return True
    until = may_answer_until(callback)
    if until is not None and until > timezone.now():
        return False
    if callback.kind in WRITTEN:
        return callback.sent_at is not None
    return attempts_left(callback) == 0 or _was_written_to(callback)
