"""The desk decides whether two registrations are of one person, and makes them one case.

Nobody but the desk notices: a confirmed double is closed without any mail, and the first promise
stays. What the desk recorded is kept together in the registration that stays open. The code of the
double leads there too, as far as that is safe (`registration.own_page`).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from registration.casework import claims, states
from registration.casework.contact_answers import contact_answers_of
from registration.casework.counted import count_outcome
from registration.casework.desk_calendar import current_calendar
from registration.casework.follow_up import is_agreed
from registration.casework.matching import closes_later, in_order, is_match
from registration.casework.permissions import can_coordinate
from registration.casework.planning_anew import (
    needs_decision,
    planned_instead,
    planning_anew_a_pair,
)
from registration.casework.wrong_ways import wrong_ways_of
from registration.mail.cancelling import cancel_waiting, cancel_waiting_for_person
from registration.mail.senders import neutral_mail_available
from registration.models import (
    AccessLogEntry,
    Callback,
    ContactAttempt,
    Registration,
    SamePersonDecision,
)
from registration.rules.contact_policy import (
    MailStyle,
    is_ruled_out_at,
    policy_for,
    strictest_contact,
)
from registration.vocabulary.access import AccessAction
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle

KEPT_TOGETHER = [
    "desk_note",
    "answers",
    "changed_by_person_at",
    "own_no_at",
    "client_agreed_at",
]


class NotTheSameError(Exception):
    """Nothing suggests any more that these two are of one person, or it was decided already."""


@transaction.atomic
def confirm_same(callback_id: int, other_number: int, user: User) -> int | None:
    """Record that two registrations are of one person, and make them one case where both wait.

    The later one is closed as a double, without any mail. Its notes and attempts go to the earlier
    one, of which from now on only that counts as permitted which both permit. Both are in the hands
    of the user then, who can still read the double.

    Args:
        callback_id: of either of the two; the user must have taken it.
        other_number: primary key of the other registration.
        user: who decides.

    Returns:
        The number of the registration that was closed, or None.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: a colleague has taken the one that would be closed or added to, or the
            coordinator decides about it.
        NotTheSameError: these two do not match, or it was decided already.
    """
    earlier, later = _locked_pair(callback_id, other_number, user)
    now = timezone.now()
    kept, double = (_open_callback(each) for each in (earlier, later))
    if kept is None or double is None or not closes_later(earlier, later, {kept.kind, double.kind}):
        with planning_anew_a_pair(earlier, later, now):
            _decide(earlier, later, user, is_same=True)
        return None
    decision = _decide(earlier, later, user, is_same=True)
    for callback in (kept, double):
        is_decided_elsewhere = callback.needs_coordinator and not can_coordinate(user)
        is_a_colleagues = callback.is_held(now) and callback.claimed_by_id != user.pk
        if is_a_colleagues or is_decided_elsewhere:
            raise claims.NotAllowedError
    claims.hold(kept, user, now)
    _keep_together(kept, double)
    if later.state == Lifecycle.SPOKEN and earlier.state != later.state:
        states.move(earlier, Lifecycle.SPOKEN, now)
    for callback in later.callbacks.filter(state=CallbackState.OPEN):
        claims.hold(callback, user, now)
        states.end(callback, CallbackState.CANCELLED, now)
    count_outcome(later, Lifecycle.MISTAKE, now)
    states.move(later, Lifecycle.MISTAKE, now)
    decision.closed_later = True
    decision.save(update_fields=["closed_later"])
    cancel_waiting(later)
    return later.pk


@transaction.atomic
def confirm_different(callback_id: int, other_number: int, user: User) -> None:
    """Record that two registrations are of different people; the question is not asked again.

    What one of them ruled out counts for the other no longer.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotTheSameError: these two do not match, or it was decided already.
    """
    earlier, later = _locked_pair(callback_id, other_number, user)
    with planning_anew_a_pair(earlier, later, timezone.now()):
        _decide(earlier, later, user, is_same=False)


def case_of(registration: Registration) -> Registration:
    """Return where the work goes on: the earlier one if this was closed as a double, else itself.

    The earlier one may have been closed as a double too.
    """
    while registration.state == Lifecycle.MISTAKE:
        decision = (
            SamePersonDecision.objects.filter(later=registration, closed_later=True)
            .select_related("earlier")
            .first()
        )
        if decision is None:
            break
        registration = decision.earlier
    return registration


def doubles_of(number: int) -> list[int]:
    """Return the numbers of the registrations that were closed as doubles of one, or of those.

    Args:
        number: primary key of the one that stayed open.
    """
    found: list[int] = []
    among = [number]
    while among:
        rows = SamePersonDecision.objects.filter(earlier__in=among, closed_later=True)
        among = list(rows.values_list("later_id", flat=True))
        found += among
    return found


def _locked_pair(
    callback_id: int, other_number: int, user: User
) -> tuple[Registration, Registration]:
    own = Callback.objects.filter(pk=callback_id).values_list("registration_id", flat=True).first()
    numbers = sorted({own or 0, other_number})
    # Callbacks first and in one order, as everywhere, so that nobody waits for ever.
    callbacks = list(
        Callback.objects.select_for_update().filter(registration_id__in=numbers).order_by("pk")
    )
    if not any(each.pk == callback_id and each.claimed_by_id == user.pk for each in callbacks):
        raise claims.NotClaimedError
    rows = list(Registration.objects.select_for_update().filter(pk__in=numbers).order_by("pk"))
    if len(rows) != 2 or not is_match(*rows):
        raise NotTheSameError
    return in_order(*rows)


def _decide(
    earlier: Registration, later: Registration, user: User, *, is_same: bool
) -> SamePersonDecision:
    decision, created = SamePersonDecision.objects.get_or_create(
        earlier=earlier, later=later, defaults={"is_same": is_same, "decided_by": user}
    )
    if not created:
        raise NotTheSameError
    action = AccessAction.SAME_PERSON if is_same else AccessAction.OTHER_PERSON
    for number in (earlier.pk, later.pk):
        AccessLogEntry.objects.create(
            user=user, username=user.get_username(), registration_number=number, action=action
        )
    return decision


def _open_callback(registration: Registration) -> Callback | None:
    return registration.callbacks.filter(state=CallbackState.OPEN).order_by("due_at", "pk").first()


def _keep_together(kept: Callback, double: Callback) -> None:
    earlier, later = kept.registration, double.registration
    is_decided = any(_is_to_decide_anyway(each) for each in (kept, double))
    moved = ContactAttempt.objects.filter(callback__registration=later)
    kept.attempt_count += moved.count()
    both = (kept, *later.callbacks.all())
    kept.first_attempt_at = min(_known(each.first_attempt_at for each in both), default=None)
    kept.reached_at = min(_known(each.reached_at for each in both), default=None)
    kept.message_at = max(_known(each.message_at for each in both), default=None)
    kept.needs_coordinator = is_decided
    plan = plan_of_both(kept, double)
    kept.next_attempt_at, kept.agreed_at = plan.next_attempt_at, plan.agreed_at
    moved.update(callback=kept)
    # What these could restore was that of one callback alone.
    kept.attempts.update(before=None)
    notes = [note for note in (earlier.desk_note, later.desk_note) if note]
    earlier.desk_note = "\n\n".join(notes) or None
    before = earlier.read_answers()
    after = strictest(before, later.read_answers())
    if _mail_style(before) is not _mail_style(after):
        cancel_waiting_for_person(earlier)  # written for permissions of before
    earlier.answers = after.to_stored()
    # What is still to be checked may be a change of the double: the moment of it comes along.
    changed = [at for at in (earlier.changed_by_person_at, later.changed_by_person_at) if at]
    earlier.changed_by_person_at = max(changed, default=None)
    # Whoever said no to one of the two is asked again before anything goes on.
    said_no = [at for at in (earlier.own_no_at, later.own_no_at) if at]
    earlier.own_no_at = max(said_no, default=None)
    if earlier.own_no_at and earlier.client_agreed_at:
        is_over = earlier.client_agreed_at < earlier.own_no_at
        earlier.client_agreed_at = None if is_over else earlier.client_agreed_at
        earlier.own_no_at = earlier.own_no_at if is_over else None
    earlier.save(update_fields=KEPT_TOGETHER)
    _plan_within(kept, after)
    kept.save()


def _is_to_decide_anyway(callback: Callback) -> bool:
    """Return whether something else is to be decided than what stands between the two."""
    if not callback.needs_coordinator:
        return False
    now = timezone.now()
    own = callback.registration.read_answers()
    usable = wrong_ways_of(callback.registration_id).without(own)
    permitted = contact_answers_of(callback.registration, usable)
    return not needs_decision(callback, permitted, now, current_calendar(now))


def _known(moments: Iterable[datetime | None]) -> list[datetime]:
    return [at for at in moments if at is not None]


def plan_of_both(kept: Callback, double: Callback) -> Callback:
    """Return whose plan holds for both: what was agreed goes first, then what was said last.

    Args:
        kept: of the registration that stays open.
        double: of the one that is closed.
    """
    planned = [each for each in (kept, double) if each.next_attempt_at is not None]

    def weight(callback: Callback) -> tuple[bool, datetime]:
        last = callback.attempts.last()  # in order of when they were made
        return is_agreed(callback), last.made_at if last else callback.created_at

    return max(planned, key=weight, default=kept)


def _plan_within(kept: Callback, permitted: Answers) -> None:
    """Keep to what both permit; if no permitted way or moment is left, the coordinator decides."""
    now, planned = timezone.now(), kept.next_attempt_at
    calendar = current_calendar(now)
    if planned is not None and is_ruled_out_at(permitted, planned):
        kept.next_attempt_at = planned_instead(kept, planned, permitted, now, calendar)
        kept.needs_coordinator |= kept.next_attempt_at is None
    usable = wrong_ways_of(kept.registration_id).without(permitted)
    kept.needs_coordinator |= needs_decision(kept, usable, now, calendar)


def _mail_style(answers: Answers) -> MailStyle:
    return policy_for(answers, neutral_mail_available=neutral_mail_available()).mail


def strictest(kept: Answers, double: Answers) -> Answers:
    """Return `kept` with only those permissions that both give, and what either of them needs."""
    return replace(
        strictest_contact(kept, double),
        needs=tuple(dict.fromkeys((*kept.needs, *double.needs))),
        other_need=kept.other_need or double.other_need,
        unverified=tuple(sorted({*kept.unverified, *double.unverified})),
    )
