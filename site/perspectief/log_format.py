"""How faults are written to the log: where it went wrong, without what people typed."""

import logging
import re
import traceback
from typing import Any

# A long random number, such as the link in a mail with which somebody goes on with a form: Django
# logs the address of a request that goes wrong.
LONG_RANDOM_NUMBER = re.compile(r"\b[0-9a-f]{32,}\b")


class FormatterWithoutTexts(logging.Formatter):
    """Writes tracebacks without the texts of exceptions, and no address that opens something.

    A database puts the refused row in the text of its error, a mail server the recipient.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of `record` with a dash for every long random number."""
        return LONG_RANDOM_NUMBER.sub("-", super().format(record))

    def formatException(self, ei: Any) -> str:
        """Return the traceback of `ei` and of its causes: functions and lines, no texts."""
        return "\n".join(_lines(ei[1], set()))


def _lines(error: BaseException | None, seen: set[int]) -> list[str]:
    if error is None or id(error) in seen:
        return []
    seen.add(id(error))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = _lines(cause, seen)
    if lines:
        lines.append("After which:")
    lines += [
        f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return [*lines, f"{type(error).__module__}.{type(error).__qualname__}"]
