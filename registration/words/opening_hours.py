"""When the desk is open, in words: "op werkdagen van 9.00 tot 17.00 uur", made from the rows."""

from collections.abc import Mapping
from datetime import time

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from perspectief.kept_values import kept
from registration.models import OpeningHours
from registration.words.weekly_times import days_in_words, listed

Hours = tuple[time, time]


def hours_in_words(hours: Mapping[int, Hours], language: str | None = None) -> str:
    """Return when the desk is open, as a part of a sentence; "" if it never is.

    Days with the same hours are named together, and closed days are not named.

    Args:
        hours: opening and closing time, by `date.weekday()`.
        language: `nl` or `en`; None means the active language.
    """
    days_of: dict[Hours, list[int]] = {}
    for day in sorted(hours):
        days_of.setdefault(hours[day], []).append(day)
    with translation.override(language or translation.get_language()):
        return listed(
            _("%(days)s from %(opens)s to %(closes)s")
            % {
                "days": days_in_words(days),
                "opens": _time_in_words(opens),
                "closes": _time_in_words(closes),
            }
            for (opens, closes), days in days_of.items()
        )


def when_open(language: str | None = None) -> str:
    """Return when the desk is open now, as the end of a sentence such as "You can call us …".

    Args:
        language: `nl` or `en`; None means the active language.
    """
    with translation.override(language or translation.get_language()):
        return hours_in_words(_present_hours()) or _("during our opening hours")


def opening_line(language: str | None = None) -> str:
    """Return when the desk is open now, as a line of its own; "" while there are no hours.

    Args:
        language: `nl` or `en`; None means the active language.
    """
    words = hours_in_words(_present_hours(), language)
    return f"{capfirst(words)}." if words else ""


@kept
def _present_hours() -> dict[int, Hours]:
    rows = OpeningHours.objects.values_list("weekday", "opens_at", "closes_at")
    return {weekday: (opens, closes) for weekday, opens, closes in rows}


def _time_in_words(at: time) -> str:
    if translation.get_language() == "nl":
        return f"{at.hour}.{at:%M}"
    if (at.hour, at.minute) == (12, 0):
        return "12 noon"
    minutes = f".{at:%M}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"
