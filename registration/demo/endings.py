"""How examples of the demo were closed: allocated, exported, late with a reason, or otherwise."""

from datetime import datetime
from typing import Any

from registration.casework import ending
from registration.casework.claims import claim
from registration.demo.example import Ending
from registration.handover import case_export
from registration.handover.allocation import Allocation, allocate
from registration.models import Callback, Mediator
from registration.promise_clock.reasons import record_reason
from registration.promise_clock.settlement import settle_promises
from registration.vocabulary.lifecycle import Lifecycle


def end_example(callback_id: int, wanted: Ending, user: Any, now: datetime) -> None:
    """Close an example as the desk does.

    Args:
        callback_id: primary key.
        wanted: how.
        user: the colleague of the demo who does it.
        now: an aware moment.
    """
    claim(callback_id, user)
    if wanted.outcome == Lifecycle.ALLOCATED:
        _pass_on(Callback.objects.get(pk=callback_id), wanted, user, now)
    else:
        ending.end(callback_id, user, wanted.outcome, wanted.note)
    if wanted.late_because is not None:
        settle_promises(now)
        record_reason(callback_id, user, wanted.late_because, wanted.note)


def _pass_on(callback: Callback, wanted: Ending, user: Any, now: datetime) -> None:
    mediator = Mediator.objects.filter(is_active=True).first() if wanted.has_mediator else None
    told = "Voorbeeld: de bemiddelaar belt binnen een week."
    allocate(callback, user, Allocation(mediator=mediator, told=told, note=wanted.note))
    if wanted.is_exported:
        case_export.take_out([callback.registration_id], user, now)
