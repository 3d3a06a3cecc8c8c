"""Moments at which visitors see something else although nobody saved anything.

A campaign begins or ends at such a moment. Apps that know one register a source of them; the page
cache keeps nothing beyond the next one.
"""

from collections.abc import Callable
from datetime import datetime

#: Takes an aware moment; gives the first scheduled change after it, or None.
Source = Callable[[datetime], datetime | None]

_sources: list[Source] = []


def register_source(source: Source) -> None:
    """Ask `source` as well from now on."""
    if source not in _sources:
        _sources.append(source)


def next_scheduled_change(after: datetime) -> datetime | None:
    """Return the first scheduled change after an aware moment, or None if none is known."""
    return min((moment for source in _sources if (moment := source(after))), default=None)
