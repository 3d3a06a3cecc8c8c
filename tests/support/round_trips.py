"""What is asked of the cache: each call is a round trip, whatever calls it makes itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.cache import caches

METHODS = ("get", "set", "add", "get_many", "set_many", "delete", "incr", "touch")


@contextmanager
def noted_round_trips() -> Iterator[list[str]]:
    """Give a list to which the key of each call is added, as text."""
    kind = type(caches["default"])
    asked: list[str] = []
    is_within = False

    def noting(method: Callable[..., Any]) -> Callable[..., Any]:
        def ask(self: Any, key: Any, *rest: Any, **named: Any) -> Any:
            nonlocal is_within
            if is_within:
                return method(self, key, *rest, **named)
            asked.append(str(key))
            is_within = True
            try:
                return method(self, key, *rest, **named)
            finally:
                is_within = False

        return ask

    originals = {name: getattr(kind, name) for name in METHODS}
    try:
        for name, original in originals.items():
            setattr(kind, name, noting(original))
        yield asked
    finally:
        for name, original in originals.items():
            setattr(kind, name, original)
