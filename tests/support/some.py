"""A loop over nothing asserts nothing."""

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def some(items: Iterable[T]) -> list[T]:
    """Return what a test looks at one by one.

    Raises:
        AssertionError: there is nothing, so the test would pass whatever the code does.
    """
    found = list(items)
    assert found, "There is nothing to look at."
    return found
