"""What may be done only so often: counted in the database, exactly, however many ask at once.

Take before you try: `take` counts and checks in one statement, so that of four guesses at the same
moment with one left, one is looked at. docs/decisions/limits-in-the-database.md says why the cache
is no place for this, and what a period is.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from perspectief.client_address import client_network
from perspectief.clocks import CLOCK_DIFFERENCE
from perspectief.encryption import blind_index
from perspectief.models import LimitCount

PURGED_AT_ONCE: Final = 500

# The row is locked before its values are looked at, in SQLite as in PostgreSQL. A count that is
# full and still counts is left alone, and then nothing is returned. One that ends later than a
# right clock can have said is over too.
_COUNT_ONE_MORE: Final = """
INSERT INTO perspectief_limitcount AS kept (key, count, ends_at)
VALUES (%(key)s, 1, %(ends_at)s)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN kept.ends_at > %(now)s AND kept.ends_at <= %(latest)s
        THEN kept.count + 1 ELSE 1 END,
    ends_at = CASE WHEN kept.ends_at > %(now)s AND kept.ends_at <= %(latest)s
        THEN kept.ends_at ELSE excluded.ends_at END
WHERE kept.ends_at <= %(now)s OR kept.ends_at > %(latest)s OR kept.count < %(most)s
RETURNING key, count, ends_at
"""


@dataclass(frozen=True)
class Limit:
    """How often something may be done in a period, which begins when it is first done.

    `name` keeps its counts apart from those of other limits.
    """

    name: str
    most: int
    period: timedelta


@dataclass(frozen=True)
class Counter:
    """The count of a limit for one somebody or something."""

    limit: Limit
    key: str


class _Full(Exception):
    """A limit is reached: nothing is counted anywhere."""


class Taken:
    """What was counted for one try."""

    def __init__(self, counts: Collection[LimitCount]) -> None:
        self._counts = counts

    def count_of(self, counter: Counter) -> int:
        """Return how many it is now in the period, with this one.

        Raises:
            LookupError: this counter was not counted.
        """
        for each in self._counts:
            if each.key == counter.key:
                return each.count
        raise LookupError(counter.limit.name)

    def give_back(self) -> None:
        """Count it no longer: it was no wrong guess. In another period it does not count anyway."""
        for each in self._counts:
            same_period = LimitCount.objects.filter(key=each.key, ends_at=each.ends_at)
            same_period.filter(count__gt=0).update(count=F("count") - 1)


def counter_of(limit: Limit, value: str) -> Counter:
    """Return the counter of a value, such as a code; only its keyed hash is kept."""
    return Counter(limit, blind_index(f"limit {limit.name}", value))


def counter_of_network(limit: Limit, request: HttpRequest) -> Counter:
    """Return the counter of where a request came from.

    All whose address is not known share one: a server that tells no addresses opens nothing.
    """
    return counter_of(limit, client_network(request))


def take(counters: Collection[Counter]) -> Taken | None:
    """Count one try on every counter, or on none of them if one is full already.

    The count stays whatever becomes of the request, so it has a transaction of its own.

    Returns:
        What was counted, or None: then it must not be tried.

    Raises:
        RuntimeError: called within a transaction, which could take the count back.
        DatabaseError: it could not be counted, and must not be tried either.
    """
    now = timezone.now()
    try:
        with transaction.atomic(durable=True):
            # In one order, so that no two of these wait for each other.
            in_order = sorted(counters, key=lambda counter: counter.key)
            return Taken([_count_one_more(counter, now) for counter in in_order])
    except _Full:
        return None


def forget(counter: Counter) -> None:
    """Begin to count anew."""
    LimitCount.objects.filter(key=counter.key).delete()


def purge(now: datetime) -> int:
    """Delete the counts whose period is over; return how many.

    Args:
        now: an aware moment.
    """
    purged = 0
    while batch := _purge_batch(now):
        purged += batch
    return purged


def _count_one_more(counter: Counter, now: datetime) -> LimitCount:
    parameters = {
        "key": counter.key,
        "ends_at": now + counter.limit.period,
        "now": now,
        "latest": now + counter.limit.period + CLOCK_DIFFERENCE,
        "most": counter.limit.most,
    }
    counts = list(LimitCount.objects.raw(_COUNT_ONE_MORE, parameters))
    if not counts:
        raise _Full
    return counts[0]


@transaction.atomic
def _purge_batch(now: datetime) -> int:
    over = LimitCount.objects.filter(ends_at__lte=now)
    # One that somebody is just counting on is left for the next round; nobody waits for this.
    keys = over.select_for_update(skip_locked=True).values_list("key", flat=True)[:PURGED_AT_ONCE]
    deleted, _per_model = LimitCount.objects.filter(key__in=list(keys)).delete()
    return deleted
