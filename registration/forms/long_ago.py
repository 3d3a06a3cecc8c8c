"""Days that are so long ago that a digit of the year may be wrong: one asks before one believes it.

A form with such a day has a statement beside it, asked only then, that the year is right.
"""

from datetime import date, timedelta

from django.utils.translation import gettext as _

LONG_AGO = timedelta(days=62)
MONTHS_IN_YEAR = 12
# From here on people count in years.
MANY_MONTHS = 24


def is_long_ago(day: date, today: date) -> bool:
    """Return whether to ask about the year of a day that has been."""
    return today - day > LONG_AGO


def ask_about_year(day: date, today: date) -> str:
    """Return the question whether the year of a day that is long ago is right."""
    months = (today.year - day.year) * MONTHS_IN_YEAR + today.month - day.month
    if today.day < day.day:
        months -= 1
    if months < MANY_MONTHS:
        return _("That is %(number)s months ago. Is the year right? Then tick the box below.") % {
            "number": months
        }
    return _("That is %(number)s years ago. Is the year right? Then tick the box below.") % {
        "number": months // MONTHS_IN_YEAR
    }
