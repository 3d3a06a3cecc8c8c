"""Days and parts of a day in running words: "op dinsdag in de ochtend en op vrijdag"."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from babel.dates import get_day_names
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from registration.rules.deadlines import Moment
from registration.vocabulary.moments import DayPart, Weekday
from registration.words.dates import date_in_words

WORKING_DAYS = list(range(5))
# Shorter rows of days are named one by one.
SHORTEST_RANGE = 3


def listed(words: Iterable[str]) -> str:
    """Return some words as a part of a sentence: "a, b en c"."""
    *first, last = [*words] or [""]
    if not first:
        return last
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last}


def days_in_words(days: Sequence[int]) -> str:
    """Return days of the week as a part of a sentence, such as "op werkdagen".

    Args:
        days: numbers as `date.weekday()` has them, in order.
    """
    if len(days) == len(Weekday):
        return _("every day")
    if days == WORKING_DAYS:
        return _("on working days")
    locale = translation.to_locale(translation.get_language() or settings.LANGUAGE_CODE)
    names = [get_day_names("wide", locale=locale)[day] for day in days]
    if len(days) >= SHORTEST_RANGE and days[-1] - days[0] == len(days) - 1:
        return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    return _("on %(days)s") % {"days": listed(names)}


def weekly_times_in_words(codes: Collection[str]) -> str:
    """Return parts of every week as a part of a sentence; days of which all is meant are whole.

    Args:
        codes: such as `tuesday:morning`.
    """
    days_of: dict[tuple[DayPart, ...], list[int]] = {}
    for day in Weekday:
        if parts := tuple(part for part in DayPart if f"{day.code}:{part.value}" in codes):
            days_of.setdefault(parts, []).append(day.value)
    return listed(_in_part(days_in_words(days), parts) for parts, days in days_of.items())


def moments_in_words(moments: Iterable[Moment]) -> str:
    """Return parts of dates as a part of a sentence; dates of which all is meant are whole.

    Args:
        moments: in order.
    """
    parts_of: dict[date, list[DayPart]] = {}
    for moment in moments:
        parts_of.setdefault(moment.date, []).append(moment.part)
    return listed(
        _in_part(_("on %(days)s") % {"days": date_in_words(day)}, parts)
        for day, parts in parts_of.items()
    )


def _in_part(days: str, parts: Sequence[DayPart]) -> str:
    if len(parts) == len(DayPart):
        return days
    in_the = {DayPart.MORNING: _("in the morning"), DayPart.AFTERNOON: _("in the afternoon")}
    return f"{days} {in_the[parts[0]]}"
