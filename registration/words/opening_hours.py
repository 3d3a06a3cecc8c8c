"""When the desk is open, in words: "op werkdagen van 9.00 tot 17.00 uur", made from the rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import time

from babel.dates import get_day_names
from django.conf import settings
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from perspectief.kept_values import kept
from registration.models import OpeningHours
from registration.vocabulary.moments import Weekday

Hours = tuple[time, time]
WORKING_DAYS = list(range(5))
# Shorter rows of days are named one by one.
SHORTEST_RANGE = 3


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
        return _listed(
            _("%(days)s from %(opens)s to %(closes)s")
            % {
                "days": _days_in_words(days),
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


def _days_in_words(days: Sequence[int]) -> str:
    if len(days) == len(Weekday):
        return _("every day")
    if days == WORKING_DAYS:
        return _("on working days")
    locale = translation.to_locale(translation.get_language() or settings.LANGUAGE_CODE)
    names = [get_day_names("wide", locale=locale)[day] for day in days]
    if len(days) >= SHORTEST_RANGE and days[-1] - days[0] == len(days) - 1:
        return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    return _("on %(days)s") % {"days": _listed(names)}


def _listed(words: Iterable[str]) -> str:
    *first, last = [*words] or [""]
    if not first:
        return last
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last}


def _time_in_words(at: time) -> str:
    if translation.get_language() == "nl":
        return f"{at.hour}.{at:%M}"
    if (at.hour, at.minute) == (12, 0):
        return "12 noon"
    minutes = f".{at:%M}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"
