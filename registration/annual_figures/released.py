"""What the desk gives away of a year: numbers about nobody, in words of both languages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy

from registration.annual_figures.public_charts import (
    INITIATORS,
    PUBLIC_CHARTS,
    RECEIVED,
    PublicChart,
    Words,
)
from registration.annual_figures.report import (
    Number,
    ReportRow,
    ReportTable,
    has_enough,
    report_of,
)
from registration.annual_figures.totals import YearCounts, load_years
from registration.vocabulary.report_groups import Initiator

T = TypeVar("T")


@dataclass(frozen=True)
class BothLanguages:
    """The same thing said in Dutch and in English."""

    nl: str
    en: str


@dataclass(frozen=True)
class ReleasedFigure:
    """One number of the year, and of the year before if that may be shown.

    `code` is the same every year, so that years can be compared.
    """

    code: str
    label: BothLanguages
    value: int
    year_before: int | None


@dataclass(frozen=True)
class ReleasedChart:
    """Numbers that belong together; `base` says what they are a part of, in lower case."""

    code: str
    title: BothLanguages
    base: BothLanguages
    is_percentage: bool
    rows: tuple[ReleasedFigure, ...]


@dataclass(frozen=True)
class ReleasedFigures:
    """The figures of a year that everybody may know; without charts if there were too few.

    Hidden numbers are left out, and so is zero: what is missing is one of the two, and nothing
    says which. `smallest` is the smallest number of people that is shown.
    """

    year: int
    year_before: int
    smallest: int
    charts: tuple[ReleasedChart, ...]


def figures_to_release(year: int) -> ReleasedFigures:
    """Return the figures of a year as its report shows them; the number of queries is fixed."""
    years = load_years([year, year - 1])
    this, before = years[year], years[year - 1]
    charts = []
    if has_enough(this):
        dutch, english = _in_both(lambda: _tables(this, before))
        charts = [_received(this, before)]
        charts += [
            _chart(choice, dutch[choice.table], english[choice.table])
            for choice in PUBLIC_CHARTS
            if choice.table in dutch
        ]
    return ReleasedFigures(
        year,
        year - 1,
        settings.SMALLEST_SHOWN_FIGURE,
        tuple(chart for chart in charts if chart.rows),
    )


def _tables(this: YearCounts, before: YearCounts) -> dict[str, ReportTable]:
    return {table.code: table for table in report_of(this, before).tables}


def _received(this: YearCounts, before: YearCounts) -> ReleasedChart:
    return ReleasedChart(
        RECEIVED,
        _said(gettext_lazy("Registrations")),
        BothLanguages("", ""),
        is_percentage=False,
        rows=(
            ReleasedFigure(
                RECEIVED,
                _said(gettext_lazy("Registrations received")),
                sum(this.all_received()),
                sum(before.all_received()) if has_enough(before) else None,
            ),
        ),
    )


def _chart(choice: PublicChart, dutch: ReportTable, english: ReportTable) -> ReleasedChart:
    rows: list[ReleasedFigure] = []
    for row, english_row in zip(dutch.rows, english.rows, strict=True):
        words = choice.labels.get(row.code)
        label = _said(words) if words else BothLanguages(row.label, english_row.label)
        if choice.by_initiator:
            rows += _figures_by_initiator(row, label)
        else:
            rows += _figure(
                row.code,
                label,
                _released(row.total, is_share=choice.is_percentage),
                _released(row.before, is_share=choice.is_percentage),
            )
    return ReleasedChart(
        choice.code, _said(choice.title), _said(choice.base), choice.is_percentage, tuple(rows)
    )


def _figures_by_initiator(row: ReportRow, kind: BothLanguages) -> Iterator[ReleasedFigure]:
    for who, part in zip(Initiator, row.parts, strict=True):
        initiator = _said(INITIATORS[who])
        label = BothLanguages(f"{kind.nl}: {initiator.nl}", f"{kind.en}: {initiator.en}")
        yield from _figure(f"{row.code}-{who.value}", label, _released(part, is_share=True), None)


def _figure(
    code: str, label: BothLanguages, value: int | None, year_before: int | None
) -> Iterator[ReleasedFigure]:
    if value is not None:
        yield ReleasedFigure(code, label, value, year_before)


def _released(number: Number, *, is_share: bool) -> int | None:
    """Return what may be told; None for hidden, for zero, and for a year that is not compared."""
    if not isinstance(number.shown, int) or not number.shown:
        return None
    return number.share if is_share else number.shown


def _said(words: Words) -> BothLanguages:
    return BothLanguages(*_in_both(lambda: str(words)))


def _in_both(say: Callable[[], T]) -> tuple[T, T]:
    with translation.override("nl"):
        dutch = say()
    with translation.override("en"):
        return dutch, say()
