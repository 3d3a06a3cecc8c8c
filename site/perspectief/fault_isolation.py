"""One failing part of the background work must not stop the others, nor tell about people."""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import sentry_sdk

logger = logging.getLogger(__name__)


class Fault:
    """Whether the guarded code failed."""

    def __init__(self) -> None:
        self.happened = False


@contextmanager
def contain_fault(what: str) -> Iterator[Fault]:
    """Report an exception of the guarded code and go on.

    The log gets the class of the error and where it arose, never its text: databases and mail
    servers repeat in it what they were given. What Sentry gets is filtered in `error_reporting`.

    Args:
        what: the work, for the log.
    """
    fault = Fault()
    try:
        yield fault
    except Exception as error:  # noqa: BLE001 - whatever it is, the other work goes on
        fault.happened = True
        frame = traceback.extract_tb(error.__traceback__)[-1]
        # A warning, because an error would become a second report beside the exception itself.
        logger.warning(
            "%s failed: %s at %s:%s", what, type(error).__name__, frame.filename, frame.lineno
        )
        sentry_sdk.capture_exception(error)
