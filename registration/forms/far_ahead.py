"""Days that are so far ahead that a digit may be wrong: one asks before one believes it.

A form with such a day has a statement beside it, asked only then, that the day is right.
"""

from datetime import date, timedelta

from django.utils.translation import gettext as _

FAR_AHEAD = timedelta(days=31)


def is_far_ahead(day: date, today: date) -> bool:
    """Return whether to ask about a day that is to come."""
    return day - today > FAR_AHEAD


def ask_about_day(day: date, today: date) -> str:
    """Return the question whether a day that is far ahead is right."""
    return _("That is in %(number)s days. Are day and year right? Then tick the box below.") % {
        "number": (day - today).days
    }
