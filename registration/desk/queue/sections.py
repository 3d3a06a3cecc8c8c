"""The parts of the queue: what each shows, and how many callbacks are in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Count, Q, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from registration.desk.queue.open_answers import OpenAnswers, PartCount
from registration.models import Callback
from registration.models.callback import claim_has_lapsed, is_free, is_waiting_for_retry
from registration.rules.deadlines import DESK_TIME_ZONE, midnights_of


class QueuePart(TextChoices):
    """A part of the queue, as a tab above the list."""

    ALL = "all", _("All open")
    OVERDUE = "overdue", _("Overdue")
    TODAY = "today", _("Due today")
    WISHED_NOW = "now", _("Preferred moment now")
    MINE = "mine", _("Taken by me")
    UNCLAIMED = "unclaimed", _("Not taken yet")
    RETRY = "retry", _("Waiting for another attempt")
    COORDINATOR = "coordinator", _("The coordinator decides")


@dataclass(frozen=True)
class Viewpoint:
    """Who looks at the queue (None: a preview), and when: `now` is an aware moment."""

    user: User | None
    now: datetime
    open_answers: OpenAnswers


def is_late(now: datetime) -> Q:
    """Return the condition that a promise was broken: its time passed without any attempt."""
    return Q(due_at__lt=now, first_attempt_at=None)


def condition_of(part: QueuePart, view: Viewpoint) -> Q:
    """Return which open callbacks are in a part of the queue."""
    now = view.now
    match part:
        case QueuePart.OVERDUE:
            return is_late(now)
        case QueuePart.TODAY:
            midnight, next_midnight = midnights_of(now.astimezone(DESK_TIME_ZONE).date())
            # What was tried keeps its promise: it waits for a retry, not for today.
            return Q(due_at__gte=midnight, due_at__lt=next_midnight, first_attempt_at=None)
        case QueuePart.WISHED_NOW:
            return Q(pk__in=view.open_answers.wished_now)
        case QueuePart.MINE:
            return Q(claimed_by=view.user) & ~claim_has_lapsed(now)
        case QueuePart.UNCLAIMED:
            return is_free(now)
        case QueuePart.RETRY:
            return is_waiting_for_retry(now)
        case QueuePart.COORDINATOR:
            return Q(needs_coordinator=True)
    return Q()


def count_parts(queue: QuerySet[Callback], view: Viewpoint) -> Mapping[str, PartCount]:
    """Return how many callbacks of `queue` are in each part.

    One query counts what columns tell. Of a part that answers tell, it counts among the most
    urgent ones only.
    """
    told_by_columns = [part for part in QueuePart if part != QueuePart.WISHED_NOW]
    # Joins and the order of the list would only cost time here.
    numbers = (
        queue.order_by()
        .select_related(None)
        .aggregate(
            **{
                part.value: Count("pk", filter=condition) if condition else Count("pk")
                for part in told_by_columns
                for condition in [condition_of(part, view)]
            }
        )
    )
    return {
        **{part: PartCount(number) for part, number in numbers.items()},
        QueuePart.WISHED_NOW.value: view.open_answers.count_wished_now(queue),
    }
