"""How much time of a processor each page takes: a figure that a busy machine changes little."""

import time
from typing import Any

from django.test import Client

from tests.bench.figures import percentile
from tests.bench.journey import LANDING, STEPS, THANK_YOU, register
from tests.bench.visitors import CountingVisitor, Stopwatch
from tests.support.round_trips import noted_round_trips

#: A step is shown or stored; the last of these sends, and hashes the secret words.
SENDING = f"POST {STEPS[-1][0]}"


def processor_times(home: str, requests: int, registrations: int) -> dict[str, Any]:
    """Return the milliseconds of a page that is made anew, of the slowest step, and of sending.

    Each is the median of its requests. A step is a page shown or answers stored.

    Args:
        home: an address of the front page that is not kept.
        requests: how often it is asked for.
        registrations: how many are sent.
    """
    seconds: dict[str, list[float]] = {}
    visitor = _timed(seconds)
    for _turn in range(requests):
        visitor.get(home)
    for number in range(registrations):
        register(_timed(seconds), 2_000_000 + number)
    medians = {name: percentile(each, 0.5) * 1000 for name, each in seconds.items()}
    home_ms, sending_ms = medians.pop(f"GET {home}"), medians.pop(SENDING)
    for beside in (f"GET {LANDING}", f"GET {THANK_YOU}"):
        medians.pop(beside)
    return {
        "home_ms": round(home_ms, 1),
        "slowest_step_ms": round(max(medians.values()), 1),
        "sending_ms": round(sending_ms, 1),
    }


def _timed(seconds: dict[str, list[float]]) -> Stopwatch:
    client = Client(SERVER_NAME="localhost")
    client.get(LANDING)  # the first request of a client starts the site anew
    return Stopwatch(CountingVisitor(client), time.process_time, seconds)


def round_trips(path: str) -> int:
    """Return how often a page asks the cache, once what it needs is kept."""
    client = Client(SERVER_NAME="localhost")
    for _turn in range(2):
        client.get(path)
    with noted_round_trips() as asked:
        client.get(path)
    return len(asked)
