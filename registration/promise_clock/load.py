"""How much there is to do in the coming days, beside how much the desk can do.

What visitors see of it comes from clear columns only and is kept for a minute, so that a page of
the form decrypts nothing. It never takes a moment away: it only says which are busy.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.cache import cache
from django.db.models.functions import Coalesce

from registration.casework.absences import absent_between
from registration.casework.permissions import users_who_take_callbacks
from registration.models import Callback, PromiseClockSettings
from registration.rules.contact_policy import wished_moments
from registration.rules.deadlines import (
    DESK_TIME_ZONE,
    DeskCalendar,
    Moment,
    offered_moments,
    part_at,
)

DAYS_SHOWN = 5
SEARCH_AHEAD = timedelta(days=31)
BUSY_KEY, BUSY_SECONDS = "busy-moments", 60


@dataclass(frozen=True)
class PartLoad:
    """What waits for one part of a day: by deadline, by plan, and how many people prefer it."""

    moment: Moment
    due: int
    planned: int
    preferred: int
    capacity: int

    @property
    def to_do(self) -> int:
        """How many calls there are to make."""
        return self.due + self.planned

    @property
    def is_full(self) -> bool:
        """Whether there is as much to do as the desk can do; without anybody nothing is known."""
        return 0 < self.capacity <= self.to_do

    @property
    def share(self) -> int:
        """How full it is, in per cent up to a hundred."""
        return min(100, 100 * self.to_do // self.capacity) if self.capacity else 0


def coming_days(now: datetime, calendar: DeskCalendar) -> list[PartLoad]:
    """Return what waits for each part of the coming open days, with the moments people prefer.

    Those are encrypted: the open callbacks are decrypted for it, and only numbers come out.

    Args:
        now: an aware datetime.
        calendar: of the desk.
    """
    moments = _of_first_days(offered_moments(now, now + SEARCH_AHEAD, calendar))
    untried = Callback.objects.open().filter(first_attempt_at=None).select_related("registration")
    preferred = Counter(
        moment.code
        for callback in untried
        for moment in wished_moments(callback.registration.read_answers())
    )
    return _loads(moments, preferred)


def busy_moments(now: datetime, offered: Sequence[Moment], calendar: DeskCalendar) -> set[Moment]:
    """Return those of the offered moments that are full; none if all of them are.

    Args:
        now: an aware datetime.
        offered: what the form offers.
        calendar: of the desk.
    """
    codes = cache.get(BUSY_KEY)
    if codes is None:
        moments = _of_first_days(offered_moments(now, now + SEARCH_AHEAD, calendar))
        codes = frozenset(load.moment.code for load in _loads(moments) if load.is_full)
        cache.set(BUSY_KEY, codes, BUSY_SECONDS)
    busy = {moment for moment in offered if moment.code in codes}
    return busy if len(busy) < len(offered) else set()


def _of_first_days(moments: Iterable[Moment]) -> list[Moment]:
    days: set[date] = set()
    found = []
    for moment in moments:
        days.add(moment.date)
        if len(days) > DAYS_SHOWN:
            break
        found.append(moment)
    return found


def _loads(moments: Sequence[Moment], preferred: Counter[str] | None = None) -> list[PartLoad]:
    if not moments:
        return []
    due, planned = _waiting(moments)
    capacity = _capacity({moment.date for moment in moments})
    preferred = preferred or Counter()
    return [
        PartLoad(
            moment=moment,
            due=due[moment],
            planned=planned[moment],
            preferred=preferred[moment.code],
            capacity=capacity[moment.date],
        )
        for moment in moments
    ]


def _waiting(moments: Sequence[Moment]) -> tuple[Counter[Moment], Counter[Moment]]:
    """Count by the part of the day of the next attempt, or else of the deadline.

    What is late is for the first moment that there is, and what falls between two parts, such as
    on a day that the desk closed since, for the last one before it.
    """
    due: Counter[Moment] = Counter()
    planned: Counter[Moment] = Counter()
    waiting = (
        Callback.objects.open()
        .annotate(at=Coalesce("next_attempt_at", "due_at"))
        .filter(at__lte=moments[-1].end)
        .values_list("at", "next_attempt_at")
    )
    for at, next_attempt_at in waiting:
        counter = due if next_attempt_at is None else planned
        if next_attempt_at is None:
            at -= timedelta(microseconds=1)  # a promise until noon is kept in the morning
        wanted = (at.astimezone(DESK_TIME_ZONE).date(), part_at(at))
        counter[_last_before(moments, wanted)] += 1
    return due, planned


def _last_before(moments: Sequence[Moment], wanted: tuple[date, str]) -> Moment:
    # "morning" comes after "afternoon" in the alphabet, so parts are not compared by name.
    fitting = [
        moment
        for moment in moments
        if moment.date < wanted[0]
        or (moment.date == wanted[0] and (moment.part == wanted[1] or moment.part == "morning"))
    ]
    return fitting[-1] if fitting else moments[0]


def _capacity(days: Collection[date]) -> dict[date, int]:
    per_person = PromiseClockSettings.load().calls_per_part
    members = set(users_who_take_callbacks().values_list("pk", flat=True))
    absences = list(absent_between(min(days), max(days)))
    return {
        day: per_person
        * len(
            members - {each.user_id for each in absences if each.first_day <= day <= each.last_day}
        )
        for day in days
    }
