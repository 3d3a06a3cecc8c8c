"""Rows of figures with the words and the bars that the screen shows."""

from dataclasses import dataclass

from registration.annual_figures.report import Number, ReportTable
from registration.annual_figures.words import in_words

LONGEST_BAR = 100


@dataclass(frozen=True)
class BarRow:
    """One row in words; a hidden number has no bar."""

    label: str
    parts: tuple[str, ...]
    total: str
    before: str
    bar: int


@dataclass(frozen=True)
class BarTable:
    """A table with its rows in words."""

    table: ReportTable
    rows: tuple[BarRow, ...]


def table_with_bars(table: ReportTable) -> BarTable:
    """Return the table; its largest shown number gets the longest bar."""
    largest = max((_length(row.total) for row in table.rows), default=0)
    rows = tuple(
        BarRow(
            label=row.label,
            parts=tuple(map(_words, row.parts)),
            total=_words(row.total),
            before=_words(row.before),
            bar=round(LONGEST_BAR * _length(row.total) / largest) if largest else 0,
        )
        for row in table.rows
    )
    return BarTable(table, rows)


def _length(number: Number) -> int:
    return number.shown if isinstance(number.shown, int) else 0


def _words(number: Number) -> str:
    share = "" if number.share is None else f" ({number.share}%)"
    return in_words(number.shown) + share
