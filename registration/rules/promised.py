"""What is promised to a person, as far as it can be kept. Screens, mails and own page ask this.

A day is only named if it is still to come and somebody may call before its end. Whoever rules out
all times until then is promised a later day: as long after the first time that is left as anybody
waits. Where none can be named, it is known why, and the desk's coordinator decides about what
stands in the way.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Self

from registration.rules import deadlines
from registration.rules.contact_policy import (
    ContactPolicy,
    is_ruled_out,
    is_ruled_out_at,
    permitted_moments,
)
from registration.rules.deadlines import DeskCalendar, Moment, is_open, offered_moments
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import TaskKind

# So far ahead we look for a moment to call where the promise leaves none; if none comes by then,
# no day is promised and the coordinator decides.
SEARCH_AHEAD = timedelta(days=14)


class Obstacle(StrEnum):
    """Why no day can be named."""

    RULED_OUT = "ruled_out"
    NO_WAY = "no_way"
    OVER = "over"


@dataclass(frozen=True, kw_only=True)
class Promised:
    """What may be told of a promise: a moment to name, or why there is none.

    `task_kind` is a code of `TaskKind`. `not_before` is the beginning of the first part of a day in
    which calling is allowed, where all that come within the ordinary promise were ruled out.
    """

    task_kind: str
    before: datetime | None = None
    obstacle: Obstacle | None = None
    not_before: datetime | None = None

    @property
    def needs_decision(self) -> bool:
        """Whether the coordinator decides: only what was ruled out or is forbidden is left."""
        return self.obstacle in {Obstacle.RULED_OUT, Obstacle.NO_WAY}

    def to_stored(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        return {
            "task_kind": str(self.task_kind),
            "before": self.before.isoformat() if self.before else None,
            "obstacle": self.obstacle.value if self.obstacle else None,
            "not_before": self.not_before.isoformat() if self.not_before else None,
        }

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> Self:
        """Read it back."""
        before, not_before = stored["before"], stored["not_before"]
        return cls(
            task_kind=stored["task_kind"],
            before=datetime.fromisoformat(before) if before else None,
            obstacle=Obstacle(stored["obstacle"]) if stored["obstacle"] else None,
            not_before=datetime.fromisoformat(not_before) if not_before else None,
        )


def promise_to_make(
    answers: Answers,
    policy: ContactPolicy,
    due_at: datetime,
    now: datetime,
    calendar: DeskCalendar,
) -> Promised:
    """Return what to promise now; where it is a later day than `due_at`, the desk keeps that day.

    Args:
        answers: of the person.
        policy: what the answers permit.
        due_at: the aware end of the promise as it is made to anybody, or was made before.
        now: an aware moment.
        calendar: of the desk.

    Raises:
        ValueError: `due_at` or `now` is naive.
    """
    told = promised(answers, policy, due_at, now, calendar)
    if told.obstacle is not Obstacle.RULED_OUT or told.not_before is None or due_at <= now:
        return told
    before = deadlines.due_at(counts_from(told.not_before), calendar)
    return replace(told, obstacle=None, before=before)


def counts_from(not_before: datetime) -> datetime:
    """Return from when a later promise counts: the end of the first part of a day that is left.

    Args:
        not_before: the aware beginning of that part.
    """
    day = not_before.astimezone(deadlines.DESK_TIME_ZONE).date()
    return Moment(day, deadlines.part_at(not_before)).end


def promised(
    answers: Answers,
    policy: ContactPolicy,
    due_at: datetime,
    now: datetime,
    calendar: DeskCalendar,
) -> Promised:
    """Return what may be told of the promise that was made to get in touch before `due_at`.

    Args:
        answers: of the person.
        policy: what the answers permit.
        due_at: the aware end of the promise.
        now: an aware moment.
        calendar: of the desk.

    Raises:
        ValueError: `due_at` or `now` is naive.
    """
    kind = policy.task_kind
    if not policy.has_permitted_way:
        return Promised(task_kind=kind, obstacle=Obstacle.NO_WAY)
    is_call = kind == TaskKind.CALL
    if is_call and _is_all_ruled_out(answers, now, due_at, calendar):
        not_before = _first_start(answers, now, calendar)
        return Promised(task_kind=kind, obstacle=Obstacle.RULED_OUT, not_before=not_before)
    if due_at <= now:
        return Promised(task_kind=kind, obstacle=Obstacle.OVER)
    ordinary = deadlines.due_at(now, calendar)
    if is_call and ordinary < due_at and _is_all_ruled_out(answers, now, ordinary, calendar):
        not_before = _first_start(answers, now, calendar)
        return Promised(task_kind=kind, before=due_at, not_before=not_before)
    return Promised(task_kind=kind, before=due_at)


def too_late(told: Promised) -> Promised:
    """Return what may be told of a promise once the day that was named is over."""
    if told.before is None:
        return told
    return Promised(task_kind=told.task_kind, obstacle=Obstacle.OVER)


def first_permitted(answers: Answers, now: datetime, calendar: DeskCalendar) -> Moment | None:
    """Return the first part of a day in which we may call; None if none comes in two weeks."""
    moments = permitted_moments(answers, now, now + SEARCH_AHEAD, calendar)
    return moments[0] if moments else None


def _first_start(answers: Answers, now: datetime, calendar: DeskCalendar) -> datetime | None:
    first = first_permitted(answers, now, calendar)
    return first.start if first else None


def _is_all_ruled_out(
    answers: Answers, now: datetime, due_at: datetime, calendar: DeskCalendar
) -> bool:
    if due_at <= now:  # what is overdue is done in the first moment that there is
        return bool(answers.avoid) and first_permitted(answers, now, calendar) is None
    offered = offered_moments(now, due_at, calendar)
    if offered:
        return all(is_ruled_out(answers, moment) for moment in offered)
    # What is left of the last part of a day is too short to offer, and long enough to call.
    return is_open(now, calendar) and is_ruled_out_at(answers, now)
