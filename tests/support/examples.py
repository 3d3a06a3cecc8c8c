"""A few examples of each test, for runs in which all of them would take too long."""

from collections import defaultdict
from zlib import crc32

import pytest


def leave_out_examples(config: pytest.Config, items: list[pytest.Item], most: int) -> None:
    """Keep every test function with `most` of its examples, always the same ones.

    They are drawn by a checksum of their names, so that each language gets its share. A test that
    is marked with `every_example` keeps all of them.

    Args:
        config: hears what is left out.
        items: what was collected; shortened in place.
        most: how many examples of one function stay.
    """
    by_function: dict[str, list[str]] = defaultdict(list)
    for item in items:
        by_function[_function(item)].append(item.nodeid)
    kept = {name for names in by_function.values() for name in sorted(names, key=_lot)[:most]}
    kept |= {item.nodeid for item in items if item.get_closest_marker("every_example")}
    leave_out(config, items, [item for item in items if item.nodeid not in kept])


def leave_out(config: pytest.Config, items: list[pytest.Item], others: list[pytest.Item]) -> None:
    """Take `others` out of what was collected, and say so."""
    config.hook.pytest_deselected(items=others)
    left_out = {id(item) for item in others}
    items[:] = [item for item in items if id(item) not in left_out]


def _function(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


def _lot(name: str) -> int:
    return crc32(name.encode())
