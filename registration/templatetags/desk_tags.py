"""Template filters of the desk's screens."""

from datetime import date, datetime

from django import template

from registration.words import dates

register = template.Library()


@register.filter
def date_and_time_in_words(at: datetime) -> str:
    """Return an aware moment in Dutch time, such as "donderdag 26 november om 17:00 uur"."""
    return dates.date_and_time_in_words(at)


@register.filter
def date_in_words(day: date | datetime) -> str:
    """Return a date with its weekday, such as "donderdag 26 november"."""
    return dates.date_in_words(day)
