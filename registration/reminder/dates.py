"""On which days a reminder may come, and at what hour. Pure."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from registration.rules.deadlines import DESK_TIME_ZONE

MOST_MONTHS = 6
# Dutch time: a message should not light up a telephone at night, nor at breakfast with others.
SENT_AT = time(10)
SENT_UNTIL = time(20)


def today(now: datetime) -> date:
    """Return the Dutch date of an aware datetime."""
    return now.astimezone(DESK_TIME_ZONE).date()


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later; from the 31st it may be the last day of a month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def first_day(now: datetime) -> date:
    """Return the first day on which a reminder may come."""
    return today(now) + timedelta(days=1)


def last_day(now: datetime) -> date:
    """Return the last day on which a reminder may come."""
    return months_after(today(now), MOST_MONTHS)


def due_at_on(day: date) -> datetime:
    """Return the moment on a day, in Dutch summer or winter time, from which it may be sent."""
    return datetime.combine(day, SENT_AT, DESK_TIME_ZONE)


def is_civil_hour(now: datetime) -> bool:
    """Return whether a message may go out at this hour."""
    return SENT_AT <= now.astimezone(DESK_TIME_ZONE).time() < SENT_UNTIL
