"""What will no longer hold once the desk says that two registrations are of one person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from registration.casework.follow_up import is_agreed
from registration.casework.matching import Match
from registration.casework.merging import plan_of_both
from registration.models import Callback
from registration.rules.contact_policy import may_call_at, permitted_moments
from registration.rules.deadlines import DeskCalendar, Moment
from registration.rules.promised import SEARCH_AHEAD
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState, TaskKind


@dataclass(frozen=True)
class PlanThatEnds:
    """A call that was agreed with somebody, or that we planned, and that will not be made then."""

    number: int
    at: datetime
    is_agreed: bool


@dataclass(frozen=True)
class AfterMerging:
    """What follows from a yes: the plans that end, and the moments at which we may still call.

    `left` are those before the end of a promise that still runs, else of two weeks; where there
    are none, `later` is the first after that end, if one comes in two weeks.
    """

    ends: list[PlanThatEnds]
    left: list[Moment]
    later: Moment | None


def after_merging(
    callback: Callback,
    matches: list[Match],
    permitted: Answers,
    now: datetime,
    calendar: DeskCalendar,
) -> Mapping[int, AfterMerging]:
    """Return what a yes would mean, by the number of each other one of which that is undecided.

    Args:
        callback: open, with its registration; nothing follows where nobody is called.
        matches: of that registration.
        permitted: its answers with what counts: also what each of these others rules out.
        now: an aware moment.
        calendar: of the desk.
    """
    if callback.kind != TaskKind.CALL:
        return {}
    undecided = [each for each in matches if each.is_same is None and each.is_open]
    numbers = [each.number for each in undecided]
    rows = Callback.objects.filter(registration__in=numbers, state=CallbackState.OPEN)
    others = {row.registration_id: row for row in rows.select_related("registration")}
    return {
        each.number: _after(callback, others[each.number], each, permitted, now, calendar)
        for each in undecided
        if each.number in others
    }


def _after(
    callback: Callback,
    other: Callback,
    match: Match,
    permitted: Answers,
    now: datetime,
    calendar: DeskCalendar,
) -> AfterMerging:
    both = (callback, other)
    goes_on = both if match.will_close is None else (plan_of_both(*both),)
    ends = [
        PlanThatEnds(each.registration_id, planned, is_agreed(each))
        for each in both
        if (planned := each.next_attempt_at) is not None and planned > now
        if each not in goes_on or not may_call_at(permitted, planned, calendar)
    ]
    promised = [each.due_at for each in both if each.first_attempt_at is None and each.due_at > now]
    left = permitted_moments(permitted, now, min(promised, default=now + SEARCH_AHEAD), calendar)
    ahead = [] if left else permitted_moments(permitted, now, now + SEARCH_AHEAD, calendar)
    return AfterMerging(ends, left, next(iter(ahead), None))
