"""What the answers of the open callbacks say, for parts and filters that columns cannot tell.

Role, kind and wishes are encrypted, so whoever wants to filter by them has to read them. Only what
is open is read, and nothing of it is kept. Whoever asks for such a part or filter gets everybody;
a number beside a part that nobody asked for is not worth reading thousands of answers.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext

from perspectief.encryption import Sealed
from registration.models import Callback
from registration.models.callback import is_waiting_for_retry
from registration.rules.contact_policy import is_wished_at
from registration.rules.deadlines import DeskCalendar, is_open
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import TaskKind

# As many as are open in a busy week; in a disaster there are thousands.
MOST_COUNTED = 300


@dataclass(frozen=True)
class PartCount:
    """How many callbacks are in a part of the queue; not complete means: at least so many."""

    number: int
    is_complete: bool = True

    def __str__(self) -> str:
        if self.is_complete:
            return str(self.number)
        return gettext("at least %(number)s") % {"number": self.number}


class OpenAnswers:
    """Reads the answers of open callbacks, and only if a question needs them.

    Args:
        now: an aware moment.
        calendar: of the desk.
    """

    def __init__(self, now: datetime, calendar: DeskCalendar) -> None:
        self._now = now
        self._calendar = calendar

    def about(self, kind: str) -> list[int]:
        """Return the keys of the open callbacks that are about this kind of event, by its code."""
        return [pk for pk, stored in _stored(Callback.objects.open()) if _read(stored).kind == kind]

    @cached_property
    def wished_now(self) -> list[int]:
        """The keys of the calls that people asked for at this moment, and that are ours to make.

        While the desk is closed nobody calls, and so nothing is read.
        """
        if not is_open(self._now, self._calendar):
            return []
        calls = _stored(self._calls(Callback.objects.open()))
        return [pk for pk, stored in calls if self._is_wished(stored)]

    def count_wished_now(self, queue: QuerySet[Callback]) -> PartCount:
        """Return how many of the most urgent calls of `queue` were asked for at this moment."""
        if not is_open(self._now, self._calendar):
            return PartCount(0)
        calls = _stored(self._calls(queue).order_by("due_at", "pk")[: MOST_COUNTED + 1])
        number = sum(self._is_wished(stored) for _pk, stored in calls[:MOST_COUNTED])
        return PartCount(number, is_complete=len(calls) <= MOST_COUNTED)

    def _calls(self, queue: QuerySet[Callback]) -> QuerySet[Callback]:
        return queue.filter(kind=TaskKind.CALL).exclude(is_waiting_for_retry(self._now))

    def _is_wished(self, stored: Sealed) -> bool:
        return is_wished_at(_read(stored), self._now)


def _stored(callbacks: QuerySet[Callback]) -> list[tuple[int, Sealed]]:
    return list(callbacks.values_list("pk", "registration__answers"))


def _read(stored: Sealed) -> Answers:
    return Answers.from_stored(stored.open())
