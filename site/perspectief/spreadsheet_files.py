"""CSV files that open well in a spreadsheet and do nothing there by themselves."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

# So that a spreadsheet reads the file as UTF-8.
BYTE_ORDER_MARK = "\ufeff"
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
    """Yield the lines of a CSV file one by one, so that no long file is held in memory."""
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_ALL)
    yield BYTE_ORDER_MARK + writer.writerow(header)
    for row in rows:
        yield writer.writerow([defused(value) for value in row])


class _Echo:
    """Hands back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line
