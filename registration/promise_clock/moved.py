"""Which promises have moved: the first promise of each, today's, and how it came there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Prefetch

from registration.models import Callback, PromiseMove


@dataclass(frozen=True)
class MovedPromise:
    """A promise whose deadline moved; `moves` are in the order in which they came."""

    callback: Callback
    first: datetime
    moves: Sequence[PromiseMove]

    @property
    def is_later_than_told(self) -> bool:
        """Whether the deadline is now later than the person was told."""
        return self.callback.due_at > self.callback.promised_before


def moved_promises(now: datetime, most: int) -> list[MovedPromise]:
    """Return open promises to come that moved, those that moved last first; takes two queries.

    What moved there and back again is as it was, and so is left out.

    Args:
        now: an aware moment.
        most: how many to return at most.
    """
    in_order = Prefetch("moves", PromiseMove.objects.order_by("moved_at", "pk"))
    moved = (
        Callback.objects.open()
        .filter(due_at__gt=now)
        .annotate(moved_at=Max("moves__moved_at"))
        .exclude(moved_at=None)
        .order_by("-moved_at", "pk")
        .prefetch_related(in_order)
    )
    promises = (
        MovedPromise(callback, moves[0].before, moves)
        for callback in moved[:most]
        if (moves := list(callback.moves.all()))
    )
    return [promise for promise in promises if promise.first != promise.callback.due_at]
