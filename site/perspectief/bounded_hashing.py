"""Slow hashes, a bounded number at once: they take a fifth of a second of a processor on purpose.

Passwords of staff and the secret words of registrants are kept so. Whoever sends many at the same
time must not take the machine from everybody else, so what comes on top waits, and what would wait
for long is told to come back. docs/decisions/bounded-hashing.md has the sums.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

RETRY_SECONDS = 30


class TooBusyError(Exception):
    """So many hashes are being made that this one would have to wait for long."""


class Places:
    """So many may be busy at once, and so many more may wait for at most so long.

    Args:
        at_once: how many.
        waiting: how many more; each of them keeps a thread of the web server.
        seconds: how long.
    """

    def __init__(self, at_once: int, waiting: int, seconds: float) -> None:
        self._busy = BoundedSemaphore(at_once)
        self._here = BoundedSemaphore(at_once + waiting)
        self._seconds = seconds

    @contextmanager
    def one(self) -> Iterator[None]:
        """Take a place for as long as the block runs.

        Raises:
            TooBusyError: there is none.
        """
        if not self._here.acquire(blocking=False):
            raise TooBusyError
        try:
            if not self._busy.acquire(timeout=self._seconds):
                raise TooBusyError
            try:
                yield
            finally:
                self._busy.release()
        finally:
            self._here.release()


places = Places(
    settings.SLOW_HASHES_AT_ONCE, settings.SLOW_HASHES_WAITING, settings.SLOW_HASH_WAIT_SECONDS
)


class BoundedPasswordHasher(PBKDF2PasswordHasher):
    """Django's hasher, in its turn; what either has stored, both can check."""

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        """Return the hash.

        Raises:
            TooBusyError: there are too many before it.
        """
        with places.one():
            return super().encode(password, salt, iterations)


class TooBusyMiddleware:
    """Answer 503 where a view could not get its turn; it has stored nothing by then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Say so, and when to come back."""
        if not isinstance(exception, TooBusyError):
            return None
        return come_back_later(render(request, "too_busy.html", status=503))


def come_back_later(response: HttpResponse) -> HttpResponse:
    """Have a browser or program wait before it asks again."""
    response["Retry-After"] = str(RETRY_SECONDS)
    return response
