"""How often promises are kept, by week, month and quarter, from the counts per day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self

from django.db.models import Manager, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from registration.models import ExamplePromiseDay, PromiseDay
from registration.words.dates import month_in_words

FIELDS = ("promised", "met", "reached_in_time", "void")
QUARTERS: tuple[str | Promise, ...] = (
    gettext_lazy("first quarter of %(year)s"),
    gettext_lazy("second quarter of %(year)s"),
    gettext_lazy("third quarter of %(year)s"),
    gettext_lazy("fourth quarter of %(year)s"),
)


@dataclass(frozen=True)
class Period:
    """A week, month or quarter; both days belong to it."""

    unit: str
    first_day: date
    last_day: date

    @classmethod
    def of(cls, unit: str, day: date) -> Self:
        """Return the period of a kind that a day falls in.

        Args:
            unit: "week", "month" or "quarter".
            day: any day.
        """
        match unit:
            case "week":
                first = day - timedelta(days=day.weekday())
                return cls(unit, first, first + timedelta(days=6))
            case "month":
                months, first = 1, day.replace(day=1)
            case _:
                months, first = 3, day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
        return cls(unit, first, months_later(first, months) - timedelta(days=1))

    @property
    def before(self) -> "Period":
        """The period before this one."""
        return Period.of(self.unit, self.first_day - timedelta(days=1))

    @property
    def label(self) -> str:
        """What people call it, in the active language."""
        match self.unit:
            case "week":
                return _("week %(number)s of %(year)s") % {
                    "number": self.first_day.isocalendar().week,
                    "year": self.first_day.isocalendar().year,
                }
            case "month":
                return month_in_words(self.first_day)
        return str(QUARTERS[(self.first_day.month - 1) // 3]) % {"year": self.first_day.year}


@dataclass(frozen=True)
class HitRate:
    """How many promises there were and how they ended; a percentage is never rounded up."""

    promised: int = 0
    met: int = 0
    reached_in_time: int = 0
    void: int = 0

    @property
    def counted(self) -> int:
        """The promises that could be kept: those that lapsed count neither way."""
        return self.promised - self.void

    @property
    def broken(self) -> int:
        """How many were not kept."""
        return self.counted - self.met

    @property
    def percentage(self) -> float | None:
        """How many were kept, in per cent with one decimal; None without any."""
        return self._percentage(self.met)

    @property
    def reached_percentage(self) -> float | None:
        """How many people were reached in time, in per cent with one decimal."""
        return self._percentage(self.reached_in_time)

    def _percentage(self, part: int) -> float | None:
        return 1000 * part // self.counted / 10 if self.counted else None


@dataclass(frozen=True)
class PeriodRate:
    """The hit rate of a period."""

    period: Period
    rate: HitRate


# How many periods a table shows.
SHOWN = {"week": 13, "month": 12, "quarter": 8}


def promise_days(*, is_example: bool) -> Manager[Any]:
    """Return the days of promises, or those of examples: two tables, never added up."""
    return ExamplePromiseDay.objects if is_example else PromiseDay.objects


def rates_per(
    unit: str, today: date, *, is_question: bool, is_example: bool = False
) -> list[PeriodRate]:
    """Return the hit rates of the last periods up to now, the newest first.

    Args:
        unit: "week", "month" or "quarter".
        today: in the Netherlands.
        is_question: those of questions, or of registrations.
        is_example: those of examples, and no real ones.
    """
    periods = [Period.of(unit, today)]
    while len(periods) < SHOWN[unit]:
        periods.append(periods[-1].before)
    days = (
        promise_days(is_example=is_example)
        .filter(is_question=is_question, day__range=(periods[-1].first_day, periods[0].last_day))
        .values("day", *FIELDS)
    )
    totals: dict[Period, list[dict[str, Any]]] = {period: [] for period in periods}
    for row in days:
        totals[Period.of(unit, row["day"])].append(row)
    return [PeriodRate(period, _sum(rows)) for period, rows in totals.items()]


def rate_between(
    first_day: date, last_day: date, *, is_question: bool, is_example: bool = False
) -> HitRate:
    """Return the hit rate of the promises that were due from one day up to another."""
    total = (
        promise_days(is_example=is_example)
        .filter(is_question=is_question, day__range=(first_day, last_day))
        .aggregate(**{field: Sum(field, default=0) for field in FIELDS})
    )
    return HitRate(**total)


def months_later(first_of_month: date, months: int) -> date:
    """Return the first day of the month that comes so many months later, or earlier if negative."""
    number = first_of_month.year * 12 + first_of_month.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _sum(rows: Iterable[dict[str, Any]]) -> HitRate:
    found = list(rows)
    return HitRate(**{field: sum(row[field] for row in found) for field in FIELDS})


def rates_of_year(year: int, *, is_example: bool = False) -> list[PeriodRate]:
    """Return the hit rates of registrations in the quarters of a year, without empty quarters."""
    quarters = [Period.of("quarter", date(year, month, 1)) for month in (1, 4, 7, 10)]
    rates = [
        PeriodRate(
            each,
            rate_between(each.first_day, each.last_day, is_question=False, is_example=is_example),
        )
        for each in quarters
    ]
    return [each for each in rates if each.rate.counted]
