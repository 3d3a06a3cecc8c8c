"""Counters of a year, added up per quarter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from registration.casework.counted import MISTAKE_PREFIX
from registration.casework.counters import counters
from registration.vocabulary.lifecycle import Source

QUARTERS = 4
Quarters = tuple[int, ...]
NOTHING: Quarters = (0,) * QUARTERS
#: Stands for what nobody was asked or answered.
UNANSWERED = "unanswered"


@dataclass(frozen=True)
class YearCounts:
    """What was counted in a year: per question and answer, a number for each quarter."""

    year: int
    counts: Mapping[str, Mapping[str, Quarters]]

    def counted(self, dimension: str) -> dict[str, Quarters]:
        """Return the numbers of a question per answer."""
        return dict(self.counts.get(dimension, {}))

    def received(self, dimension: str) -> dict[str, Quarters]:
        """Return the same without what proved to be no registration."""
        mistakes = self.counted(f"{MISTAKE_PREFIX}{dimension}")
        return {
            code: _minus(quarters, mistakes.get(code, NOTHING))
            for code, quarters in self.counted(dimension).items()
        }

    def sources(self) -> dict[str, Quarters]:
        """Return how registrations came in; a question is none."""
        sources = self.received("source")
        sources.pop(Source.QUESTION, None)
        return sources

    def all_received(self) -> Quarters:
        """Return how many registrations came in."""
        return added(self.sources().values())

    def received_parts(self, dimension: str) -> dict[str, Quarters]:
        """Return the numbers per answer, and what remains of all registrations as unanswered."""
        parts = self.received(dimension)
        return parts | {UNANSWERED: _minus(self.all_received(), added(parts.values()))}

    def who_registered(self) -> dict[str, Quarters]:
        """Return the sources, with the kind of organisation in place of "a professional"."""
        organisations = self.received("organisation_kind")
        who = self.sources()
        referred = who.pop(Source.REFERRER.value, NOTHING)
        unknown = _minus(referred, added(organisations.values()))
        return who | organisations | {Source.REFERRER.value: unknown}


def load_years(years: Iterable[int], *, is_example: bool = False) -> dict[int, YearCounts]:
    """Return the counts of each of the years, or of examples in them; takes one query."""
    wanted = list(years)
    sums: dict[int, dict[str, dict[str, list[int]]]] = {
        year: defaultdict(lambda: defaultdict(lambda: list(NOTHING))) for year in wanted
    }
    rows = counters(is_example=is_example).filter(month__year__in=wanted)
    for month, dimension, code, number in rows.values_list("month", "dimension", "code", "count"):
        sums[month.year][dimension][code][(month.month - 1) // 3] += number
    return {
        year: YearCounts(
            year,
            {
                dimension: {code: tuple(numbers) for code, numbers in answers.items()}
                for dimension, answers in dimensions.items()
            },
        )
        for year, dimensions in sums.items()
    }


def years_with_figures(*, is_example: bool = False) -> list[int]:
    """Return the years in which registrations, or examples, were counted, the newest first."""
    counted = counters(is_example=is_example).filter(dimension="source", count__gt=0)
    months = counted.exclude(code=Source.QUESTION).dates("month", "year", order="DESC")
    return [month.year for month in months]


def percentage(number: int, whole: int) -> int:
    """Return a share as a whole percentage, a half rounded up as the annual report does."""
    return (200 * number + whole) // (2 * whole) if whole else 0


def added(parts: Iterable[Quarters]) -> Quarters:
    """Return the sum per quarter."""
    return tuple(map(sum, zip(NOTHING, *parts, strict=True)))


def _minus(quarters: Quarters, fewer: Quarters) -> Quarters:
    return tuple(max(0, one - other) for one, other in zip(quarters, fewer, strict=True))
