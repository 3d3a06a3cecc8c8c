"""What a person reads about their own registration: its state and masked contact data only."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from perspectief.phone_number import phone_number
from registration.casework.desk_calendar import current_calendar
from registration.casework.follow_up import (
    CONTACT,
    UNANSWERED,
    attempts_left,
    ended_in_contact,
    is_agreed,
    must_agree_again,
)
from registration.casework.planning_anew import (
    counted_of,
    is_only_of_another,
    needs_decision,
)
from registration.casework.retention_periods import kept_until
from registration.casework.wrong_ways import wrong_ways_of
from registration.mail.senders import neutral_mail_available, neutral_sender_name
from registration.models import Callback, HandOver, Registration
from registration.rules.contact_policy import MailStyle, may_call_at, policy_for
from registration.rules.deadlines import DESK_TIME_ZONE, part_at
from registration.rules.promised import promised, too_late
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState, TaskKind
from registration.vocabulary.channels import Identify
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.moments import DayPart
from registration.vocabulary.person import CrisisAudience
from registration.words.crisis_audience import audience_of_writer
from registration.words.dates import date_in_words
from registration.words.discreet_contact import discreet_contact
from registration.words.promises import promise_sentence
from registration.words.whose import said

MASK = "•"
SHOWN_DIGITS = 2
NUMBER_IS_WRONG = gettext_lazy(
    "The phone number that we have is not right, so we do not call it any more. You can give "
    "another one."
)
ADDRESS_IS_WRONG = gettext_lazy(
    "The e-mail address that we have is not right, so we do not use it any more. You can give "
    "another one."
)
# In these the desk may still call or write.
CONTACTED = frozenset({Lifecycle.RECEIVED, Lifecycle.SPOKEN})
# The desk is done, and somebody goes on of whom it knows who that is.
GOES_ON_ELSEWHERE = frozenset({Lifecycle.ALLOCATED, Lifecycle.CRIMINAL_CASE_FIRST})


@dataclass(frozen=True)
class Overview:
    """State in words and what may be done now; a wrong number or address has a sentence.

    `kept_until` is the day on which what ended is deleted; "" while somebody has something to do.
    """

    sentence: str
    discreet_contact: str
    phone: str
    email: str
    wrong_ways: list[Promise]
    may_change: bool
    may_change_by_calling: bool
    may_pause: bool
    may_resume: bool
    may_withdraw: bool
    may_stop_by_calling: bool
    kept_until: str


def overview_of(registration: Registration, opened_with: Registration) -> Overview:
    """Return what the person may see.

    Args:
        registration: the case that stays open.
        opened_with: whose code was given; another one if the desk closed that as a double. Its code
            shows no number and no address that was not given with it, nor any permission, so that
            it shows no more than before. All that makes less happen can be done with it.
    """
    state = Lifecycle(registration.state)
    answers = registration.read_answers()
    is_open = state in Lifecycle.open_states()
    is_own_code = registration.pk == opened_with.pk
    knows_phone = registration.phone_hash == opened_with.phone_hash
    knows_email = registration.email_hash == opened_with.email_hash
    wrong = wrong_ways_of(registration.pk)
    usable = wrong.without(answers)
    # Once it is over nobody uses them any more.
    shows_phone = is_open and knows_phone and not answers.phone_impossible
    shows_email = is_open and knows_email
    return Overview(
        sentence=_sentence(registration, answers, state),
        discreet_contact=(_discreet_contact(answers) if state in CONTACTED and is_own_code else ""),
        phone=masked_phone(usable) if shows_phone else "",
        email=masked_email(usable) if shows_email else "",
        wrong_ways=[
            sentence
            for name, sentence, is_shown in (
                ("phone", NUMBER_IS_WRONG, shows_phone),
                ("email", ADDRESS_IS_WRONG, shows_email),
            )
            if is_shown and name in wrong.names(answers)
        ],
        may_change=is_open and is_own_code,
        may_change_by_calling=is_open and not is_own_code,
        may_pause=is_open and state is not Lifecycle.PAUSED,
        may_resume=state is Lifecycle.PAUSED,
        may_withdraw=is_open,
        may_stop_by_calling=state in GOES_ON_ELSEWHERE,
        kept_until=date_in_words(until) if (until := kept_until(registration)) else "",
    )


def promised_before(registration: Registration, now: datetime) -> datetime | None:
    """Return the end of the promise that still runs; None if nothing is promised any more.

    Args:
        registration: the case that stays open.
        now: an aware moment.
    """
    untried = registration.callbacks.filter(
        state=CallbackState.OPEN, first_attempt_at=None, due_at__gt=now
    )
    return untried.order_by("due_at").values_list("due_at", flat=True).first()


def masked_phone(answers: Answers) -> str:
    """Return the number with only its last two digits, or "" if there is none."""
    digits = answers.phone.partition(";")[0]
    return f"{MASK * 6} {digits[-SHOWN_DIGITS:]}" if digits else ""


def masked_email(answers: Answers) -> str:
    """Return the address with only its first letter, or "" if there is none.

    The domain is left out too: it may be that of a school, an employer or a family.
    """
    return f"{answers.email[0]}{MASK * 6}@{MASK * 6}" if answers.email else ""


def _discreet_contact(answers: Answers) -> str:
    policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
    return discreet_contact(
        withholds_number=policy.withhold_number,
        neutral_sender=neutral_sender_name() if policy.mail is MailStyle.NEUTRAL else "",
        whose=answers.whose_contact,
        mail_is_certain=policy.task_kind == TaskKind.MAIL,
        until_we_spoke=answers.identify == Identify.ORGANISATION,
        answer_letter_at=_our_phone(answers) if policy.letter_is_neutral else "",
    )


def _sentence(registration: Registration, answers: Answers, state: Lifecycle) -> str:
    if state is Lifecycle.RECEIVED:
        return _waiting(registration, answers)
    if state is Lifecycle.PAUSED:
        return _("Paused. We will do nothing until you want to continue.")
    if answers.is_told_by_other:
        return _sentence_for_either(registration, state)
    match state:
        case Lifecycle.SPOKEN:
            return _("We have spoken to you.")
        case Lifecycle.ALLOCATED if _has_mediator(registration):
            return _("A mediator will get in touch with you.")
        case Lifecycle.ALLOCATED:
            return _(
                "We are looking for a mediator for you. That person will then get in touch with "
                "you."
            )
        case Lifecycle.CRIMINAL_CASE_FIRST:
            return _("We are looking at another option first. We have discussed this with you.")
        case Lifecycle.DATA_NOT_OBTAINED:
            return _(
                "Closed, because we could not get the information that we needed. We have "
                "discussed this with you."
            )
        case Lifecycle.OTHER_SERVICE:
            return _(
                "Closed, because something else suits better. We have discussed this with you."
            )
        case Lifecycle.UNREACHABLE:
            return _("Closed, because we could not reach you. You can always register again.")
        case Lifecycle.WITHDRAWN:
            return _("Withdrawn. We will not contact you again.")
    return _("Closed. Do you still have questions? Call us.")


def _sentence_for_either(registration: Registration, state: Lifecycle) -> str:
    """Return what both may read, who registers and who helps: either may hold the code.

    We spoke to one of them only, and what that one said is not for the other to know. So whatever
    the desk decided with them ends in the same words.
    """
    match state:
        case Lifecycle.SPOKEN:
            return _("We have had contact about this registration.")
        case Lifecycle.ALLOCATED if _has_mediator(registration):
            return _("A mediator will get in touch.")
        case Lifecycle.ALLOCATED:
            return _("We are looking for a mediator. That person will then get in touch.")
        case Lifecycle.CRIMINAL_CASE_FIRST:
            return _("We are looking at another option first.")
        case Lifecycle.UNREACHABLE:
            return _("Closed, because we could not reach anybody. You can always register again.")
        case Lifecycle.WITHDRAWN if registration.changed_by_person_at == (
            registration.state_changed_at
        ):  # on this page, where whoever did so has to read that it is done
            return _("Withdrawn. We will not call or write again.")
    return _("Closed. Do you still have questions? Call us.")


def _has_mediator(registration: Registration) -> bool:
    return HandOver.objects.filter(registration=registration, mediator__isnull=False).exists()


def _waiting(registration: Registration, answers: Answers) -> str:
    callback = registration.callbacks.filter(state=CallbackState.OPEN).order_by("due_at").first()
    if callback is None:
        return _("Closed. Do you still have questions? Call us.")
    calendar, now = current_calendar(), timezone.now()
    usable = wrong_ways_of(registration.pk).without(answers)
    counted = counted_of(registration, usable)
    policy = policy_for(usable, neutral_mail_available=neutral_mail_available())
    told = promised(usable, policy, callback.due_at, now, calendar)
    # Of another who may be the same nothing is told: the desk decides about that first.
    is_decided_first = callback.needs_coordinator and not is_only_of_another(
        callback, counted, now, calendar
    )
    if is_decided_first or needs_decision(callback, counted.told, now, calendar):
        told = too_late(told)
    if sent_at := callback.sent_at:
        return _sent(callback, answers, sent_at)
    if policy.task_kind == TaskKind.CALL:
        planned = callback.next_attempt_at
        if planned is not None and _is_to_come(planned):
            if may_call_at(counted.told, planned, calendar):
                return _next_call(callback, answers, planned.astimezone(DESK_TIME_ZONE))
            return said(
                gettext_lazy(
                    "We cannot call you at the time we had planned. We will choose another one."
                ),
                gettext_lazy(
                    "We cannot call %(who)s at the time we had planned. We will choose another one."
                ),
                answers.whose_contact,
            )
        # Or they called us. Where nobody can call, no call is spoken of.
        if not told.needs_decision and _was_called(callback):
            return _tried(callback, answers, is_decided_first=is_decided_first)
    return _("Received. %(promise)s") % {
        "promise": promise_sentence(told, whose=answers.whose_contact)
    }


def _sent(callback: Callback, answers: Answers, at: datetime) -> str:
    of_referral = gettext_lazy("We wrote about the referral on %(date)s.")
    own, other = {
        TaskKind.LETTER: (
            gettext_lazy("We sent you a letter on %(date)s."),
            gettext_lazy("We sent %(who)s a letter on %(date)s."),
        ),
        TaskKind.MAIL: (
            gettext_lazy("We wrote to you on %(date)s."),
            gettext_lazy("We wrote to %(who)s on %(date)s."),
        ),
        TaskKind.CONTACT: (
            gettext_lazy("We wrote to your contact person on %(date)s."),
            gettext_lazy("We wrote to the contact person of %(who)s on %(date)s."),
        ),
        TaskKind.REFERRAL: (of_referral, of_referral),  # true for who refers and who is referred
    }[TaskKind(callback.kind)]
    return said(own, other, answers.whose_contact, date=date_in_words(at))


def _is_to_come(planned: datetime) -> bool:
    """Return whether a planned day is today or later: a date that has passed reassures nobody."""
    today = timezone.now().astimezone(DESK_TIME_ZONE).date()
    return planned.astimezone(DESK_TIME_ZONE).date() >= today


def _was_called(callback: Callback) -> bool:
    """Return whether the person was called, or called us; a wrong number is not theirs."""
    if callback.first_attempt_at is None:
        return False
    results = {attempt.result for attempt in callback.attempts.all()}
    return bool(results & (CONTACT | UNANSWERED))


def _tried(callback: Callback, answers: Answers, *, is_decided_first: bool) -> str:
    whose = answers.whose_contact
    last = callback.attempts.order_by("-made_at", "-pk").first()
    if must_agree_again(callback):
        return said(
            gettext_lazy(
                "We have spoken to you. The time that we agreed on no longer holds. We will call "
                "you to choose another one."
            ),
            gettext_lazy(
                "We have spoken to %(who)s. The time that we agreed on no longer holds. We will "
                "call %(who)s to choose another one."
            ),
            whose,
        )
    if last is not None and last.result in CONTACT:
        return said(
            gettext_lazy("We have spoken to you. We will call you again, at a time that suits."),
            gettext_lazy(
                "We have spoken to %(who)s. We will call %(who)s again, at a time that suits."
            ),
            whose,
        )
    if not is_decided_first and callback.message_at is None and attempts_left(callback) > 0:
        return said(
            gettext_lazy("We called but did not reach you. We will try again."),
            gettext_lazy("We called but did not reach %(who)s. We will try again."),
            whose,
        )
    return said(
        gettext_lazy(
            "We called but did not reach you. Would you still like to hear from us? Call us on "
            "%(phone)s."
        ),
        gettext_lazy(
            "We called but did not reach %(who)s. Would you still like to hear from us? Call us on "
            "%(phone)s."
        ),
        whose,
        phone=_our_phone(answers),
    )


def _our_phone(answers: Answers) -> str:
    return phone_number(from_abroad=audience_of_writer(answers) == CrisisAudience.ABROAD)


def _next_call(callback: Callback, answers: Answers, at: datetime) -> str:
    whose, date = answers.whose_contact, date_in_words(at)
    if is_agreed(callback):
        is_morning = part_at(at) is DayPart.MORNING
        return said(
            gettext_lazy("Appointment. We will call you on %(date)s, in the %(part)s."),
            gettext_lazy("Appointment. We will call %(who)s on %(date)s, in the %(part)s."),
            whose,
            date=date,
            part=_("morning") if is_morning else _("afternoon"),
        )
    if ended_in_contact(callback):
        return said(
            gettext_lazy("We have spoken to you. We will call you again on %(date)s."),
            gettext_lazy("We have spoken to %(who)s. We will call %(who)s again on %(date)s."),
            whose,
            date=date,
        )
    if not callback.attempt_count:
        return said(
            gettext_lazy("We will call you on %(date)s."),
            gettext_lazy("We will call %(who)s on %(date)s."),
            whose,
            date=date,
        )
    return said(
        gettext_lazy("We called but did not reach you. We will try again on %(date)s."),
        gettext_lazy("We called but did not reach %(who)s. We will try again on %(date)s."),
        whose,
        date=date,
    )
