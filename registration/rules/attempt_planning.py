"""When to try again to reach somebody, as arithmetic. No database, no clock.

A planned moment is one at which the desk is open and that the person did not rule out. While the
promise runs, attempts are spread over the parts of the day and over days; after it, over days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from registration.rules.contact_policy import permitted_moments
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, Moment, part_at
from registration.vocabulary.answers import Answers

# So far ahead we look if the promise ends sooner, or has ended.
SEARCH_AHEAD = timedelta(days=31)
STEP_MINUTES = 15


@dataclass(frozen=True, kw_only=True)
class Rules:
    """How often we call before we leave a message, and how long we wait in between."""

    attempts: int
    between: timedelta


def plan_next(
    answers: Answers,
    made_at: Sequence[datetime],
    due_at: datetime,
    now: datetime,
    *,
    calendar: DeskCalendar,
    rules: Rules,
) -> datetime | None:
    """Return when to try again, in Dutch time on a quarter of an hour.

    Args:
        answers: of the person.
        made_at: the aware moments of the attempts so far, in order.
        due_at: the aware end of the promise.
        now: an aware moment.
        calendar: of the desk.
        rules: of the settings.

    Returns:
        None if all attempts are made, or if no permitted moment comes within a month.
    """
    if len(made_at) >= rules.attempts:
        return None
    earliest = max([now, *(at + rules.between for at in made_at[-1:])])
    return _best_before(due_at, answers, made_at, earliest, calendar, rules) or _first_after(
        answers, made_at, earliest, calendar
    )


def plan_instead(
    planned: datetime,
    answers: Answers,
    made_at: Sequence[datetime],
    due_at: datetime,
    now: datetime,
    *,
    calendar: DeskCalendar,
    rules: Rules,
) -> datetime | None:
    """Return when to try instead of at a moment at which the desk turned out to be closed.

    What somebody planned by hand is planned again too, also after the last attempt there is. It is
    never sooner than it was: the person may have heard that moment.

    Args:
        planned: the aware moment that is no longer possible.
        answers: of the person.
        made_at: the aware moments of the attempts so far, in order.
        due_at: the aware end of the promise.
        now: an aware moment.
        calendar: of the desk.
        rules: of the settings.

    Returns:
        None if no permitted moment comes within a month.
    """
    later = max(now, planned)
    by_rule = plan_next(answers, made_at, due_at, later, calendar=calendar, rules=rules)
    return by_rule or _first_after(answers, made_at, later, calendar)


def _best_before(
    due_at: datetime,
    answers: Answers,
    made_at: Sequence[datetime],
    earliest: datetime,
    calendar: DeskCalendar,
    rules: Rules,
) -> datetime | None:
    candidates = permitted_moments(answers, earliest, due_at, calendar)
    if not candidates:
        return None
    last_day = made_at[-1].astimezone(DESK_TIME_ZONE).date() if made_at else None
    parts_tried = [part_at(at) for at in made_at]
    attempts_after_it = rules.attempts - len(made_at) - 1
    preferred = set(answers.moments)

    def cost(numbered: tuple[int, Moment]) -> tuple[int, int, bool, bool, int]:
        number, moment = numbered
        room_after_it = len(candidates) - number - 1
        return (
            max(0, attempts_after_it - room_after_it),
            parts_tried.count(moment.part),
            moment.code not in preferred,
            moment.date == last_day,
            number,
        )

    _number, best = min(enumerate(candidates), key=cost)
    return _begin(best, earliest, calendar)


def _first_after(
    answers: Answers, made_at: Sequence[datetime], earliest: datetime, calendar: DeskCalendar
) -> datetime | None:
    """Return a moment on the first day that allows one, another day than that of the last attempt.

    On that day it is the part in which we tried least.
    """
    candidates = permitted_moments(answers, earliest, earliest + SEARCH_AHEAD, calendar)
    last_day = made_at[-1].astimezone(DESK_TIME_ZONE).date() if made_at else None
    candidates = [moment for moment in candidates if moment.date != last_day]
    if not candidates:
        return None
    parts_tried = [part_at(at) for at in made_at]
    best = min(candidates, key=lambda moment: (moment.date, parts_tried.count(moment.part)))
    return _begin(best, earliest, calendar)


def _begin(moment: Moment, earliest: datetime, calendar: DeskCalendar) -> datetime:
    opens_at, _closes_at = calendar.hours[moment.date.weekday()]
    opens = datetime.combine(moment.date, opens_at, DESK_TIME_ZONE)
    # In UTC: within one time zone Python compares clock faces, not time.
    begin = max(each.astimezone(UTC) for each in (moment.start, opens, earliest))
    whole = begin.replace(
        minute=begin.minute - begin.minute % STEP_MINUTES, second=0, microsecond=0
    )
    if whole < begin:
        whole += timedelta(minutes=STEP_MINUTES)
    return whole.astimezone(DESK_TIME_ZONE)
