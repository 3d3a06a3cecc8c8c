"""What follows after a call that nobody answered: another attempt, a message, a decision."""

from datetime import datetime, timedelta

from perspectief.email_address import is_deliverable
from registration.casework.desk_calendar import current_calendar
from registration.casework.wrong_ways import wrong_ways_of
from registration.mail.senders import neutral_mail_available
from registration.models import AttemptPolicy, Callback
from registration.rules.attempt_planning import Rules, plan_next
from registration.rules.contact_policy import MailStyle, policy_for
from registration.rules.deadlines import DeskCalendar
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, CallbackState, TaskKind
from registration.vocabulary.channels import MessageChannel, OtherWay
from registration.vocabulary.lifecycle import Lifecycle

# Who lets it ring twice in a row, or rings again to leave a voicemail, tried once.
ONE_ATTEMPT = timedelta(minutes=15)
UNANSWERED = frozenset({AttemptResult.NO_ANSWER, AttemptResult.VOICEMAIL})
# After these there was contact, or another number is needed: counting begins anew.
ANSWERED = frozenset(
    {
        AttemptResult.REACHED,
        AttemptResult.CALLED_US,
        AttemptResult.CALL_BACK,
        AttemptResult.WRONG_NUMBER,
    }
)
CONTACT = ANSWERED - {AttemptResult.WRONG_NUMBER}


def plan_after(callback: Callback, answers: Answers, result: AttemptResult, now: datetime) -> None:
    """Plan what follows after an attempt that is stored already; the caller saves the callback.

    Args:
        callback: locked, with its registration.
        answers: of the person.
        result: what came of the attempt.
        now: an aware moment.
    """
    if result not in UNANSWERED:
        return
    policy = AttemptPolicy.load()
    if len(unanswered_calls(callback)) >= policy.attempts:
        if result == AttemptResult.VOICEMAIL:
            callback.message_at = now
        elif not callback.has_message:
            usable = wrong_ways_of(callback.registration_id).without(answers)
            callback.needs_coordinator = callback.needs_coordinator or not channels_for(
                callback, usable
            )
        return
    if not policy.plans_next:
        return
    callback.next_attempt_at = next_attempt_after(
        callback, answers, now, calendar=current_calendar(now), policy=policy
    )
    if callback.next_attempt_at is None:
        callback.needs_coordinator = True


def next_attempt_after(
    callback: Callback,
    answers: Answers,
    now: datetime,
    *,
    calendar: DeskCalendar,
    policy: AttemptPolicy,
) -> datetime | None:
    """Return when we try again if nobody answers now; what is said to the person is the same.

    Args:
        callback: with its registration; whether the attempt is stored already makes no difference.
        answers: of the person.
        now: an aware moment.
        calendar: of the desk.
        policy: of the desk.

    Returns:
        None if no more attempts are planned.
    """
    if agreed := agreed_ahead(callback, now):
        return agreed
    if not policy.plans_next:
        return None
    made_at = unanswered_calls(callback)
    if not _belongs_to_last(now, made_at):
        made_at.append(now)
    return plan_next(
        answers,
        made_at,
        callback.due_at,
        now,
        calendar=calendar,
        rules=attempt_rules(policy),
    )


def attempt_rules(policy: AttemptPolicy | None = None) -> Rules:
    """Return how often we call and how long we wait in between, from the settings.

    Args:
        policy: of the desk, if it is read already.
    """
    policy = policy or AttemptPolicy.load()
    return Rules(attempts=policy.attempts, between=timedelta(hours=policy.hours_between))


def unanswered_calls(callback: Callback) -> list[datetime]:
    """Return when we called in vain, in order, since contact or a change by the person."""
    since = callback.registration.changed_by_person_at
    calls: list[datetime] = []
    for attempt in callback.attempts.all():  # in order
        if since is not None and attempt.made_at <= since:
            continue
        if attempt.result in ANSWERED:
            calls.clear()
        elif attempt.result in UNANSWERED and not _belongs_to_last(attempt.made_at, calls):
            calls.append(attempt.made_at)
    return calls


def _belongs_to_last(made_at: datetime, calls: list[datetime]) -> bool:
    return bool(calls) and made_at - calls[-1] < ONE_ATTEMPT


def attempts_left(callback: Callback, policy: AttemptPolicy | None = None) -> int:
    """Return how often we still call before we leave a message.

    Args:
        callback: with its registration.
        policy: of the desk, if it is read already.
    """
    most = (policy or AttemptPolicy.load()).attempts
    return max(0, most - len(unanswered_calls(callback)))


def had_contact(callback: Callback) -> bool:
    """Return whether somebody answered once, also if only to ask for another moment."""
    return last_contact_at(callback) is not None


def last_contact_at(callback: Callback) -> datetime | None:
    """Return when somebody last answered or called us; None if nobody ever did."""
    # In order, and read for all rows at once where there are many.
    made = [each.made_at for each in callback.attempts.all() if each.result in CONTACT]
    return max(made, default=callback.reached_at)


def is_agreed(callback: Callback) -> bool:
    """Return whether the planned moment was agreed with the person."""
    return callback.next_attempt_at is not None and callback.next_attempt_at == callback.agreed_at


def may_be_agreed(callback: Callback) -> bool:
    """Return whether there was contact in which another moment can have been agreed."""
    return is_agreed(callback) or ended_in_contact(callback)


def agreed_ahead(callback: Callback, now: datetime) -> datetime | None:
    """Return the moment that was agreed with the person, if it is still to come.

    Args:
        callback: open, or as it was when it ended.
        now: an aware moment.
    """
    planned = callback.next_attempt_at
    return planned if is_agreed(callback) and planned is not None and planned > now else None


def must_agree_again(callback: Callback) -> bool:
    """Return whether a moment was agreed that no longer holds after what was changed since."""
    if callback.state != CallbackState.OPEN or callback.next_attempt_at is not None:
        return False
    attempts = list(callback.attempts.all())
    return bool(attempts) and attempts[-1].result == AttemptResult.CALL_BACK


def awaits_outcome(callback: Callback) -> bool:
    """Return whether there was contact, nothing is planned after it, and no outcome was chosen."""
    if callback.state != CallbackState.OPEN or callback.next_attempt_at is not None:
        return False
    if must_agree_again(callback):
        return False
    changed_at = callback.registration.changed_by_person_at
    spoken_at = last_contact_at(callback)
    is_current = spoken_at is not None and (changed_at is None or changed_at <= spoken_at)
    return is_current and ended_in_contact(callback)


def waits_for_person(callback: Callback) -> bool:
    """Return whether the next step is the person's: something was sent, or word was left."""
    is_told = callback.sent_at is not None or callback.has_message
    return is_told and callback.next_attempt_at is None and not awaits_outcome(callback)


def ended_in_contact(callback: Callback) -> bool:
    """Return whether the last thing that happened was that we spoke with somebody."""
    attempts = list(callback.attempts.all())
    return bool(attempts) and attempts[-1].result in CONTACT


def awaits_message(callback: Callback) -> bool:
    """Return whether all attempts are made and the person has yet to be told that we tried."""
    return (
        callback.state == CallbackState.OPEN
        and callback.kind == TaskKind.CALL
        and callback.registration.state == Lifecycle.RECEIVED
        and callback.reached_at is None
        and callback.next_attempt_at is None
        and callback.attempt_count > 0
        and not callback.has_message
        and attempts_left(callback) == 0
    )


def channels_for(callback: Callback, answers: Answers) -> list[MessageChannel]:
    """Return over which channels the person allows us to say that we tried, the plainest last.

    Args:
        callback: to the person.
        answers: of the person, without what turned out wrong (`WrongWays.without`).
    """
    if callback.kind != TaskKind.CALL:
        return []
    policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
    allowed = {
        MessageChannel.EMAIL: policy.mail is not MailStyle.NONE and is_deliverable(answers.email),
        MessageChannel.TEXT: policy.may_text,
        MessageChannel.VOICEMAIL: policy.may_leave_voicemail,
        MessageChannel.LETTER: (
            policy.task_kind != TaskKind.REFERRAL and answers.other_way == OtherWay.LETTER
        ),
    }
    return [channel for channel, is_allowed in allowed.items() if is_allowed]
