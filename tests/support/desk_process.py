"""A colleague of the desk in a process of its own, for tests of who wins when two act at once.

Run as `python -m tests.support.desk_process`: it reads one line of JSON with the user, what to do,
and the callbacks; says that it is ready; reads the moment to begin; and answers which it won.
"""

import json
import sys
import time
from collections.abc import Callable

import django

# So long a process has for one callback: all begin with the next one at the same moment.
SECONDS_PER_ROUND = 0.06


def main() -> None:
    """Do what standard input says."""
    django.setup()
    from django.contrib.auth import get_user_model
    from django.db import connection

    from registration.casework import attempts, claims
    from registration.vocabulary.callbacks import AttemptResult

    order = json.loads(sys.stdin.readline())
    people = get_user_model()._default_manager
    user = people.get(pk=order["user"])
    colleague = people.filter(pk=order.get("colleague")).first()
    verbs: dict[str, Callable[[int], object]] = {
        "claim": lambda number: claims.claim(number, user),
        # That the person called us can be recorded whenever the tests run.
        "reach": lambda number: attempts.record_attempt(number, user, AttemptResult.CALLED_US),
        "hand over": lambda number: claims.reassign(number, user, colleague),
    }
    connection.ensure_connection()
    print("ready", flush=True)
    start = float(sys.stdin.readline())
    won = []
    for turn, number in enumerate(order["callbacks"]):
        while time.time() < start + turn * SECONDS_PER_ROUND:
            time.sleep(0)
        try:
            verbs[order["verb"]](number)
            won.append(number)
        except (claims.AlreadyClaimedError, claims.NotClaimedError, claims.NotAllowedError):
            continue
    print(json.dumps(won), flush=True)


if __name__ == "__main__":
    main()
