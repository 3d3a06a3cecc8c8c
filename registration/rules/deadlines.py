"""The promise "we call you within three days" as arithmetic. No database, no clock.

The annual report over 2024 says "within 3 days" and not which days, so the strict reading holds;
docs/decisions/within-three-days.md says why. Desk time is Dutch time (Europe/Amsterdam).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from registration.vocabulary.moments import DayPart

DESK_TIME_ZONE = ZoneInfo("Europe/Amsterdam")
# After so many days without any open hour nobody has entered opening hours; stop searching.
MOST_CLOSED_DAYS_IN_A_ROW = 366
# A call takes time: a part of a day with less than this left is not offered.
SHORTEST_OFFER = timedelta(minutes=30)
PART_HOURS: Mapping[str, tuple[time, time]] = {
    DayPart.MORNING: (time(9), time(12)),
    DayPart.AFTERNOON: (time(12), time(17)),
}


@dataclass(frozen=True, kw_only=True)
class DeskCalendar:
    """When the desk is open, and the two numbers of the promise.

    `hours` maps `date.weekday()` to opening and closing time in Dutch time; a weekday without an
    entry is a closed day. `promise_days` are calendar days. If the desk is open for less than
    `minimum_open` within them, the promise ends later.
    """

    hours: Mapping[int, tuple[time, time]]
    closed_days: frozenset[date]
    promise_days: int
    minimum_open: timedelta


@dataclass(frozen=True)
class Moment:
    """A part of one day on which the desk could call."""

    date: date
    part: DayPart

    @classmethod
    def from_code(cls, code: str) -> Self:
        """Return the moment that `code` stands for, such as `2026-11-26:morning`.

        Raises:
            ValueError: `code` does not name a date and a part of a day.
        """
        day, _, part = code.partition(":")
        return cls(date.fromisoformat(day), DayPart(part))

    @property
    def code(self) -> str:
        """The moment as registrations store it, such as `2026-11-26:morning`."""
        return f"{self.date.isoformat()}:{self.part.value}"

    @property
    def start(self) -> datetime:
        """When this part of the day begins, in Dutch time."""
        return datetime.combine(self.date, PART_HOURS[self.part][0], DESK_TIME_ZONE)

    @property
    def end(self) -> datetime:
        """When this part of the day ends, in Dutch time."""
        return datetime.combine(self.date, PART_HOURS[self.part][1], DESK_TIME_ZONE)


def due_at(received_at: datetime, calendar: DeskCalendar) -> datetime:
    """Return the moment before which the desk must have called, in Dutch time.

    That is the last open moment of the desk that is not later than `promise_days` calendar days
    after receipt, at the same time by the clock. Only if the desk is open for less than
    `minimum_open` between receipt and then, it is the first closing time after that. A later
    receipt never leads to an earlier day. Without any opening hours, the calendar days count.

    Args:
        received_at: an aware datetime.

    Raises:
        ValueError: `received_at` is naive.
    """
    received = _in_utc(received_at)
    limit = _same_clock_time_after(received, calendar.promise_days)
    open_time = timedelta()
    last_open_moment = limit
    for opens, closes in _open_periods(received, calendar.promise_days, calendar):
        if opens <= limit and received < closes:
            last_open_moment = min(closes, limit)
            open_time += last_open_moment - max(opens, received)
    # Also with a minimum of zero there must be a moment left to call in.
    if open_time < max(calendar.minimum_open, timedelta(microseconds=1)):
        last_open_moment = _first_closing_time_after(limit, calendar) or limit
    return last_open_moment.astimezone(DESK_TIME_ZONE)


def moved_due_at(
    told: datetime, promised_at: datetime, now: datetime, calendar: DeskCalendar
) -> datetime:
    """Return the deadline of a promise after the calendar changed; what was told counts.

    The deadline that the calendar gives now is taken over if it is earlier and leaves enough time.
    Otherwise what was told stays, if the desk is open then; if not, the promise ends at the last
    open moment before it. Only where no open moment is left before it, the deadline is later: the
    first closing time after what was told.

    Args:
        told: an aware datetime, the end of the promise as the person was told it.
        promised_at: an aware datetime, when the promise was made.
        now: an aware datetime.
        calendar: as it is now.

    Raises:
        ValueError: one of them is naive.
    """
    end, present = _in_utc(told), _in_utc(now)
    computed = _in_utc(due_at(promised_at, calendar))
    enough = max(calendar.minimum_open, SHORTEST_OFFER)
    if computed < end and open_time(present, computed, calendar) >= enough:
        return computed.astimezone(DESK_TIME_ZONE)
    moved = None
    if end > present:
        for opens, closes in _open_periods_between(present, end, calendar):
            if opens < end <= closes:
                moved = end
            elif closes - max(opens, present) >= SHORTEST_OFFER:
                moved = closes
    if moved is None:
        moved = _first_closing_time_after(max(end, present), calendar) or end
    return moved.astimezone(DESK_TIME_ZONE)


def open_time(begin: datetime, end: datetime, calendar: DeskCalendar) -> timedelta:
    """Return how long the desk is open between two moments; nothing if `end` comes first.

    Raises:
        ValueError: `begin` or `end` is naive.
    """
    first, last = _in_utc(begin), _in_utc(end)
    periods = _open_periods_between(first, last, calendar)
    return sum(
        (min(closes, last) - max(opens, first) for opens, closes in periods), start=timedelta()
    )


def part_at(at: datetime) -> DayPart:
    """Return the part of the day in which an aware moment falls; the afternoon begins at noon."""
    is_afternoon = at.astimezone(DESK_TIME_ZONE).time() >= PART_HOURS[DayPart.AFTERNOON][0]
    return DayPart.AFTERNOON if is_afternoon else DayPart.MORNING


def is_open(at: datetime, calendar: DeskCalendar) -> bool:
    """Return whether the desk is open at `at`; at closing time it no longer is.

    Raises:
        ValueError: `at` is naive.
    """
    moment = _in_utc(at)
    period = _open_period(moment.astimezone(DESK_TIME_ZONE).date(), calendar)
    return period is not None and period[0] <= moment < period[1]


def offered_moments(now: datetime, due: datetime, calendar: DeskCalendar) -> list[Moment]:
    """Return the parts of days, in order, in which the desk could still call.

    A part is offered if at least half an hour of it is in the future, within opening hours and not
    later than `due`.

    Raises:
        ValueError: `now` or `due` is naive.
    """
    begin, end = _in_utc(now), _in_utc(due)
    moments = []
    last_day = end.astimezone(DESK_TIME_ZONE).date()
    for day in _days_from(begin):
        if day > last_day:
            break
        period = _open_period(day, calendar)
        if period is None:
            continue
        for part in DayPart:
            moment = Moment(day, part)
            usable_from = max(_in_utc(moment.start), period[0], begin)
            usable_until = min(_in_utc(moment.end), period[1], end)
            if usable_until - usable_from >= SHORTEST_OFFER:
                moments.append(moment)
    return moments


def midnights_of(day: date) -> tuple[datetime, datetime]:
    """Return when a day begins and when the next one does, in Dutch time (aware)."""
    return (
        datetime.combine(day, time(), DESK_TIME_ZONE),
        datetime.combine(day + timedelta(days=1), time(), DESK_TIME_ZONE),
    )


def _in_utc(moment: datetime) -> datetime:
    """Return `moment` in UTC: within one time zone Python compares clock faces, not time."""
    if moment.tzinfo is None:
        raise ValueError("a naive datetime does not say when it is")
    return moment.astimezone(UTC)


def _same_clock_time_after(moment: datetime, days: int) -> datetime:
    local = moment.astimezone(DESK_TIME_ZONE)
    later = local.date() + timedelta(days=days)
    return datetime.combine(later, local.time(), DESK_TIME_ZONE).astimezone(UTC)


def _days_from(moment: datetime) -> Iterator[date]:
    first = moment.astimezone(DESK_TIME_ZONE).date()
    for number in range(MOST_CLOSED_DAYS_IN_A_ROW + 1):
        yield first + timedelta(days=number)


def _open_period(day: date, calendar: DeskCalendar) -> tuple[datetime, datetime] | None:
    if day in calendar.closed_days or day.weekday() not in calendar.hours:
        return None
    opens, closes = calendar.hours[day.weekday()]
    return (
        datetime.combine(day, opens, DESK_TIME_ZONE).astimezone(UTC),
        datetime.combine(day, closes, DESK_TIME_ZONE).astimezone(UTC),
    )


def _open_periods(
    moment: datetime, days: int, calendar: DeskCalendar
) -> Iterator[tuple[datetime, datetime]]:
    for number, day in enumerate(_days_from(moment)):
        if number > days:
            return
        period = _open_period(day, calendar)
        if period is not None:
            yield period


def _open_periods_between(
    begin: datetime, end: datetime, calendar: DeskCalendar
) -> Iterator[tuple[datetime, datetime]]:
    last_day = end.astimezone(DESK_TIME_ZONE).date()
    for day in _days_from(begin):
        if day > last_day:
            return
        period = _open_period(day, calendar)
        if period is not None and period[0] < end and begin < period[1]:
            yield period


def _first_closing_time_after(moment: datetime, calendar: DeskCalendar) -> datetime | None:
    for day in _days_from(moment):
        period = _open_period(day, calendar)
        if period is not None and period[1] > moment:
            return period[1]
    return None
