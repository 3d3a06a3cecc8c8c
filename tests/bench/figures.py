"""What is measured, and how it is shown."""

import math
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Timing:
    """How fast one thing went: `per_second`, and the time in ms that 95 of 100 stayed below."""

    count: int
    per_second: float
    p95_ms: float

    def as_dict(self) -> dict[str, Any]:
        """Return the figures rounded for people."""
        return {
            "count": self.count,
            "per_second": round(self.per_second, 1),
            "p95_ms": round(self.p95_ms, 1),
        }


def timing_of(seconds: Sequence[float], whole: float) -> Timing:
    """Return the timing of things that took so long each, and together."""
    return Timing(len(seconds), len(seconds) / whole, percentile(seconds, 0.95) * 1000)


def percentile(values: Iterable[float], share: float) -> float:
    """Return the smallest of `values` that at least `share` (0 to 1) of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def timed(task: Callable[[int], None], count: int, at_once: int) -> Timing:
    """Do `task` for 0 … count-1, `at_once` side by side, and return how fast that went.

    An error in a task is raised here.
    """

    def one(number: int) -> float:
        began = time.perf_counter()
        task(number)
        return time.perf_counter() - began

    began = time.perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        seconds = list(pool.map(one, range(count)))
    return timing_of(seconds, time.perf_counter() - began)


def lines(database: str, figures: dict[str, Any]) -> list[str]:
    """Return the figures of one database as text, one line each."""
    shown = []
    for name, figure in figures.items():
        parts = [f"{key} {value}" for key, value in figure.items()]
        shown.append(f"{database:<11} {name:<22} {', '.join(parts)}")
    return shown
