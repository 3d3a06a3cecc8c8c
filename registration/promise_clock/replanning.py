"""Planned attempts follow the calendar; what was agreed with a person is for people to change."""

from datetime import datetime

from django.db.models import QuerySet

from registration.casework.contact_answers import contact_answers_of
from registration.casework.follow_up import attempt_rules, is_agreed, unanswered_calls
from registration.models import Callback
from registration.rules.attempt_planning import plan_instead
from registration.rules.deadlines import DeskCalendar, is_open
from registration.vocabulary.callbacks import CallbackState


def replan(now: datetime, calendar: DeskCalendar) -> list[Callback]:
    """Plan again what was planned for a moment at which the desk is closed; return what moved.

    Call within the transaction that changes the calendar.

    Args:
        now: an aware moment.
        calendar: as it is now.
    """
    rules = attempt_rules()
    replanned = []
    for callback in _while_closed(now, calendar, lock=True):
        if is_agreed(callback) or callback.next_attempt_at is None:
            continue
        callback.next_attempt_at = plan_instead(
            callback.next_attempt_at,
            contact_answers_of(callback.registration),
            unanswered_calls(callback),
            callback.due_at,
            now,
            calendar=calendar,
            rules=rules,
        )
        callback.needs_coordinator |= _breaks_promise(callback)
        callback.save(update_fields=["next_attempt_at", "needs_coordinator"])
        replanned.append(callback)
    return replanned


def _breaks_promise(callback: Callback) -> bool:
    """Return whether nobody would try at all before the end of the promise."""
    planned = callback.next_attempt_at
    is_untried = callback.first_attempt_at is None
    return planned is None or (is_untried and planned > callback.due_at)


def appointments_while_closed(now: datetime, calendar: DeskCalendar) -> list[Callback]:
    """Return the callbacks that were agreed with people for a moment at which the desk is closed.

    Args:
        now: an aware moment.
        calendar: of the desk.
    """
    return [callback for callback in _while_closed(now, calendar) if is_agreed(callback)]


def _while_closed(now: datetime, calendar: DeskCalendar, *, lock: bool = False) -> list[Callback]:
    planned: QuerySet[Callback] = Callback.objects.filter(
        state=CallbackState.OPEN, next_attempt_at__gt=now
    )
    planned = planned.select_related("registration").prefetch_related("attempts")
    if lock:
        planned = planned.select_for_update(of=("self",))
    return [
        callback
        for callback in planned.order_by("pk")
        if callback.next_attempt_at is not None and not is_open(callback.next_attempt_at, calendar)
    ]
