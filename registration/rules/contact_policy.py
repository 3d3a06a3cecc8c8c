"""What we may do to reach somebody. Every mail, call screen and reminder asks this module.

Unanswered means the most restrictive: an e-mail address alone is no permission to mail, a telephone
number alone none to leave a message, and nobody names the organisation unless that was allowed.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from registration.rules.deadlines import (
    DESK_TIME_ZONE,
    DeskCalendar,
    Moment,
    is_open,
    offered_moments,
    part_at,
)
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.channels import Fallback, Identify, OtherWay
from registration.vocabulary.moments import ANY_TIME, Weekday


class MailStyle(Enum):
    """Whether we may mail, and whether the mail may say who we are."""

    NONE = "none"
    NORMAL = "normal"
    NEUTRAL = "neutral"


@dataclass(frozen=True, kw_only=True)
class ContactPolicy:
    """What may be done to reach one person."""

    task_kind: TaskKind
    may_call: bool
    may_leave_voicemail: bool
    may_text: bool
    mail: MailStyle
    may_name_organisation: bool
    withhold_number: bool

    @property
    def letter_is_neutral(self) -> bool:
        """Whether the letter that was promised does not say who we are."""
        return self.task_kind == TaskKind.LETTER and not self.may_name_organisation

    @property
    def has_permitted_way(self) -> bool:
        """Whether the promise can be kept in a permitted way; if not, the coordinator decides."""
        match self.task_kind:
            case TaskKind.CALL:
                return self.may_call
            case TaskKind.MAIL:
                return self.mail is not MailStyle.NONE
            case _:
                return True


# The client of a professional did not ask us to get in touch, or wants us to go through that
# professional: whatever else was filled in, nobody contacts the client.
NOTHING_TO_THE_CLIENT = ContactPolicy(
    task_kind=TaskKind.REFERRAL,
    may_call=False,
    may_leave_voicemail=False,
    may_text=False,
    mail=MailStyle.NONE,
    may_name_organisation=False,
    withhold_number=False,
)


def policy_for(answers: Answers, *, neutral_mail_available: bool) -> ContactPolicy:
    """Return what the answers permit.

    Args:
        answers: what the person told us.
        neutral_mail_available: whether a mail can go out that does not betray who sends it; without
            it, a person who does not want our name mentioned gets no mail.
    """
    if answers.referral and not answers.referral.asks_to_reach_client:
        return NOTHING_TO_THE_CLIENT
    may_call = bool(answers.phone) and not answers.phone_impossible
    fallbacks = answers.allowed_fallbacks
    may_name_organisation = answers.may_name_organisation
    return ContactPolicy(
        task_kind=_task_kind(answers, may_call=may_call),
        may_call=may_call,
        may_leave_voicemail=may_call and Fallback.VOICEMAIL in fallbacks,
        may_text=may_call and Fallback.TEXT in fallbacks,
        mail=_mail_style(
            permitted=bool(answers.email) and Fallback.EMAIL in fallbacks,
            may_name_organisation=may_name_organisation,
            neutral_mail_available=neutral_mail_available,
        ),
        may_name_organisation=may_name_organisation,
        withhold_number=may_call and not may_name_organisation,
    )


def strictest_contact(kept: Answers, other: Answers) -> Answers:
    """Return `kept` with only those permissions that both give, and what either rules out."""
    fallback = kept.allowed_fallbacks & other.allowed_fallbacks
    both_name_us = kept.identify == other.identify == Identify.ORGANISATION
    return replace(
        kept,
        fallback=tuple(sorted(fallback)) or (Fallback.ONLY_RETRY.value,),
        identify=(Identify.ORGANISATION if both_name_us else Identify.FIRST_NAME_ONLY).value,
        avoid=tuple(dict.fromkeys((*kept.avoid, *other.avoid))),
    )


def narrowed_contact(kept: Answers, asked: Answers) -> Answers:
    """Return `kept` with what is forbidden in `asked` too, so that nothing more may be done.

    Unlike `strictest_contact` it leaves each answer as it is of which `asked` forbids nothing more.
    """
    strict = strictest_contact(kept, asked)
    allowed = strict.allowed_fallbacks
    is_named = kept.identify == Identify.ORGANISATION
    return replace(
        kept,
        fallback=(
            kept.fallback
            if allowed == kept.allowed_fallbacks
            else tuple(code for code in kept.fallback if code in allowed)
        ),
        identify=strict.identify if is_named else kept.identify,
        avoid=strict.avoid,
        phone_impossible=kept.phone_impossible or asked.phone_impossible,
    )


def is_ruled_out(answers: Answers, moment: Moment) -> bool:
    """Return whether the person ruled out this part of the day: a hard block for every call."""
    return code_of_weekday(moment) in answers.avoid


def code_of_weekday(moment: Moment) -> str:
    """Return the part of every week that a moment is in, as it is ruled out: `monday:morning`."""
    return f"{Weekday(moment.date.weekday()).code}:{moment.part.value}"


def is_ruled_out_at(answers: Answers, at: datetime) -> bool:
    """Return whether the person ruled out the part of the day that `at` (aware) falls in."""
    return is_ruled_out(answers, Moment(at.astimezone(DESK_TIME_ZONE).date(), part_at(at)))


def may_call_at(answers: Answers, at: datetime, calendar: DeskCalendar) -> bool:
    """Return whether somebody may call at `at` (aware): the desk is open, and it is not ruled out.

    Outside opening hours nobody calls: people were never asked whether that is safe.
    """
    return is_open(at, calendar) and not is_ruled_out_at(answers, at)


def preferred_moments(answers: Answers) -> list[Moment]:
    """Return the moments that the person ticked, in order, also those that they ruled out too."""
    moments = [Moment.from_code(code) for code in answers.moments if code != ANY_TIME]
    return sorted(moments, key=lambda moment: moment.start)


def wished_moments(answers: Answers) -> list[Moment]:
    """Return the moments at which the person wants to be called, in order: ruled out wins."""
    return [moment for moment in preferred_moments(answers) if not is_ruled_out(answers, moment)]


def is_wished_at(answers: Answers, at: datetime) -> bool:
    """Return whether the person wants to be called in the part of the day of `at` (aware)."""
    return any(moment.start <= at < moment.end for moment in wished_moments(answers))


def permitted_moments(
    answers: Answers, now: datetime, due: datetime, calendar: DeskCalendar
) -> list[Moment]:
    """Return the parts of days before `due` on which we may call; if none, the coordinator decides.

    Raises:
        ValueError: `now` or `due` is naive.
    """
    return [
        moment
        for moment in offered_moments(now, due, calendar)
        if not is_ruled_out(answers, moment)
    ]


def _task_kind(answers: Answers, *, may_call: bool) -> TaskKind:
    if may_call:
        return TaskKind.CALL
    if answers.other_way == OtherWay.LETTER:
        return TaskKind.LETTER
    if answers.other_way:
        return TaskKind.CONTACT
    return TaskKind.MAIL if answers.email else TaskKind.CALL


def _mail_style(
    *, permitted: bool, may_name_organisation: bool, neutral_mail_available: bool
) -> MailStyle:
    if not permitted:
        return MailStyle.NONE
    if may_name_organisation:
        return MailStyle.NORMAL
    return MailStyle.NEUTRAL if neutral_mail_available else MailStyle.NONE
