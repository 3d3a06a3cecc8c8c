"""Waiting for something that happens elsewhere, for no longer than it takes."""

import time
from collections.abc import Callable

PATIENCE_SECONDS = 120.0
PAUSE_SECONDS = 0.05


def wait_until(
    condition: Callable[[], bool],
    seconds: float = PATIENCE_SECONDS,
    *,
    pause: float = PAUSE_SECONDS,
    explain: Callable[[], str] = lambda: "waited in vain",
) -> None:
    """Return as soon as `condition` holds.

    Args:
        condition: looks anew each time.
        seconds: how long it may take; a busy machine is slow.
        pause: seconds between two looks.
        explain: says what is wrong when it took longer.

    Raises:
        AssertionError: it does not hold within `seconds`.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, explain()
        time.sleep(pause)
