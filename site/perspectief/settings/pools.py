"""The pool of connections to PostgreSQL that each process of a web server has.

It keeps connections open, and makes no more than the process has threads for. Tests use it too.
"""

from typing import Any


def of_threads(threads: int) -> dict[str, Any]:
    """Return the settings of a pool with at most one connection for each thread.

    A request waits for the database a few seconds, also for one that is starting again; what is
    tried in vain then begins anew with the next request, instead of ever longer pauses.
    """
    return {
        "min_size": 1,
        "max_size": threads,
        "timeout": 10,  # seconds, as are the next
        "max_idle": 300,
        "reconnect_timeout": 4,
    }
