"""What a person may do with their own registration; each change reaches the desk at once.

Who changes something is known by code and secret words only, and a partner may hold both. So a new
number or a wider permission counts for nothing more than "first name only" until the desk has
spoken to the person (`contact_policy`).
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from perspectief.email_address import email_index
from perspectief.encryption import blind_index
from registration.casework import farewells, states
from registration.casework.claims import clear_claim
from registration.casework.counted import count_outcome
from registration.casework.desk_calendar import calendar_to_promise_by, current_calendar
from registration.casework.erasure import Erased
from registration.casework.erasure import erase as erase_registrations
from registration.casework.informed import to_be_told_of
from registration.casework.matching import bound_registrations
from registration.casework.merging import doubles_of
from registration.casework.planning_anew import (
    counted_of,
    keep_plan_to,
    leads_to,
    planning_anew_who_may_be_same,
)
from registration.casework.wrong_ways import wrong_ways_of
from registration.mail import to_colleagues
from registration.mail.cancelling import cancel_waiting_for_person
from registration.mail.enqueueing import enqueue
from registration.mail.senders import neutral_mail_available
from registration.models import Callback, PromiseMove, Registration
from registration.rules.contact_policy import policy_for
from registration.rules.deadlines import DeskCalendar, due_at
from registration.rules.promised import Obstacle, promise_to_make, promised
from registration.vocabulary.answers import Answers, changed_names
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.channels import Identify
from registration.vocabulary.lifecycle import Lifecycle

WAYS = ("phone", "email", "other_way", "other_way_details")


class ChangeNotPossibleError(Exception):
    """The registration was closed, erased or changed meanwhile, so this can no longer be done."""


class AnswersChangedError(Exception):
    """The answers are not those any more from which somebody decided what to change."""


@transaction.atomic
def change_contact(
    registration_id: int, given: Mapping[str, Any], now: datetime, *, seen: Answers | None = None
) -> frozenset[str]:
    """Store how and when to reach somebody; only what is ruled out moves the promise.

    Where nothing changes, nothing is planned again, and nobody hears of it.

    Args:
        registration_id: primary key.
        given: names and values of `Answers`, checked.
        now: an aware moment.
        seen: the stored answers to which `given` belongs; None where it does not hang on any.

    Returns:
        The names of what was changed.

    Raises:
        ChangeNotPossibleError: the registration is closed or gone.
        AnswersChangedError: the stored answers are not those that were `seen`.
    """
    registration = locked(registration_id, Lifecycle.open_states())
    before = registration.read_answers()
    if seen is not None and changed_names(seen, before):
        raise AnswersChangedError
    after = replace(before, **given)
    changed = changed_names(before, after)
    if not changed:
        return changed
    after = replace(after, unverified=_unverified(before, after))
    with planning_anew_who_may_be_same(registration, now):
        registration.answers = after.to_stored()
        registration.phone_hash = blind_index("phone", after.phone) if after.phone else ""
        registration.email_hash = email_index(after.email) if after.email else ""
        registration.changed_by_person_at = now
        registration.save(
            update_fields=["answers", "phone_hash", "email_hash", "changed_by_person_at"]
        )
    # What waits was written for the address and the permissions of before.
    cancel_waiting_for_person(registration)
    for callback in registration.callbacks.filter(state=CallbackState.OPEN):
        plan_again(callback, before, after, now)
        enqueue(to_colleagues.change_notice(callback))
    return changed


@transaction.atomic
def pause(registration_id: int, now: datetime) -> None:
    """Stop all contact until the person wants to go on.

    Raises:
        ChangeNotPossibleError: the registration is closed, paused or gone.
    """
    registration = locked(registration_id, {Lifecycle.RECEIVED, Lifecycle.SPOKEN})
    _end_contact(registration, Lifecycle.PAUSED, now)


@transaction.atomic
def resume(registration_id: int, now: datetime) -> None:
    """Go on after a pause, with a new promise that begins now.

    Raises:
        ChangeNotPossibleError: the registration is not paused.
    """
    calendar = calendar_to_promise_by()
    registration = locked(registration_id, {Lifecycle.PAUSED})
    states.move(registration, Lifecycle.RECEIVED, now)
    _mark_changed(registration, now)
    answers = registration.read_answers()
    callback = Callback(
        registration=registration,
        turn=registration.callbacks.count() + 1,
        created_at=now,
        due_at=due_at(now, calendar),
    )
    plan_again(callback, answers, answers, now)
    enqueue(to_colleagues.desk_notice(callback))


@transaction.atomic
def withdraw(registration_id: int, now: datetime) -> bool:
    """Close a registration because the person wants it; return whether a mail will confirm it.

    Raises:
        ChangeNotPossibleError: the registration is closed or gone.
    """
    registration = locked(registration_id, Lifecycle.open_states())
    count_outcome(registration, Lifecycle.WITHDRAWN, now)
    _end_contact(registration, Lifecycle.WITHDRAWN, now)
    return farewells.confirm_withdrawal(registration, now)


@transaction.atomic
def erase(registration_id: int, now: datetime, also: Collection[int] = ()) -> Erased:
    """Delete all there is about a person, whatever state it is in, with what was joined to it.

    A last mail says so, where the person allowed e-mail; another tells the desk who outside it has
    to be told.

    Args:
        registration_id: primary key.
        now: an aware moment.
        also: other registrations of the same person.

    Raises:
        ChangeNotPossibleError: it is gone already.
    """
    named = {registration_id, *also}
    numbers = named.union(*(doubles_of(number) for number in named))
    _lock_callbacks(numbers)
    rows = Registration.objects.select_for_update().filter(pk__in=numbers)
    found = sorted(rows, key=lambda row: (row.pk != registration_id, row.pk))
    if not found or found[0].pk != registration_id:
        raise ChangeNotPossibleError
    for registration in found:
        if registration.state in Lifecycle.open_states():
            count_outcome(registration, Lifecycle.WITHDRAWN, now)
    # One mail is enough: to the address of this registration, else of the next that has one.
    recipient = next(filter(None, map(farewells.recipient_of, found)), None)
    erased = erase_registrations(numbers)
    farewells.confirm_erasure(recipient, erased.proof, now)
    _tell_desk_of_informed(numbers)
    return erased


def widened(before: Answers, after: Answers) -> frozenset[str]:
    """Return the names of the answers through which we could now reach somebody we could not.

    A new number or address, a permission that was not given before, or a moment that is no longer
    ruled out.
    """
    names = {name for name in WAYS if getattr(after, name) not in ("", getattr(before, name))}
    if after.phone_note not in ("", before.phone_note):
        names.add("phone")  # there may be another number in it
    if before.phone_impossible and not after.phone_impossible and after.phone:
        names.add("phone")
    if after.allowed_fallbacks - before.allowed_fallbacks:
        names.add("fallback")
    if after.identify == Identify.ORGANISATION != before.identify:
        names.add("identify")
    if set(before.avoid) - set(after.avoid):
        names.add("avoid")
    return frozenset(names)


def _unverified(before: Answers, after: Answers) -> tuple[str, ...]:
    return tuple(sorted({*before.unverified, *widened(before, after)}))


def locked(registration_id: int, states: set[Lifecycle] | frozenset[Lifecycle]) -> Registration:
    """Return the registration, locked until the end of the transaction.

    Raises:
        ChangeNotPossibleError: it is in another state, or gone.
    """
    # With those of who may be the same: their plans follow (`planning_anew`).
    known = bound_registrations(Registration.objects.filter(pk=registration_id))
    bound = known.get(registration_id, [])
    _lock_callbacks([registration_id, *(other.pk for other in bound)])
    registration = (
        Registration.objects.select_for_update()
        .filter(pk=registration_id, state__in=states)
        .first()
    )
    if registration is None:
        raise ChangeNotPossibleError
    return registration


def _lock_callbacks(numbers: Collection[int]) -> None:
    # Before the registrations and in one order, as the desk does, so that nobody waits for ever.
    callbacks = Callback.objects.select_for_update().filter(registration__in=numbers)
    list(callbacks.order_by("pk").values_list("pk"))


def plan_again(callback: Callback, before: Answers, answers: Answers, now: datetime) -> None:
    """Adapt an open callback to changed answers.

    The promise stays as it was, unless all times that it leaves are ruled out now: whoever did so
    reads a later day, and the desk has the same. Whoever frees them again has the earlier day back,
    unless that is over. What is planned follows (`planning_anew.keep_plan_to`). A number or address
    that turned out wrong counts as none. While another registration may be of this person too, the
    desk keeps to what both permit.

    Args:
        callback: locked, with its registration as it is stored now.
        before: the answers of its registration until now.
        answers: of its registration.
        now: an aware moment.
    """
    led_to = leads_to(before)
    wrong = wrong_ways_of(callback.registration.pk)
    usable = wrong.without(answers)
    policy = policy_for(usable, neutral_mail_available=neutral_mail_available())
    due, calendar = callback.due_at, current_calendar(now)
    if callback.first_attempt_at is None:
        asked = _promise_of_freed(callback, wrong.without(before), now, calendar)
        told = promise_to_make(usable, policy, asked, now, calendar)
        callback.due_at = told.before or due
    else:
        told = promised(usable, policy, due, now, calendar)
    counted = counted_of(callback.registration, usable)
    needs = keep_plan_to(callback, counted, led_to, now, calendar)
    callback.needs_coordinator = needs or told.needs_decision
    is_moved = callback.pk is not None and callback.due_at != due
    if is_moved:
        callback.told_due_at = callback.reminded_at = None
    callback.save()
    if is_moved:
        PromiseMove.objects.create(
            callback=callback, moved_at=now, before=due, after=callback.due_at
        )


def _promise_of_freed(
    callback: Callback, before: Answers, now: datetime, calendar: DeskCalendar
) -> datetime:
    """Return the end of the promise that counts once times are free that were ruled out."""
    ordinary = due_at(callback.created_at, calendar)
    if not now < ordinary < callback.due_at:
        return callback.due_at
    policy = policy_for(before, neutral_mail_available=neutral_mail_available())
    was = promised(before, policy, ordinary, now, calendar)
    return ordinary if was.obstacle is Obstacle.RULED_OUT else callback.due_at


def _end_contact(registration: Registration, state: Lifecycle, now: datetime) -> None:
    states.move(registration, state, now)
    _mark_changed(registration, now)
    cancel_waiting_for_person(registration)
    for callback in registration.callbacks.filter(state=CallbackState.OPEN):
        # Whoever is about to call finds that the callback is no longer theirs.
        clear_claim(callback)
        states.end(callback, CallbackState.CANCELLED, now)
        enqueue(to_colleagues.change_notice(callback))
    _tell_desk_of_informed([registration.pk])


def _tell_desk_of_informed(numbers: Collection[int]) -> None:
    if informed := to_be_told_of(numbers):
        enqueue(to_colleagues.informed_notice(informed))


def _mark_changed(registration: Registration, now: datetime) -> None:
    registration.changed_by_person_at = now
    registration.save(update_fields=["changed_by_person_at"])
