"""Reminders before a deadline and an escalation after it, to the desk, each once, in open hours."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from wagtail.users.models import UserProfile

from perspectief.fault_isolation import contain_fault
from registration.casework.desk_calendar import current_calendar
from registration.casework.permissions import users_who_coordinate
from registration.mail.declaration import DESK_LANGUAGE
from registration.mail.enqueueing import enqueue
from registration.mail.to_colleagues import promise_notice
from registration.models import Callback, PromiseClockSettings
from registration.rules.deadlines import is_open, open_time
from registration.vocabulary.mails import MailCode

HOUR = timedelta(hours=1)
BATCH_SIZE = 200


@dataclass(frozen=True)
class Recipient:
    """Where a notice goes, and in which language."""

    address: str
    language: str


def send_promise_notices(now: datetime) -> int:
    """Write the reminders and escalations that are due; nothing while the desk is closed.

    Args:
        now: an aware datetime.

    Returns:
        For how many callbacks mails were written.
    """
    calendar = current_calendar(now)
    if not is_open(now, calendar):
        return 0
    limit = timedelta(hours=PromiseClockSettings.load().reminder_hours)
    written = 0
    for number in _overdue(now).values_list("pk", flat=True)[:BATCH_SIZE]:
        with contain_fault("escalating a broken promise"):
            written += _once(number, _overdue, "escalated_at", now, _escalate)
    # The earliest deadline comes first, so that the first one with enough time ends the search.
    for number, due_at in list(_ending(now).values_list("pk", "due_at")[:BATCH_SIZE]):
        left = open_time(now, due_at, calendar)
        if left > limit:
            break
        hours = max(1, math.ceil(left / HOUR))
        with contain_fault("reminding of a promise"):
            written += _once(number, _ending, "reminded_at", now, _remind(hours))
    return written


def _untried() -> QuerySet[Callback]:
    return Callback.objects.open().filter(first_attempt_at=None, registration__is_demo=False)


def _overdue(now: datetime) -> QuerySet[Callback]:
    return _untried().filter(escalated_at=None, due_at__lt=now)


def _ending(now: datetime) -> QuerySet[Callback]:
    return _untried().filter(reminded_at=None, due_at__gte=now)


@transaction.atomic
def _once(
    number: int,
    waiting: Callable[[datetime], QuerySet[Callback]],
    stamp: str,
    now: datetime,
    notify: Callable[[Callback], None],
) -> bool:
    # Locked and asked again: meanwhile somebody may have called, or another worker written this.
    callback = (
        waiting(now)
        .filter(pk=number)
        .select_for_update(of=("self",))
        .select_related("claimed_by", "registration")
        # No answers: a notice says nothing of a person.
        .first()
    )
    if callback is None:
        return False
    Callback.objects.filter(pk=number).update(**{stamp: now})
    notify(callback)
    return True


def _escalate(callback: Callback) -> None:
    for recipient in _coordinators():
        enqueue(
            promise_notice(
                MailCode.PROMISE_BREACHED, callback, recipient.address, recipient.language
            )
        )


def _remind(hours: int) -> Callable[[Callback], None]:
    def notify(callback: Callback) -> None:
        recipients = _coordinators()
        holder = callback.claimed_by
        if holder is not None and holder.is_active and holder.email:
            recipients = [*recipients, _recipient(holder)]
        # A coordinator who has taken it gets one mail.
        for address, language in {each.address: each.language for each in recipients}.items():
            enqueue(promise_notice(MailCode.PROMISE_REMINDER, callback, address, language, hours))

    return notify


def _coordinators() -> list[Recipient]:
    """Return the coordinators who can be mailed; the desk itself if there are none."""
    found = [_recipient(user) for user in users_who_coordinate().exclude(email="")]
    return found or [Recipient(settings.DESK_EMAIL, DESK_LANGUAGE)]


def _recipient(user: User) -> Recipient:
    chosen = (
        UserProfile.objects.filter(user=user).values_list("preferred_language", flat=True).first()
    )
    # Only that of the person themselves: somebody who chose none reads the language of the desk.
    return Recipient(user.email, chosen or DESK_LANGUAGE)
