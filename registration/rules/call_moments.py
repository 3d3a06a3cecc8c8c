"""When somebody may and wants to be called, seen from one moment. No database, no clock.

That there is no call is a value of its own, and so is every reason why a wish cannot be followed:
nobody guesses it from something that is missing.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from registration.rules.contact_policy import (
    ContactPolicy,
    is_ruled_out,
    is_ruled_out_at,
    is_wished_at,
    permitted_moments,
    preferred_moments,
    wished_moments,
)
from registration.rules.deadlines import DeskCalendar, Moment, is_open
from registration.rules.promised import SEARCH_AHEAD
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.moments import ANY_TIME


class NoMoments(Enum):
    """Why a callback has no moments at which the person is called."""

    OTHER_TASK = "a letter or an e-mail was promised"
    NO_NUMBER = "a call was promised, and there is no number to call"
    GOES_THROUGH_OTHERS = "a contact person or a professional is called, who ruled out nothing"


class Wish(Enum):
    """What can be done with the moments that somebody prefers."""

    NONE = "any moment is fine"
    NOW = "it is now"
    LATER = "it is still to come"
    PASSED = "it is over"
    RULED_OUT = "it was ruled out as well"
    DESK_CLOSED = "the desk is closed then"


@dataclass(frozen=True, kw_only=True)
class CallMoments:
    """When somebody may and wants to be called, seen from one moment.

    `ruled_out_now` and `desk_closed_now` say why nobody may call at this moment; `next_permitted`
    is the first part of a day after this in which calling is allowed, if there is any within two
    weeks; `next_preferred` the first such part that the person asked for.
    """

    ruled_out_now: bool
    desk_closed_now: bool
    wish: Wish
    next_preferred: Moment | None
    next_permitted: Moment | None

    @property
    def may_call_now(self) -> bool:
        """Whether calling is allowed at this moment."""
        return not (self.ruled_out_now or self.desk_closed_now)


def when_to_call(
    kind: str, answers: Answers, policy: ContactPolicy, now: datetime, calendar: DeskCalendar
) -> CallMoments | NoMoments:
    """Return when the person of a callback may be called, or why there are no moments for it.

    Args:
        kind: what was promised, a code of `TaskKind`.
        answers: of the person.
        policy: what the answers permit.
        now: an aware moment.
        calendar: of the desk.

    Raises:
        ValueError: no such kind of task.
    """
    match TaskKind(kind):
        case TaskKind.CALL:
            return call_moments(answers, now, calendar) if policy.may_call else NoMoments.NO_NUMBER
        case TaskKind.LETTER | TaskKind.MAIL:
            return NoMoments.OTHER_TASK
        case TaskKind.CONTACT | TaskKind.REFERRAL:
            return NoMoments.GOES_THROUGH_OTHERS


def call_moments(answers: Answers, now: datetime, calendar: DeskCalendar) -> CallMoments:
    """Return when this person may be called.

    Outside opening hours nobody calls: people were never asked whether that is safe.

    Args:
        answers: of the person.
        now: an aware moment.
        calendar: of the desk.
    """
    is_closed = not is_open(now, calendar)
    permitted = permitted_moments(answers, now, now + SEARCH_AHEAD, calendar)
    # While the desk is closed, also the part of the day that it is now begins later.
    later = [moment for moment in permitted if is_closed or moment.start > now]
    wished = wished_moments(answers)
    wished_later = [moment for moment in later if moment in wished]
    return CallMoments(
        ruled_out_now=is_ruled_out_at(answers, now),
        desk_closed_now=is_closed,
        wish=_wish(answers, now, is_closed=is_closed, comes_later=bool(wished_later)),
        next_preferred=wished_later[0] if wished_later else None,
        next_permitted=later[0] if later else None,
    )


def _wish(answers: Answers, now: datetime, *, is_closed: bool, comes_later: bool) -> Wish:
    if not is_closed and is_wished_at(answers, now):
        return Wish.NOW
    if comes_later:
        return Wish.LATER
    if ANY_TIME in answers.moments or not answers.moments:
        return Wish.NONE
    ahead = [moment for moment in preferred_moments(answers) if moment.end > now]
    if not ahead:
        return Wish.PASSED
    all_ruled_out = all(is_ruled_out(answers, moment) for moment in ahead)
    return Wish.RULED_OUT if all_ruled_out else Wish.DESK_CLOSED
