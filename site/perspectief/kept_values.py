"""What is the same for all visitors until something changes, kept in the memory of this process.

A page asks dozens of times for menus, figures, labels and addresses. They are made once for each
generation (`perspectief.cache_generation`), so a change shows at once in every process. For what is
*shown* only: what decides something about a person reads its rows.
"""

import time
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar

from django.utils.translation import get_language

from perspectief.cache_generation import cache_generation

#: A change of which the shared cache was not told, because it was away, shows after this time.
SECONDS = 300
#: While somebody publishes, requests of two generations are being answered.
GENERATIONS = 2

Given = ParamSpec("Given")
Made = TypeVar("Made")


class _Generation:
    """What was made under one generation."""

    def __init__(self) -> None:
        self.values: dict[Hashable, Any] = {}
        self.ends_at = time.monotonic() + SECONDS


_generations: dict[str, _Generation] = {}
_changing = Lock()


def kept(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Call `make` once for each generation, active language and arguments.

    Args:
        make: takes few different arguments, by position, all hashable; nobody changes what it
            returns, which all requests share.
    """

    @wraps(make)
    def keep(*given: Given.args, **named: Given.kwargs) -> Made:
        if named:
            raise TypeError("arguments are given by position")
        values = _values_of(cache_generation())
        key = (make, get_language(), given)
        try:
            return values[key]
        except KeyError:
            return values.setdefault(key, make(*given, **named))

    return keep


def _values_of(generation: str) -> dict[Hashable, Any]:
    found = _generations.get(generation)
    if found is None or time.monotonic() > found.ends_at:
        found = _Generation()
        with _changing:
            _generations.pop(generation, None)
            while len(_generations) >= GENERATIONS:
                del _generations[next(iter(_generations))]
            _generations[generation] = found
    return found.values
