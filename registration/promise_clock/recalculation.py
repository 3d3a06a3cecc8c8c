"""Deadlines follow the calendar: a change of it moves open promises, and each move is recorded.

What a person was told is never moved later in silence; `deadlines.moved_due_at` is the rule, and
docs/decisions/within-three-days.md says why. A promise that somebody has tried to keep, or that is
over, stays as it was.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from registration.casework.desk_calendar import current_calendar, lock_calendar
from registration.mail.senders import neutral_mail_available
from registration.models import Callback, ClosedDay, OpeningHours, PromiseMove, PromiseSettings
from registration.rules.contact_policy import permitted_moments, policy_for
from registration.rules.deadlines import DeskCalendar, moved_due_at
from registration.vocabulary.callbacks import CallbackState


@transaction.atomic
def recalculate_deadlines(now: datetime) -> list[PromiseMove]:
    """Move the deadlines of open promises to where the calendar as it is now puts them.

    Promises that are being made meanwhile wait, or are waited for, so that each is made by the
    old calendar and moved, or made by the new one.

    Args:
        now: an aware datetime.

    Returns:
        What moved, the earliest promise first.
    """
    lock_calendar()
    calendar = current_calendar(now)
    moves = []
    for callback in _untried(now).order_by("pk"):
        due_at = moved_due_at(callback.promised_before, callback.created_at, now, calendar)
        if due_at != callback.due_at:
            moves.append(
                PromiseMove(callback=callback, moved_at=now, before=callback.due_at, after=due_at)
            )
            told = callback.promised_before
            callback.told_due_at = None if told == due_at else told
            callback.due_at = due_at
        # Nobody calls at a ruled-out moment: also without a move, no other may be left.
        callback.needs_coordinator |= not _has_moment(callback, now, calendar)
        callback.save(update_fields=["due_at", "told_due_at", "needs_coordinator"])
    return PromiseMove.objects.bulk_create(sorted(moves, key=lambda move: move.before))


def connect() -> None:
    """Recalculate whenever opening hours, closed days or the promise change."""
    for model in (OpeningHours, ClosedDay, PromiseSettings):
        for signal in (post_save, post_delete):
            signal.connect(
                _calendar_changed, sender=model, dispatch_uid=f"recalculate {model.__name__}"
            )


def _calendar_changed(sender: type, **kwargs: Any) -> None:
    # Settings are stored for the first time when they are first read: that changes nothing.
    if kwargs.get("raw") or (sender is PromiseSettings and kwargs.get("created")):
        return
    recalculate_deadlines(timezone.now())


def _untried(now: datetime) -> QuerySet[Callback]:
    return (
        Callback.objects.filter(state=CallbackState.OPEN, first_attempt_at=None, due_at__gt=now)
        .select_for_update(of=("self",))
        .select_related("registration")
    )


def _has_moment(callback: Callback, now: datetime, calendar: DeskCalendar) -> bool:
    answers = callback.registration.read_answers()
    policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
    return not policy.may_call or bool(permitted_moments(answers, now, callback.due_at, calendar))
