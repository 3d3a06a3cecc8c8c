"""The report as a CSV file: one line for each number, as docs/desk-guide.md describes."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from perspectief.spreadsheet_files import csv_lines
from registration.annual_figures.report import Number, Report
from registration.annual_figures.words import in_words

HEADER = ("year", "table", "code", "label", "part", "number", "percentage")


def as_csv(report: Report) -> str:
    """Return the file; a label that a spreadsheet would take for a formula does nothing there."""
    return "".join(csv_lines(HEADER, _lines(report)))


def _lines(report: Report) -> Iterator[tuple[str, ...]]:
    year = _("%(year)s (example)") if report.is_example else "%(year)s"
    of_report = year % {"year": report.year}
    for table in report.tables:
        for row in table.rows:
            parts = zip(table.columns, row.parts, strict=True)
            for part, number in (
                *parts,
                (str(report.year), row.total),
                (str(report.year - 1), row.before),
            ):
                yield (of_report, table.code, row.code, row.label, part, *_cells(number))


def _cells(number: Number) -> tuple[str, str]:
    return in_words(number.shown), "" if number.share is None else str(number.share)
