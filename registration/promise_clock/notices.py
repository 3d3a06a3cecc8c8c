"""Tells the desk of promises that end or were not kept: each once, all in one mail, in open hours.

A reminder may come earlier than it has to, so that what ends in the same part of a day is in one
mail. What was not kept is told at once, and what follows within the hour after that hour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

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
from registration.mail.to_colleagues import promise_digest
from registration.models import Callback, PromiseClockSettings
from registration.rules.deadlines import DeskCalendar, is_open, open_time
from registration.vocabulary.promises import PromiseOutcome

#: Open hours by which a reminder may come earlier to be in the mail of another: a part of a day.
TOGETHER = timedelta(hours=4)
BETWEEN_ESCALATIONS = timedelta(hours=1)
BATCH_SIZE = 200


@dataclass(frozen=True)
class Recipient:
    """Where a mail goes, and in which language."""

    address: str
    language: str


def send_promise_notices(now: datetime) -> int:
    """Write the mails about promises that are due; none while the desk is closed.

    Args:
        now: an aware datetime.

    Returns:
        Of how many callbacks somebody is told.
    """
    calendar = current_calendar(now)
    if not is_open(now, calendar):
        return 0
    ending = _to_remind_of(now, calendar)
    broken = _first_numbers(_overdue(now))
    # Else it goes along with a mail that is written anyway.
    if broken and not ending and _told_within_the_hour(now):
        broken = []
    if not (ending or broken):
        return 0
    told = 0
    with contain_fault("telling of promises"):
        told = _tell(broken, ending, now)
    return told


def _untried() -> QuerySet[Callback]:
    return Callback.objects.open().filter(first_attempt_at=None, registration__is_demo=False)


def _overdue(now: datetime) -> QuerySet[Callback]:
    return _untried().filter(escalated_at=None, due_at__lt=now)


def _ending(now: datetime) -> QuerySet[Callback]:
    return _untried().filter(reminded_at=None, due_at__gte=now)


def _first_numbers(waiting: QuerySet[Callback]) -> list[int]:
    return list(waiting.values_list("pk", flat=True)[:BATCH_SIZE])


def _to_remind_of(now: datetime, calendar: DeskCalendar) -> list[int]:
    """Return what to remind of: nothing until the time of one has come, then others with it."""
    limit = timedelta(hours=PromiseClockSettings.load().reminder_hours)
    # The earliest deadline comes first, so that the first one with enough time ends the search.
    rows = _ending(now).values_list("pk", "due_at")[:BATCH_SIZE]
    left = ((number, open_time(now, due_at, calendar)) for number, due_at in rows)
    soon = list(takewhile(lambda row: row[1] <= limit + TOGETHER, left))
    return [number for number, _left in soon] if soon and soon[0][1] <= limit else []


def _told_within_the_hour(now: datetime) -> bool:
    """Return whether somebody was told of a broken promise lately.

    What is broken is not settled yet, or settled so: each has an index of its own.
    """
    recently = Callback.objects.filter(
        escalated_at__gt=now - BETWEEN_ESCALATIONS, escalated_at__lte=now
    )
    return any(recently.filter(settled_as=how).exists() for how in ("", PromiseOutcome.BROKEN))


@transaction.atomic
def _tell(broken_numbers: list[int], ending_numbers: list[int], now: datetime) -> int:
    # Locked and asked again: meanwhile somebody may have called, or another worker told of it.
    broken = _locked(_overdue(now), broken_numbers)
    ending = _locked(_ending(now), ending_numbers)
    Callback.objects.filter(pk__in=[each.pk for each in broken]).update(escalated_at=now)
    Callback.objects.filter(pk__in=[each.pk for each in ending]).update(reminded_at=now)
    coordinators = _coordinators()
    if broken or ending:
        for address, language in coordinators.items():
            enqueue(promise_digest(address, language, broken=broken, ending=ending, now=now))
    for colleague, theirs in _by_holder(ending).items():
        holder = _recipient(colleague)
        if holder.address not in coordinators:  # a coordinator has it in the mail about all
            enqueue(
                promise_digest(holder.address, holder.language, broken=[], ending=theirs, now=now)
            )
    return len(broken) + len(ending)


def _locked(waiting: QuerySet[Callback], numbers: list[int]) -> list[Callback]:
    """Return those that still wait, the earliest deadline first; no answer of anybody is read."""
    if not numbers:
        return []
    rows = waiting.filter(pk__in=numbers).select_for_update(of=("self",))
    return list(rows.select_related("claimed_by"))


def _by_holder(ending: Sequence[Callback]) -> dict[User, list[Callback]]:
    """Return what each colleague has, without those whom no mail reaches."""
    found: dict[User, list[Callback]] = {}
    for callback in ending:
        holder = callback.claimed_by
        if holder is not None and holder.is_active and holder.email:
            found.setdefault(holder, []).append(callback)
    return found


def _coordinators() -> dict[str, str]:
    """Return the addresses of the coordinators with the language of each; without, the desk's."""
    found = [_recipient(user) for user in users_who_coordinate().exclude(email="")]
    everybody = found or [Recipient(settings.DESK_EMAIL, DESK_LANGUAGE)]
    return {each.address: each.language for each in everybody}


def _recipient(user: User) -> Recipient:
    chosen = (
        UserProfile.objects.filter(user=user).values_list("preferred_language", flat=True).first()
    )
    # Only that of the person themselves: somebody who chose none reads the language of the desk.
    return Recipient(user.email, chosen or DESK_LANGUAGE)
