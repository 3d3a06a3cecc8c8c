"""Days and parts of a day in running words: "in de ochtend op dinsdag en woensdag"."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from babel.dates import get_day_names
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from registration.rules.deadlines import Moment
from registration.vocabulary.moments import DayPart, Weekday
from registration.words.dates import date_in_words

Day = TypeVar("Day", int, date)
EVERY_PART = tuple(DayPart)
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
    """Return parts of every week as a part of a sentence.

    Args:
        codes: such as `tuesday:morning`.
    """
    parts_of = {
        day.value: tuple(part for part in DayPart if f"{day.code}:{part.value}" in codes)
        for day in Weekday
    }
    return _by_parts(parts_of, days_in_words)


def moments_in_words(moments: Iterable[Moment]) -> str:
    """Return parts of dates as a part of a sentence.

    Args:
        moments: in order.
    """
    parts_of: dict[date, tuple[DayPart, ...]] = {}
    for moment in moments:
        parts_of[moment.date] = (*parts_of.get(moment.date, ()), moment.part)
    return _by_parts(parts_of, _dates_in_words)


def _dates_in_words(dates: Sequence[date]) -> str:
    return _("on %(days)s") % {"days": listed(map(date_in_words, dates))}


def _by_parts(
    parts_of: Mapping[Day, tuple[DayPart, ...]], in_words: Callable[[Sequence[Day]], str]
) -> str:
    """Return days with the same parts together; the parts stand first, so that none is misread."""
    days_of: dict[tuple[DayPart, ...], list[Day]] = {}
    for day, parts in parts_of.items():
        if parts:
            days_of.setdefault(parts, []).append(day)
    if list(days_of) == [EVERY_PART]:
        return in_words(days_of[EVERY_PART])
    in_the = {
        (DayPart.MORNING,): _("in the morning"),
        (DayPart.AFTERNOON,): _("in the afternoon"),
        EVERY_PART: _("in the morning or the afternoon"),
    }
    return listed(f"{in_the[parts]} {in_words(days)}" for parts, days in days_of.items())
