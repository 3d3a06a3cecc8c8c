"""What can have come of an attempt: whom nobody may call at a moment, nobody called then."""

from datetime import datetime, timedelta

from registration.rules.contact_policy import ContactPolicy, may_call_at
from registration.rules.deadlines import DeskCalendar, is_open
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, TaskKind

# A call that began while it was allowed is recorded when it is over.
RECORDING_TIME = timedelta(minutes=30)
BY_CALLING = frozenset(
    {
        AttemptResult.REACHED,
        AttemptResult.NO_ANSWER,
        AttemptResult.WRONG_NUMBER,
        AttemptResult.CALL_BACK,
    }
)
BY_WRITING = frozenset({AttemptResult.SENT, AttemptResult.REACHED, AttemptResult.WRONG_NUMBER})


def possible_results(
    answers: Answers,
    policy: ContactPolicy,
    kind: str,
    now: datetime,
    calendar: DeskCalendar,
    *,
    way_is_wrong: bool,
) -> frozenset[AttemptResult]:
    """Return which results can be recorded; that the person got in touch is always one of them.

    Args:
        answers: of the person.
        policy: what the answers permit.
        kind: what was promised, a code of `TaskKind`.
        now: an aware moment.
        calendar: of the desk.
        way_is_wrong: whether the number or address of the task is: then nobody can have used it.

    Raises:
        ValueError: no such kind of task.
    """
    if way_is_wrong:
        return frozenset({AttemptResult.CALLED_US})
    can_have_called = any(
        _may_call(answers, kind, at, calendar) for at in (now, now - RECORDING_TIME)
    )
    called = BY_CALLING if can_have_called else frozenset()
    match TaskKind(kind):
        case TaskKind.CALL:
            leaves_voicemail = can_have_called and policy.may_leave_voicemail
            results = called | ({AttemptResult.VOICEMAIL} if leaves_voicemail else set())
        case TaskKind.LETTER | TaskKind.MAIL:
            results = BY_WRITING
        case TaskKind.CONTACT | TaskKind.REFERRAL:
            results = called | {AttemptResult.SENT}
    return results | {AttemptResult.CALLED_US}


def _may_call(answers: Answers, kind: str, at: datetime, calendar: DeskCalendar) -> bool:
    # A contact person or a professional ruled out nothing: they are at work.
    return may_call_at(answers, at, calendar) if kind == TaskKind.CALL else is_open(at, calendar)
