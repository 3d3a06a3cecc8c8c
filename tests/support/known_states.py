"""Names for the states of the database that many tests begin in.

The site keeps what it makes of a state under the name of its generation, and a test begins in the
same few states as hundreds of others: just migrated, with the demo, with what a factory planted.
Under a name that each state always has, menus, labels and addresses are made once in a process. The
first change that a test makes itself begins a generation without a known name, as on a real site.
"""

from django.core.cache import cache

from perspectief import kept_values
from perspectief.cache_generation import GENERATION_KEY

MIGRATED = "as-migrated"
WITH_DEMO = "with-the-demo"
#: So many states are kept at once; a real site has one, and a second while it changes.
STATES = 64
#: Tests travel through years, and each state is as it was.
FOREVER = float("inf")


def keep_states() -> None:
    """Have the site keep what it makes of each state, until the process ends."""
    kept_values.GENERATIONS = STATES
    kept_values.SECONDS = FOREVER


def begin_in(state: str) -> None:
    """Say that the database is in `state`; before a test."""
    cache.set(GENERATION_KEY, state, None)


def known_state() -> str:
    """Return the state that the database is in, "" if a test changed something."""
    name = str(cache.get(GENERATION_KEY) or "")
    return name if name.startswith((MIGRATED, WITH_DEMO)) else ""


def add_to(state: str, planted: str) -> None:
    """Say what was planted since `state`; nothing if that is not known."""
    if state:
        begin_in(f"{state}+{planted}")
