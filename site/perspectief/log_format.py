"""How faults are written to the log: where it went wrong, without what people typed."""

import logging
import traceback
from typing import Any


class FormatterWithoutTexts(logging.Formatter):
    """Writes tracebacks without the texts of exceptions.

    A database puts the refused row in the text of its error, a mail server the recipient.
    """

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
