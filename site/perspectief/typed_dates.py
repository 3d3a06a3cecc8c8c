"""Days and times as Dutch and English people type them. Pure; what is not clear is not guessed."""

import re
from calendar import monthrange
from datetime import MINYEAR, date, datetime, time, timedelta
from enum import Enum
from typing import NamedTuple

MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "mrt", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
WEEKDAYS = (
    ("maandag", "monday"),
    ("dinsdag", "tuesday"),
    ("woensdag", "wednesday"),
    ("donderdag", "thursday"),
    ("vrijdag", "friday"),
    ("zaterdag", "saturday"),
    ("zondag", "sunday"),
)
_LEAST_LETTERS = {"month": 3, "weekday": 2}
# Of a year in two digits: so far ahead it is of this century.
_YEARS_AHEAD = 20
_SHORT, _LONG_YEAR = 2, 4  # digits
_LEAP_YEAR = 2000
_NO_LEAP_YEARS = 8  # at most, as round 2100

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_IDLE_WORDS = {"de", "of", "the", "st", "nd", "rd", "th", "e"}
_BETWEEN = r"[\s,.'’/–-]"
_TIME = re.compile(
    r"""(?:^|[\s,]|(?<=\d)t)\s*(?:om|at)?\s*
    (?P<hour>\d{1,2})
    (?: [:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*(?:u(?:ur)?|h|(?P<half>[ap])\.?m\.?)?
      | \s*u(?P<minute_after_u>\d{2})
      | \s*(?:uur|u|h|(?P<half_alone>[ap])\.?m\.?) )
    $""",
    re.IGNORECASE | re.VERBOSE,
)
_NOON = 12


class NotClear(ValueError):
    """What was typed is no day or time, or could be several."""


class NoSuchDay(NotClear):
    """A day of a month that does not have it, such as 31 February."""


class YearMissing(NotClear):
    """A day without its year, where either of two years may be meant."""


class TimeMissing(NotClear):
    """A day without a time, where a moment is needed."""


class YearMeant(Enum):
    """Which year somebody means who types none."""

    AHEAD = "the first such day from today on"
    BACK = "the last such day until today"
    UNKNOWN = "nobody can tell"


class _Typed(NamedTuple):
    day: int
    month: int
    year: str


def read_day(text: str, *, today: date, year_meant: YearMeant = YearMeant.UNKNOWN) -> date:
    """Return the day that somebody typed: `5 december 2026`, `05-12-2026`, `5/12/26`, `5 dec`.

    The day stands before the month, but for `2026-12-05` and for `December 5`. A weekday may stand
    before it, and has to be right.

    Args:
        text: what was typed.
        today: what a missing or short year is counted from.
        year_meant: which year is meant if none is typed.

    Raises:
        NoSuchDay: the month has no such day.
        YearMissing: there is no year, and `year_meant` does not say which.
        NotClear: this is no day.
    """
    parts = [part.lower() for part in _PARTS.findall(text)]
    if re.sub(f"{_BETWEEN}|{_PARTS.pattern}", "", text):
        raise NotClear  # a sign that belongs to no day, such as a bracket
    words = [part for part in parts if part not in _IDLE_WORDS]
    weekday = _named(words[0], WEEKDAYS, _LEAST_LETTERS["weekday"]) if words else None
    typed = _typed_parts(words if weekday is None else words[1:])
    day = _in_year(typed, today, year_meant)
    if weekday is not None and weekday != day.weekday():
        raise NotClear
    return day


def read_time(text: str) -> time:
    """Return the time that somebody typed: `9:00`, `09.00`, `9 uur`, `9u30`, `9.30 pm`.

    Raises:
        NotClear: this is no time.
    """
    found = _TIME.match(text.strip())
    if not found:
        raise NotClear
    return _time_of(found)


def read_moment(text: str, *, today: date, year_meant: YearMeant = YearMeant.UNKNOWN) -> datetime:
    """Return a day with the time after it, naive: `5 december 2026 9:00`, `5-12-26 om 9 uur`.

    Args:
        text: what was typed.
        today: what a missing or short year is counted from.
        year_meant: which year is meant if none is typed.

    Raises:
        NoSuchDay: the month has no such day.
        TimeMissing: only a day was typed.
        YearMissing: there is no year, and `year_meant` does not say which.
        NotClear: this is no moment.
    """
    found = _TIME.search(text.strip())
    if not found:
        read_day(text, today=today, year_meant=year_meant)
        raise TimeMissing
    day = read_day(text.strip()[: found.start()], today=today, year_meant=year_meant)
    return datetime.combine(day, _time_of(found))


def _typed_parts(parts: list[str]) -> _Typed:
    """Return which part is the day, the month and the year; "" for a year that is missing."""
    match parts:
        case [day, month] if day.isdecimal():
            return _Typed(_number(day), _month(month), "")
        case [month, day]:
            return _Typed(_number(day), _month(month), "")
        case [year, month, day] if len(year) == _LONG_YEAR and year.isdecimal():
            return _Typed(_number(day), _month(month), year)
        case [day, month, year] if day.isdecimal():
            return _Typed(_number(day), _month(month), year)
        case [month, day, year] if not month.isdecimal():
            return _Typed(_number(day), _month(month), year)
    raise NotClear


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > _SHORT:
        raise NotClear
    return int(text)


def _month(text: str) -> int:
    if text.isdecimal():
        return _number(text)
    month = _named(text, MONTHS, _LEAST_LETTERS["month"])
    if month is None:
        raise NotClear
    return month + 1


def _named(text: str, names: tuple[tuple[str, ...], ...], least: int) -> int | None:
    """Return the place of what a name or the beginning of it stands for; None if for nothing."""
    if len(text) < least or text.isdecimal():
        return None
    found = {
        place for place, each in enumerate(names) if any(name.startswith(text) for name in each)
    }
    return found.pop() if len(found) == 1 else None


def _in_year(typed: _Typed, today: date, year_meant: YearMeant) -> date:
    if typed.year:
        return _day(_full_year(typed.year, today), typed)
    if year_meant is YearMeant.UNKNOWN:
        _day(_LEAP_YEAR, typed)  # what is no day in any year lacks more than a year
        raise YearMissing
    is_ahead = year_meant is YearMeant.AHEAD
    step = 1 if is_ahead else -1
    for years in range(_NO_LEAP_YEARS + 1):
        year = today.year + step * years
        try:
            day = _day(year, typed)
        except NoSuchDay:
            continue
        if day == today or (day > today) == is_ahead:
            return day
    raise NoSuchDay


def _day(year: int, typed: _Typed) -> date:
    if year < MINYEAR or not 1 <= typed.month <= len(MONTHS):
        raise NotClear  # "12/25/2026" is no day of ours, but of the Americans
    if not 1 <= typed.day <= monthrange(year, typed.month)[1]:
        raise NoSuchDay
    return date(year, typed.month, typed.day)


def _full_year(text: str, today: date) -> int:
    if not text.isdecimal() or len(text) not in {_SHORT, _LONG_YEAR}:
        raise NotClear
    if len(text) == _LONG_YEAR:
        return int(text)
    year = today.year // 100 * 100 + int(text)
    return year if year <= today.year + _YEARS_AHEAD else year - 100


def _time_of(found: re.Match[str]) -> time:
    hour = int(found["hour"])
    half = (found["half"] or found["half_alone"] or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            raise NotClear
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    minute = int(found["minute"] or found["minute_after_u"] or 0)
    try:
        return time(hour, minute, int(found["second"] or 0))
    except ValueError:
        raise NotClear from None


def example_day(today: date) -> date:
    """Return a day to show how a day is typed: ahead, and its day cannot be taken for a month."""
    ahead = today + timedelta(days=7)
    while ahead.day <= _NOON:
        ahead += timedelta(days=1)
    return ahead
