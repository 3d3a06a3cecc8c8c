"""How much time of a processor each page takes: a figure that a busy machine changes little."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.cache import caches
from django.test import Client

from tests.bench.figures import percentile
from tests.bench.journey import LANDING, STEPS, THANK_YOU, register
from tests.bench.visitors import Answer, Values

#: A step is shown or stored; the last of these sends, and hashes the secret words.
SENDING = f"POST {STEPS[-1][0]}"


@dataclass
class TimedVisitor:
    """A visitor within this process who notes the seconds of processor time of each request."""

    client: Client
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._timed(f"GET {path}", lambda: self.client.get(path))

    def post(self, path: str, values: Values) -> Answer:
        """Send a form."""
        return self._timed(f"POST {path}", lambda: self.client.post(path, values))

    def _timed(self, name: str, ask: Callable[[], Any]) -> Answer:
        began = time.process_time()
        response = ask()
        self.seconds.setdefault(name, []).append(time.process_time() - began)
        return Answer(
            response.status_code,
            response.content.decode(),
            response.headers.get("Location", ""),
        )


def processor_times(home: str, requests: int, registrations: int) -> dict[str, Any]:
    """Return the milliseconds of a page that is made anew, of the slowest step, and of sending.

    Each is the median of its requests. A step is a page shown or answers stored.

    Args:
        home: an address of the front page that is not kept.
        requests: how often it is asked for.
        registrations: how many are sent.
    """
    seconds: dict[str, list[float]] = {}
    visitor = TimedVisitor(Client(SERVER_NAME="localhost"), seconds)
    for _turn in range(requests):
        visitor.get(home)
    for number in range(registrations):
        client = Client(SERVER_NAME="localhost")
        client.get(LANDING)  # the first request of a client starts the site anew
        register(TimedVisitor(client, seconds), 2_000_000 + number)
    medians = {name: percentile(each, 0.5) * 1000 for name, each in seconds.items()}
    home_ms, sending_ms = medians.pop(f"GET {home}"), medians.pop(SENDING)
    for beside in (f"GET {LANDING}", f"GET {THANK_YOU}"):
        medians.pop(beside)
    return {
        "home_ms": round(home_ms, 1),
        "slowest_step_ms": round(max(medians.values()), 1),
        "sending_ms": round(sending_ms, 1),
    }


def round_trips(path: str) -> int:
    """Return how often a page asks the cache, once what it needs is kept."""
    client = Client(SERVER_NAME="localhost")
    for _turn in range(2):
        client.get(path)
    asked: list[str] = []
    kind = type(caches["default"])
    originals = {name: getattr(kind, name) for name in ("get", "set", "add", "get_many")}
    try:
        for name, original in originals.items():
            setattr(kind, name, _noting(original, asked))
        client.get(path)
    finally:
        for name, original in originals.items():
            setattr(kind, name, original)
    return len(asked)


def _noting(original: Callable[..., Any], asked: list[str]) -> Callable[..., Any]:
    def ask(self: Any, key: Any, *rest: Any, **named: Any) -> Any:
        asked.append(str(key))
        return original(self, key, *rest, **named)

    return ask
