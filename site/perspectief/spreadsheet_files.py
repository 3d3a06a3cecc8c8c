"""CSV files that open well in a spreadsheet and do nothing there by themselves."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

# So that a spreadsheet reads the file as UTF-8.
BYTE_ORDER_MARK = "\ufeff"
# Excel divides a file into columns at the sign for lists of its own language: in Dutch a decimal
# number has the comma.
SEPARATORS = {"nl": ";", "en": ","}
# What begins with one of these is taken for a formula.
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def defused(value: Any) -> str:
    """Return a value as the text of a cell; what could be a formula gets an apostrophe before it.

    A number of a table stays a number; a telephone number is text.
    """
    if value is None:
        return ""
    text = str(value)
    if isinstance(value, str) and text.lstrip(" \u00a0").startswith(FORMULA_MARKS):
        return f"'{text}"
    return text


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Return the lines of a CSV file one by one, so that no long file is held in memory.

    They are divided as a spreadsheet in the active language expects, that is the one of whoever
    downloads it.
    """
    # Now: when the lines are sent, another language may be active.
    language = (get_language() or settings.LANGUAGE_CODE).partition("-")[0]
    return _lines(header, rows, SEPARATORS[language])


def _lines(header: Sequence[str], rows: Iterable[Sequence[Any]], separator: str) -> Iterator[str]:
    writer = csv.writer(_Echo(), delimiter=separator, quoting=csv.QUOTE_ALL)
    yield BYTE_ORDER_MARK + writer.writerow(header)
    for row in rows:
        yield writer.writerow([defused(value) for value in row])


class _Echo:
    """Hands back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line
