"""When the examples of the demo came in, and when nobody may call them.

The first is seen from now (aware) and the calendar of the desk.
"""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, due_at
from registration.vocabulary.moments import DayPart, Weekday


def just_now(now: datetime, calendar: DeskCalendar) -> datetime:
    """Return a short while ago."""
    return now - timedelta(minutes=20)


def yesterday(now: datetime, calendar: DeskCalendar) -> datetime:
    """Return a day ago."""
    return now - timedelta(days=1)


def overdue(now: datetime, calendar: DeskCalendar) -> datetime:
    """Return the latest full hour whose promise ended before today."""
    today = datetime.combine(now.astimezone(DESK_TIME_ZONE).date(), time(), DESK_TIME_ZONE)
    return _latest(now, lambda received: due_at(received, calendar) < today)


def due_today(now: datetime, calendar: DeskCalendar) -> datetime:
    """Return the latest full hour whose promise ends today; one day ago if the desk is closed."""
    today = now.astimezone(DESK_TIME_ZONE).date()
    received = _latest(now, lambda received: due_at(received, calendar).date() <= today)
    return received if due_at(received, calendar).date() == today else yesterday(now, calendar)


def weekly(part: DayPart, *days: Weekday) -> tuple[str, ...]:
    """Return a part of these days, every week, as somebody rules it out."""
    return tuple(f"{day.code}:{part.value}" for day in days)


_WEEKDAYS = [day for day in Weekday if day < Weekday.SATURDAY]
EVERY_MORNING = weekly(DayPart.MORNING, *_WEEKDAYS)
EVERY_AFTERNOON = weekly(DayPart.AFTERNOON, *_WEEKDAYS)


def _latest(now: datetime, suits: Callable[[datetime], bool]) -> datetime:
    candidate = now
    # Promises last days; a month of hours is plenty, and it ends the search on any calendar.
    for _hour in range(31 * 24):
        if suits(candidate):
            break
        candidate -= timedelta(hours=1)
    return candidate
