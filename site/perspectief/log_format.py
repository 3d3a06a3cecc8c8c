"""How faults are written to the log: where it went wrong, without what people typed."""

import json
import logging
import re
import sys
import threading
import traceback
from datetime import UTC, datetime
from typing import Any

logger = logging.getLogger(__name__)

# A long random number, such as the link in a mail with which somebody goes on with a form: Django
# logs the address of a request that goes wrong.
LONG_RANDOM_NUMBER = re.compile(r"\b[0-9a-f]{32,}\b")
# A traceback that somebody else wrote into the message, as the web server does.
WRITTEN_PLACE = re.compile(r'\s+File ".*", line \d+, in \S+')
WRITTEN_CLASS = re.compile(r"((?:\w+\.)*[A-Z]\w*(?:Error|Exception|Exit|Interrupt|Warning))(?=:|$)")


class FormatterWithoutTexts(logging.Formatter):
    """Writes tracebacks without the texts of exceptions, and no address that opens something.

    A database puts the refused row in the text of its error, a mail server the recipient.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of `record` with a dash for every long random number."""
        record.exc_text = None  # another handler may have left the traceback with its texts here
        return LONG_RANDOM_NUMBER.sub("-", super().format(record))

    def formatMessage(self, record: logging.LogRecord) -> str:
        """Return the line itself; of a traceback in its message the texts are left out."""
        record.message = _without_written_texts(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:
        """Return the traceback of `ei` and of its causes: functions and lines, no texts."""
        return "\n".join(_lines(ei[1], set()))


class JsonFormatterWithoutTexts(FormatterWithoutTexts):
    """Writes the same as an object of JSON in one line: nothing more, so no `extra` either."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the object of `record`; its `time` is in UTC."""
        told: dict[str, str] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _without_written_texts(record.getMessage()),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return LONG_RANDOM_NUMBER.sub("-", json.dumps(told, ensure_ascii=False))


class QuietHandler(logging.StreamHandler[Any]):
    """Writes to the error output; a line that cannot be written is not shown with its values."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Say where the line that could not be written stands in the code."""
        place = f"{record.pathname}:{record.lineno}"
        try:
            self.stream.write(f"A line of the log could not be written: {place}\n")
        except (OSError, ValueError):
            return


def log_what_nobody_catches() -> None:
    """Have Python write what ends a program or a thread to the log, and not with its text."""
    sys.excepthook = _log_end_of_program
    threading.excepthook = _log_end_of_thread
    sys.unraisablehook = _log_unraisable
    logging.captureWarnings(True)


def _log_end_of_program(kind: type[BaseException], error: BaseException, trace: Any) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logger.critical("The program ends.", exc_info=(kind, error, trace))


def _log_end_of_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and args.exc_type is not SystemExit:
        logger.error("A thread ends.", exc_info=(args.exc_type, args.exc_value, args.exc_traceback))


def _log_unraisable(args: Any) -> None:
    if args.exc_value is not None:
        logger.error(
            "Something could not be put away.",
            exc_info=(args.exc_type, args.exc_value, args.exc_traceback),
        )


def _without_written_texts(message: str) -> str:
    first, *rest = message.split("\n")
    if not any(WRITTEN_PLACE.fullmatch(line) for line in rest):
        return message
    kept = [first]
    for line in rest:
        if WRITTEN_PLACE.fullmatch(line):
            kept.append(line)
        elif found := WRITTEN_CLASS.match(line):
            kept.append(found[1])
    return "\n".join(kept)


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
