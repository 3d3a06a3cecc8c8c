"""What the answers of the open callbacks say, for parts and filters that columns cannot tell.

Role, kind and wishes are encrypted, so whoever wants to filter by them has to read them. Only what
is open is read, a few hundred at most on a busy day, and nothing of it is kept.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils.functional import cached_property

from perspectief.encryption import Sealed
from registration.models import Callback
from registration.rules.contact_policy import is_wished_at
from registration.rules.deadlines import DeskCalendar, is_open
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState, TaskKind


class OpenAnswers:
    """Reads the answers of all open callbacks, once, and only if a question needs them.

    Args:
        now: an aware moment.
        calendar: of the desk.
    """

    def __init__(self, now: datetime, calendar: DeskCalendar) -> None:
        self._now = now
        self._calendar = calendar

    def about(self, kind: str) -> list[int]:
        """Return the keys of the open callbacks that are about this kind of event, by its code."""
        return [pk for pk, _task, answers in self._read if answers.kind == kind]

    @cached_property
    def wished_now(self) -> list[int]:
        """The keys of the calls that people asked for at this moment.

        While the desk is closed nobody calls, and so nothing is read.
        """
        if not is_open(self._now, self._calendar):
            return []
        return [
            pk
            for pk, task, answers in self._read
            if task == TaskKind.CALL and is_wished_at(answers, self._now)
        ]

    @cached_property
    def _read(self) -> list[tuple[int, str, Answers]]:
        rows: Iterable[tuple[int, str, Sealed]] = Callback.objects.filter(
            state=CallbackState.OPEN
        ).values_list("pk", "kind", "registration__answers")
        return [(pk, task, Answers.from_stored(stored.open())) for pk, task, stored in rows]
