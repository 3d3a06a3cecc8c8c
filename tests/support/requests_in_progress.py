"""Requests that the live server is still answering when a test is over.

A browser that is closed does not stop the server: what it had asked for would be written into the
database of the next test, or meet the tables while they are emptied.
"""

import threading

from django.core.signals import request_finished, request_started

PATIENCE_SECONDS = 30.0


class RequestsInProgress:
    """Counts the requests of all threads but the one that tests, which waits for its own."""

    def __init__(self) -> None:
        self._threads: set[int] = set()
        self._changed = threading.Condition()

    def watch(self) -> None:
        """Begin to count."""
        request_started.connect(self._on_start)
        request_finished.connect(self._on_finish)

    def wait_for_none(self) -> None:
        """Return when every request is answered, or after a while: then it hangs."""
        with self._changed:
            self._changed.wait_for(lambda: not self._threads, PATIENCE_SECONDS)
            self._threads.clear()

    def _on_start(self, **_: object) -> None:
        if threading.current_thread() is not threading.main_thread():
            with self._changed:
                self._threads.add(threading.get_ident())

    def _on_finish(self, **_: object) -> None:
        with self._changed:
            self._threads.discard(threading.get_ident())
            self._changed.notify_all()


requests_in_progress = RequestsInProgress()
