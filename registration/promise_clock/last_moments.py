"""The last permitted moment of a promise passes by itself: then the coordinator decides, in time.

Registering, changing and deciding look at what is left of a promise; that time merely passes, no
one does. So the worker looks, before the promise is over and while something can still be done.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from perspectief.fault_isolation import contain_fault
from registration.casework.contact_answers import contact_answers_of
from registration.casework.desk_calendar import current_calendar
from registration.casework.planning_anew import needs_decision
from registration.casework.wrong_ways import wrong_ways_of
from registration.models import Callback
from registration.rules.deadlines import DeskCalendar


def put_coordinator_in_charge(now: datetime) -> int:
    """Leave to the coordinator each promise of which no permitted moment is left.

    Whoever ruled out the moments may be another who may be the same. What was tried or planned is
    left alone: somebody has decided what is next.

    Args:
        now: an aware moment.

    Returns:
        How many these were.
    """
    calendar = current_calendar(now)
    return sum(_hand_to_coordinator(number, now, calendar) for number in _found(now, calendar))


def _waiting(now: datetime) -> QuerySet[Callback]:
    return (
        Callback.objects.open()
        .filter(
            first_attempt_at=None, next_attempt_at=None, needs_coordinator=False, due_at__gt=now
        )
        .select_related("registration")
    )


def _found(now: datetime, calendar: DeskCalendar) -> Iterator[int]:
    """Yield the callbacks of which none is left, as they are read without a lock."""
    for callback in list(_waiting(now)):
        with contain_fault("looking for the last moment of a promise"):
            if _has_none_left(callback, now, calendar):
                yield callback.pk


@transaction.atomic
def _hand_to_coordinator(number: int, now: datetime, calendar: DeskCalendar) -> bool:
    # Locked and asked again: meanwhile somebody may have called, or freed a moment.
    callback = _waiting(now).select_for_update(of=("self",)).filter(pk=number).first()
    if callback is None or not _has_none_left(callback, now, calendar):
        return False
    callback.needs_coordinator = True
    callback.save(update_fields=["needs_coordinator"])
    return True


def _has_none_left(callback: Callback, now: datetime, calendar: DeskCalendar) -> bool:
    permitted = contact_answers_of(callback.registration)
    usable = wrong_ways_of(callback.registration_id).without(permitted)
    return needs_decision(callback, usable, now, calendar)
