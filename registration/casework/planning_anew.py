"""What was planned follows what is permitted now, also that of another who may be the same."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from registration.casework.contact_answers import contact_answers_of
from registration.casework.desk_calendar import current_calendar
from registration.casework.follow_up import (
    attempt_rules,
    ended_in_contact,
    is_agreed,
    unanswered_calls,
)
from registration.casework.matching import bound_registrations
from registration.casework.wrong_ways import way_of_task, wrong_ways_of
from registration.mail.senders import neutral_mail_available
from registration.models import Callback, Registration
from registration.rules.attempt_planning import plan_instead
from registration.rules.contact_policy import may_call_at, policy_for
from registration.rules.deadlines import DeskCalendar
from registration.rules.promised import promised
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState


def leads_to(callback: Callback, answers: Answers) -> tuple[str, ...]:
    """Return what is done at the planned moment, with which number or address, and whose it is."""
    way = way_of_task(callback, answers)
    return (callback.kind, way, answers.phone_note, answers.for_whom, answers.who_to_call)


def keep_plan_to(
    callback: Callback, permitted: Answers, led_to: tuple[str, ...], now: datetime
) -> bool:
    """Let an open callback do only what is permitted; the caller saves it.

    What is planned or agreed stays, unless it leads elsewhere now or to a moment at which nobody
    may call: then what we planned is planned anew, and what was agreed has to be agreed again
    (`follow_up.must_agree_again`).

    Args:
        callback: locked, with its registration.
        permitted: its answers with what counts, without what turned out wrong.
        led_to: what `leads_to` returned until now.
        now: an aware moment.

    Returns:
        Whether the coordinator decides, because nothing permitted is left.
    """
    calendar = current_calendar(now)
    policy = policy_for(permitted, neutral_mail_available=neutral_mail_available())
    callback.kind = policy.task_kind
    planned = callback.next_attempt_at
    if planned is not None and leads_to(callback, permitted) != led_to:
        callback.next_attempt_at = None
    elif planned is not None and not may_call_at(permitted, planned, calendar):
        callback.next_attempt_at = _planned_instead(callback, planned, permitted, now, calendar)
    return _needs_decision(callback, permitted, now)


@contextmanager
def planning_anew_who_may_be_same(registration: Registration, now: datetime) -> Iterator[None]:
    """Let the plans of other open registrations follow a change that is stored inside.

    They are those of which the desk keeps to what both permit (`contact_answers`). Their promise
    stays as it was made; where nothing permitted is left of it, the coordinator decides.

    Args:
        registration: a locked one, with its answers and hashes as they are stored until now.
        now: an aware moment.
    """
    before = _permitted_for_others(registration)
    yield
    after = _permitted_for_others(registration)
    for callback in _open_callbacks([*before, *after]):
        number = callback.registration_id
        alone = _own_answers(callback.registration)
        was, permitted = before.get(number, alone), after.get(number, alone)
        if was == permitted:
            continue
        only_that_decided = callback.needs_coordinator and _needs_decision(callback, was, now)
        needs = keep_plan_to(callback, permitted, leads_to(callback, was), now)
        callback.needs_coordinator = needs or (callback.needs_coordinator and not only_that_decided)
        callback.save(update_fields=["kind", "next_attempt_at", "needs_coordinator"])


def _permitted_for_others(registration: Registration) -> Mapping[int, Answers]:
    bound = bound_registrations([registration]).get(registration.pk, [])
    return {other.pk: contact_answers_of(other, _own_answers(other)) for other in bound}


def _own_answers(registration: Registration) -> Answers:
    return wrong_ways_of(registration.pk).without(registration.read_answers())


def _open_callbacks(numbers: list[int]) -> list[Callback]:
    rows = Callback.objects.filter(registration__in=numbers, state=CallbackState.OPEN)
    rows = rows.select_related("registration").prefetch_related("attempts")
    return list(rows.select_for_update(of=("self",)).order_by("pk"))


def _needs_decision(callback: Callback, permitted: Answers, now: datetime) -> bool:
    policy = policy_for(permitted, neutral_mail_available=neutral_mail_available())
    calendar = current_calendar(now)
    return promised(permitted, policy, callback.due_at, now, calendar).needs_decision


def _planned_instead(
    callback: Callback, planned: datetime, both: Answers, now: datetime, calendar: DeskCalendar
) -> datetime | None:
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
