"""Moments in Dutch time, and promises made at one of them."""

from datetime import datetime
from typing import Any

from registration.casework.desk_calendar import current_calendar
from registration.models import Callback
from registration.rules.deadlines import DESK_TIME_ZONE, due_at
from tests.registration.factories import CallbackFactory


def amsterdam(text: str) -> datetime:
    """Return Dutch time, such as of "2026-11-26 17:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=DESK_TIME_ZONE)


def promised(received: str, **changes: Any) -> Callback:
    """Return a callback of somebody who registered at this time, with the deadline of then."""
    at = amsterdam(received)
    deadline = due_at(at, current_calendar(at))
    return CallbackFactory(**{"created_at": at, "due_at": deadline, **changes})
