"""Deadlines follow the calendar: a change of it moves open promises, and each move is recorded.

What a person was told is never moved later in silence; `deadlines.moved_due_at` is the rule, and
docs/decisions/within-three-days.md says why. A promise that somebody has tried to keep, or that is
over, stays as it was. What was planned for a moment at which the desk is now closed is planned
again.

Whatever stores opening hours, closed days or the promise does so in `calendar_change`, by name: no
signal does it unseen.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from registration.casework.contact_answers import contact_answers_of_each
from registration.casework.desk_calendar import current_calendar, lock_calendar
from registration.mail.senders import neutral_mail_available
from registration.models import Callback, PromiseMove
from registration.promise_clock.replanning import appointments_while_closed, replan
from registration.rules.contact_policy import policy_for
from registration.rules.deadlines import DeskCalendar, moved_due_at
from registration.rules.promised import Promised, counts_from, promised
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState


@dataclass(kw_only=True)
class CalendarChange:
    """What a change of the calendar did; empty until it is stored.

    `moves` are deadlines, the earliest promise first; `replanned` the attempts that were planned
    for a moment at which the desk is now closed; `appointments` what was agreed with people for
    such a moment, which stays until somebody has agreed on another.
    """

    moves: list[PromiseMove] = field(default_factory=list)
    replanned: list[Callback] = field(default_factory=list)
    appointments: list[Callback] = field(default_factory=list)


@contextmanager
def calendar_change(now: datetime | None = None) -> Iterator[CalendarChange]:
    """Store or delete opening hours, closed days or the promise in this; what hangs on it follows.

    All of it is stored, or nothing: a move that fails takes back the change too.

        with calendar_change() as change:
            closed_day.save()

    Args:
        now: an aware datetime; None means the present.

    Yields:
        What it did, filled in at the end.
    """
    change = CalendarChange()
    with transaction.atomic():
        yield change
        present = now or timezone.now()
        change.moves += recalculate_deadlines(present)
        calendar = current_calendar(present)
        change.replanned += replan(present, calendar)
        change.appointments += appointments_while_closed(present, calendar)


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
    untried = list(_untried(now).order_by("pk"))
    answers_of = contact_answers_of_each(callback.registration for callback in untried)
    for callback in untried:
        # The day hangs on what they told us themselves, as they read it.
        told = _told(callback, callback.registration.read_answers(), now, calendar)
        # Whoever ruled out the ordinary days was promised one counted from the first that is left.
        begin = counts_from(told.not_before) if told.not_before else callback.created_at
        due_at = moved_due_at(callback.promised_before, begin, now, calendar)
        if due_at != callback.due_at:
            moves.append(
                PromiseMove(callback=callback, moved_at=now, before=callback.due_at, after=due_at)
            )
            said = callback.promised_before
            callback.told_due_at = None if said == due_at else said
            callback.due_at = due_at
        # Nobody calls at a ruled-out moment: also without a move, no other may be left.
        both = answers_of[callback.registration_id]
        callback.needs_coordinator |= _told(callback, both, now, calendar).needs_decision
        callback.save(update_fields=["due_at", "told_due_at", "needs_coordinator"])
    return PromiseMove.objects.bulk_create(sorted(moves, key=lambda move: move.before))


def _untried(now: datetime) -> QuerySet[Callback]:
    return (
        Callback.objects.filter(state=CallbackState.OPEN, first_attempt_at=None, due_at__gt=now)
        .select_for_update(of=("self",))
        .select_related("registration")
    )


def _told(callback: Callback, answers: Answers, now: datetime, calendar: DeskCalendar) -> Promised:
    policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
    return promised(answers, policy, callback.due_at, now, calendar)
