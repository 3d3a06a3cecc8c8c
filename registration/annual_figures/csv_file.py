"""The report as a CSV file: one line for each number, as docs/desk-guide.md describes."""

import csv
from collections.abc import Iterator
from io import StringIO

from registration.annual_figures.report import Number, Report
from registration.annual_figures.words import in_words

HEADER = ("year", "table", "code", "label", "part", "number", "percentage")
BYTE_ORDER_MARK = "\ufeff"  # else Excel takes UTF-8 for something else
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(report: Report) -> str:
    """Return the file; a label that a spreadsheet would take for a formula gets an apostrophe."""
    file = StringIO()
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file)
    writer.writerow(HEADER)
    writer.writerows(tuple(map(_safe, line)) for line in _lines(report))
    return file.getvalue()


def _lines(report: Report) -> Iterator[tuple[str, ...]]:
    for table in report.tables:
        for row in table.rows:
            parts = zip(table.columns, row.parts, strict=True)
            for part, number in (
                *parts,
                (str(report.year), row.total),
                (str(report.year - 1), row.before),
            ):
                yield (str(report.year), table.code, row.code, row.label, part, *_cells(number))


def _cells(number: Number) -> tuple[str, str]:
    return in_words(number.shown), "" if number.share is None else str(number.share)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
