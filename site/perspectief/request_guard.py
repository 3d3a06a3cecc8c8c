"""Stands between the web server and Django: what Django cannot even begin to read gets a 400.

Whatever still goes wrong is logged here, by a formatter that drops texts. The server itself would
log a traceback with the text of the exception in it, and answer with nothing.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.conf import settings
from django.utils.http import parse_header_parameters

from perspectief.refusals import CANNOT_BE_READ
from perspectief.security_headers import headers_of_every_answer

logger = logging.getLogger(__name__)

# Browsers send no other; with another, Django decodes with whatever codec a stranger names.
CHARSETS = {"", "utf-8", "utf8"}
BAD_REQUEST = ("400 Bad Request", CANNOT_BE_READ)
SERVER_ERROR = (
    "500 Internal Server Error",
    "Er ging iets mis. Probeer het later nog eens. / "
    "Something went wrong. Please try again later.\n",
)


class AnswerBrokeOffError(Exception):
    """An answer could not be sent to its end; it has no text, because the server logs it."""


class GuardedApplication:
    """A WSGI application of which no exception gets out but the empty `AnswerBrokeOffError`."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer one request."""
        if not has_readable_type(environ.get("CONTENT_TYPE", "")):
            return _short_answer(environ, start_response, *BAD_REQUEST)
        try:
            return _GuardedAnswer(self.application(environ, start_response))
        except Exception:
            logger.exception("A request could not be answered.")
            return _short_answer(environ, start_response, *SERVER_ERROR)


def has_readable_type(content_type: str) -> bool:
    """Return whether a Content-Type names no charset but UTF-8, in a way that can be read."""
    try:
        _kind, parameters = parse_header_parameters(content_type)
    except (ValueError, LookupError):  # it may name a charset for itself (RFC 2231)
        return False
    return parameters.get("charset", "").strip().lower() in CHARSETS


class _GuardedAnswer:
    """The parts of an answer; `close` is passed on, as WSGI asks."""

    def __init__(self, answer: Iterable[bytes]) -> None:
        self.answer = answer

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self.answer
        except Exception:
            logger.exception("An answer broke off.")
            raise AnswerBrokeOffError from None

    def close(self) -> None:
        close = getattr(self.answer, "close", None)
        if close is not None:
            try:
                close()
            except Exception:
                logger.exception("An answer could not be closed.")


def _short_answer(
    environ: dict[str, Any], start_response: Any, status: str, text: str
) -> list[bytes]:
    body = text.encode()
    start_response(
        status,
        [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            *headers_of_every_answer(is_secure=_is_secure(environ)).items(),
        ],
    )
    return [body]


def _is_secure(environ: dict[str, Any]) -> bool:
    """Return whether the visitor came by https, as Django would find out."""
    if settings.SECURE_PROXY_SSL_HEADER:
        name, value = settings.SECURE_PROXY_SSL_HEADER
        return environ.get(name) == value
    return environ.get("wsgi.url_scheme") == "https"
