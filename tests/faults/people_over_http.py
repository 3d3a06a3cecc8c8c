"""People who register at the real web server, and press again as long as it is away."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException

from tests.bench.journey import register
from tests.bench.visitors import Answer, HttpVisitor, Values
from tests.faults.many import MANY
from tests.support.waiting import PATIENCE_SECONDS

AT_ONCE = 4
PAUSE = 0.2  # seconds until somebody presses again


class InsistentVisitor(HttpVisitor):
    """Somebody who presses again until there is an answer; `troubles` says what they met."""

    def __init__(self, port: int, address: str, troubles: list[str]) -> None:
        super().__init__(port, address)
        self._troubles = troubles

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._insist(f"GET {path}", lambda: HttpVisitor.get(self, path))

    def post(self, path: str, values: Values) -> Answer:
        """Send a form."""
        return self._insist(f"POST {path}", lambda: HttpVisitor.post(self, path, values))

    def _insist(self, what: str, ask: Callable[[], Answer]) -> Answer:
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                answer = ask()
                if answer.status < 500:
                    return answer
                trouble = str(answer.status)
            except (OSError, HTTPException) as error:
                self.close()
                trouble = type(error).__name__
            self._troubles.append(f"{what}: {trouble}")
            assert time.monotonic() < end, self._troubles[-5:]
            time.sleep(PAUSE)


class Registrants:
    """Several at once, each from a network address of their own, until all were thanked."""

    def __init__(self, port: int, count: int = MANY) -> None:
        self.thanked: list[str] = []
        self.troubles: list[str] = []
        self.went_wrong: list[str] = []
        self._port = port
        self._left = list(range(count))
        self._threads = [threading.Thread(target=self._register) for _ in range(AT_ONCE)]

    @property
    def are_busy(self) -> bool:
        """Whether somebody is still at it."""
        return any(thread.is_alive() for thread in self._threads)

    def start(self) -> None:
        """Let them begin."""
        for thread in self._threads:
            thread.start()

    def finish(self) -> None:
        """Wait until the last one was thanked."""
        for thread in self._threads:
            thread.join()
        assert self.went_wrong == []

    def _register(self) -> None:
        while self._left:
            try:
                number = self._left.pop()
            except IndexError:  # another took the last
                return
            street, house = divmod(number, 250)
            visitor = InsistentVisitor(self._port, f"127.1.{street}.{house + 1}", self.troubles)
            try:
                register(visitor, number)
                self.thanked.append(f"noor{number}@example.org")
            except Exception as error:  # noqa: BLE001 - told where the others are waited for
                self.went_wrong.append(f"{type(error).__name__}: {error}")
            finally:
                visitor.close()


@contextmanager
def people_registering(port: int) -> Iterator[Registrants]:
    """Let people register while the block runs, and until all of them were thanked."""
    people = Registrants(port)
    people.start()
    try:
        yield people
    finally:
        people.finish()
