"""Slow hashes as on the real site; other tests use a fast one."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from perspectief import bounded_hashing
from perspectief.bounded_hashing import Places


@contextmanager
def places_taken() -> Iterator[None]:
    """Have somebody else hash all the time, so that nobody gets a turn."""
    places = Places(at_once=1, waiting=0, seconds=0)
    with patch.object(bounded_hashing, "places", places), places.one():
        yield
