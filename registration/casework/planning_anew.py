"""What was planned follows what is permitted now, and what another rules out is decided about.

The plan of which a person reads follows what they gave themselves, and what the desk decided to be
theirs. Where another who may be the same forbids it, the plan stays and the coordinator decides:
nobody calls at such a moment, and no page tells that there is another.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from perspectief.encryption import DecryptionError
from registration.casework.contact_answers import contact_answers_of, contact_answers_of_each
from registration.casework.desk_calendar import current_calendar
from registration.casework.follow_up import (
    attempt_rules,
    ended_in_contact,
    is_agreed,
    unanswered_calls,
)
from registration.casework.matching import bound_registrations
from registration.casework.wrong_ways import way_of_kind, wrong_ways_of, wrong_ways_of_each
from registration.mail.senders import neutral_mail_available
from registration.models import Callback, Registration
from registration.rules.attempt_planning import plan_instead
from registration.rules.contact_policy import (
    ContactPolicy,
    is_ruled_out_at,
    may_call_at,
    policy_for,
)
from registration.rules.deadlines import DeskCalendar
from registration.rules.promised import promised
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState


@dataclass(frozen=True)
class Counted:
    """What counts of somebody's answers, without what turned out wrong.

    `told` is for what they read: what they gave, and what was decided to be theirs. `permitted` is
    for what the desk does: also what another one forbids who may be the same.
    """

    told: Answers
    permitted: Answers


def leads_to(answers: Answers) -> tuple[str, ...]:
    """Return what is done at the planned moment, with which number or address, and whose it is."""
    kind = _policy_for(answers).task_kind
    way = way_of_kind(kind, answers)
    return (kind, way, answers.phone_note, answers.for_whom, answers.who_to_call)


def needs_decision(
    callback: Callback, permitted: Answers, now: datetime, calendar: DeskCalendar
) -> bool:
    """Return whether a promise or a plan cannot be kept, so that the coordinator decides.

    Args:
        callback: with its promise.
        permitted: its answers with what counts, without what turned out wrong.
        now: an aware moment.
        calendar: of the desk.
    """
    planned = callback.next_attempt_at
    if planned is not None and is_ruled_out_at(permitted, planned):
        return True
    policy = _policy_for(permitted)
    return promised(permitted, policy, callback.due_at, now, calendar).needs_decision


def is_only_of_another(
    callback: Callback, counted: Counted, now: datetime, calendar: DeskCalendar
) -> bool:
    """Return whether the coordinator decides because of another who may be the same, and no more.

    Args:
        callback: about which the coordinator decides.
        counted: of its answers.
        now: an aware moment.
        calendar: of the desk.
    """
    of_both = needs_decision(callback, counted.permitted, now, calendar)
    return of_both and not needs_decision(callback, counted.told, now, calendar)


def counted_of(registration: Registration, own: Answers) -> Counted:
    """Return what counts of one registration.

    Args:
        registration: with its hashes as they are stored.
        own: its answers, without what turned out wrong.
    """
    return Counted(
        told=contact_answers_of(registration, own, only_decided=True),
        permitted=contact_answers_of(registration, own),
    )


def keep_plan_to(
    callback: Callback,
    counted: Counted,
    led_to: tuple[str, ...],
    now: datetime,
    calendar: DeskCalendar,
) -> bool:
    """Let an open callback do only what is permitted; the caller saves it.

    What is planned or agreed stays, unless it leads elsewhere now or to a moment at which nobody
    may call: then what we planned is planned anew, and what was agreed has to be agreed again
    (`follow_up.must_agree_again`).

    Args:
        callback: locked, with its registration.
        counted: of its answers.
        led_to: what `leads_to` returned until now, of what was told.
        now: an aware moment.
        calendar: of the desk.

    Returns:
        Whether the coordinator decides, because nothing permitted is left, or what is planned is
        not permitted by another who may be the same.
    """
    told, permitted = counted.told, counted.permitted
    callback.kind = _policy_for(permitted).task_kind
    planned = callback.next_attempt_at
    if planned is not None and leads_to(told) != led_to:
        callback.next_attempt_at = None
    elif planned is not None and not may_call_at(told, planned, calendar):
        callback.next_attempt_at = planned_instead(callback, planned, permitted, now, calendar)
    return needs_decision(callback, permitted, now, calendar)


@contextmanager
def planning_anew_who_may_be_same(registration: Registration, now: datetime) -> Iterator[None]:
    """Let the plans of other open registrations follow a change that is stored inside.

    They are those of which the desk keeps to what both permit (`contact_answers`). Their promise
    stays as it was made; where nothing permitted is left of it, the coordinator decides.

    Args:
        registration: a locked one, with its answers and hashes as they are stored until now.
        now: an aware moment.
    """
    before = {other.pk: _counted_without_wrong(other) for other in _bound_by(registration)}
    yield
    after = [other.pk for other in _bound_by(registration)]
    _follow([*before, *after], before, now)


@contextmanager
def planning_anew_a_pair(one: Registration, other: Registration, now: datetime) -> Iterator[None]:
    """Let the plans of both follow what is decided inside: whether they are of one person.

    Args:
        one: a locked registration.
        other: a locked one that may be of the same person.
        now: an aware moment.
    """
    before = {each.pk: _counted_without_wrong(each) for each in (one, other)}
    yield
    _follow(before, before, now)


def plan_anew_with(registration: Registration, now: datetime) -> None:
    """Let a registration that just came in and those that may be of the same person keep together.

    What the person is told stays: that another one exists is nobody's business. Where one of them
    cannot be read any more, nobody knows what it permits: the coordinator decides.

    Args:
        registration: stored in this transaction, with its callback.
        now: an aware moment.
    """
    try:
        if bound := _bound_by(registration):
            _follow([registration.pk, *(other.pk for other in bound)], {}, now)
    except DecryptionError:
        # A key of the other was lost; that must lose nobody who registers now.
        registration.callbacks.update(needs_coordinator=True)


def _follow(numbers: Iterable[int], before: Mapping[int, Counted], now: datetime) -> None:
    """Adapt open callbacks to what is permitted now; who is not in `before` was bound by nobody."""
    callbacks = _open_callbacks(numbers)
    # All is read at once: a number may have been typed a hundred times.
    registrations = [callback.registration for callback in callbacks]
    told_of = contact_answers_of_each(registrations, only_decided=True)
    permitted_of = contact_answers_of_each(registrations)
    wrong_of = wrong_ways_of_each(permitted_of)
    calendar = current_calendar(now)
    for callback in callbacks:
        number = callback.registration_id
        wrong = wrong_of[number]
        counted = Counted(wrong.without(told_of[number]), wrong.without(permitted_of[number]))
        was = before.get(number) or Counted(counted.told, counted.told)
        if was == counted:
            continue
        is_decided = callback.needs_coordinator
        only_that_decided = is_decided and needs_decision(callback, was.permitted, now, calendar)
        needs = keep_plan_to(callback, counted, leads_to(was.told), now, calendar)
        callback.needs_coordinator = needs or (is_decided and not only_that_decided)
        callback.save(update_fields=["kind", "next_attempt_at", "needs_coordinator"])


def _bound_by(registration: Registration) -> list[Registration]:
    return bound_registrations([registration]).get(registration.pk, [])


def _counted_without_wrong(registration: Registration) -> Counted:
    own = wrong_ways_of(registration.pk).without(registration.read_answers())
    return counted_of(registration, own)


def _policy_for(answers: Answers) -> ContactPolicy:
    return policy_for(answers, neutral_mail_available=neutral_mail_available())


def _open_callbacks(numbers: Iterable[int]) -> list[Callback]:
    rows = Callback.objects.filter(registration__in=set(numbers), state=CallbackState.OPEN)
    rows = rows.select_related("registration").prefetch_related("attempts")
    return list(rows.select_for_update(of=("self",)).order_by("pk"))


def planned_instead(
    callback: Callback, planned: datetime, both: Answers, now: datetime, calendar: DeskCalendar
) -> datetime | None:
    """Return another moment than a planned one at which nobody may call.

    Args:
        callback: with its registration.
        planned: the moment that no longer holds.
        both: the answers with what counts.
        now: an aware moment.
        calendar: of the desk.

    Returns:
        None if there is none that we may choose ourselves.
    """
    if is_agreed(callback) or ended_in_contact(callback):
        return None  # with whom we spoke, we agree on another moment
    return plan_instead(
        planned,
        both,
        unanswered_calls(callback),
        callback.due_at,
        now,
        calendar=calendar,
        rules=attempt_rules(),
    )
