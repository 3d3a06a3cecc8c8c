"""Everything the call screen shows of one callback to the colleague who took it."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from perspectief.invisible import isolated
from perspectief.staff.names import name_of
from perspectief.written_phone import written
from registration.casework import reading, wrong_ways
from registration.casework.contact_answers import contact_answers_of
from registration.casework.follow_up import attempts_left, had_contact, next_attempt_after
from registration.casework.matching import Alike
from registration.desk.callback.message_offer import LastMessage, last_message_of
from registration.desk.callback.note_forms import AttemptNoteForm, attempt_note_form
from registration.desk.callback.script.by_task import script_for
from registration.desk.callback.script.definition import Script, Situation
from registration.desk.callback.script.spoken_words import spoken_language
from registration.desk.callback.script.wrong_way import wrong_way_script
from registration.mail.senders import neutral_mail_available
from registration.models import AttemptPolicy, Callback, ContactAttempt
from registration.rules.call_moments import CallMoments, call_moments
from registration.rules.contact_policy import ContactPolicy, MailStyle, policy_for
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Source
from registration.vocabulary.referral import Referral
from registration.words import answer_lines, option_labels, signs
from registration.words.changed_answers import unverified_changes
from registration.words.dates import moment_in_words


@dataclass(frozen=True)
class PhoneLink:
    """The number to call, or why nobody may call now; never both.

    One that turned out wrong is told with when that was, and leads nowhere.
    """

    number: str = ""
    note: str = ""
    url: str = ""
    blocked: str = ""
    wrong_since: datetime | None = None


@dataclass(frozen=True)
class PastAttempt:
    """An earlier attempt, with its result in words; `note_form` is for who made it."""

    pk: int
    made_at: datetime
    made_by: str
    result: str
    note: str
    note_edited_at: datetime | None
    note_form: AttemptNoteForm | None


@dataclass(frozen=True, kw_only=True)
class ReferrerCard:
    """The professional who referred: only the way that they chose to be reached is shown."""

    person: list[answer_lines.Line]
    consent: list[answer_lines.Line]
    phone: PhoneLink | None
    email: str
    email_wrong_since: datetime | None
    goes_first: bool


@dataclass(frozen=True, kw_only=True)
class CallScreen:
    """The decrypted registration, ready to be shown.

    `is_bound` says that less is permitted than this registration alone would: another one may be of
    the same person. `reaches_helper` says that number and address are of who helps, if they are.
    Nothing that helps to get in touch is there once the callback has ended: nobody has to.
    """

    answers: Answers
    is_bound: bool
    had_contact: bool
    way_is_wrong: bool
    script: Script | None
    spoken_language: str
    warnings: list[signs.Sign]
    reaches_helper: str
    phone: PhoneLink | None
    email: str
    email_wrong_since: datetime | None
    preferred: list[str]
    ruled_out: list[str]
    person: list[answer_lines.Line]
    event: list[answer_lines.Line]
    ways: list[answer_lines.Line]
    needs: list[answer_lines.Line]
    attempts: list[PastAttempt]
    desk_note: str
    last_message: LastMessage | None
    referrer: ReferrerCard | None
    unverified: list[str]

    def without_ways(self) -> "CallScreen":
        """Return the same without a number, an address, a script or a message to leave."""
        return replace(
            self,
            script=None,
            warnings=[],
            reaches_helper="",
            phone=None,
            email="",
            ways=[],
            last_message=None,
            referrer=self.referrer and replace(self.referrer, phone=None, email=""),
        )


def open_call_screen(
    callback: Callback,
    user: User,
    now: datetime,
    calendar: DeskCalendar,
    *,
    policy: AttemptPolicy,
    alike: Alike,
) -> CallScreen:
    """Decrypt a registration for a colleague; the access log records it.

    Args:
        callback: with its registration loaded.
        user: who looks.
        now: an aware moment.
        calendar: of the desk.
        policy: how often the desk tries to reach somebody.
        alike: who may be the same person.

    Raises:
        NotClaimedError: the user may not see this one.
    """
    own = reading.open_details(callback.pk, user)
    answers = contact_answers_of(callback.registration, own, alike)
    contact = policy_for(answers, neutral_mail_available=neutral_mail_available())
    moments = call_moments(answers, now, calendar)
    planned = next_attempt_after(callback, answers, now, calendar=calendar, policy=policy)
    left = attempts_left(callback, policy)
    situation = _situation(callback, answers, contact, user, planned, left)
    wrong = wrong_ways.wrong_ways_of(callback.registration_id)
    way_is_wrong = wrong.since(wrong_ways.way_of_task(callback, answers)) is not None
    screen = CallScreen(
        answers=answers,
        is_bound=_permits_less(answers, contact, own),
        had_contact=had_contact(callback),
        way_is_wrong=way_is_wrong,
        script=wrong_way_script() if way_is_wrong else script_for(situation),
        spoken_language=spoken_language(answers, callback.registration.language),
        warnings=[sign for sign in signs.safe_contact_signs(contact) if sign.tone],
        reaches_helper=_reaches_helper(situation.answers),
        phone=_phone_link(answers, contact, moments, wrong.since(answers.phone)),
        # An address that may not be used is not shown: nobody can use it by mistake.
        email="" if contact.mail is MailStyle.NONE else answers.email,
        email_wrong_since=wrong.since(answers.email),
        preferred=answer_lines.preferred_moments(answers),
        ruled_out=answer_lines.ruled_out_moments(answers),
        person=answer_lines.person_lines(answers),
        event=answer_lines.event_lines(answers),
        ways=answer_lines.way_lines(answers, wrong_since=wrong.since(answers.other_way_details)),
        needs=answer_lines.need_lines(answers),
        attempts=_past_attempts(callback, user),
        desk_note=callback.registration.desk_note or "",
        last_message=last_message_of(
            callback,
            situation,
            wrong.without(answers),
            blocked_now=_why_not_now(moments),
        ),
        referrer=_referrer_card(answers.referral, wrong) if answers.referral else None,
        unverified=unverified_changes(answers),
    )
    return screen if callback.state == CallbackState.OPEN else screen.without_ways()


def _permits_less(answers: Answers, policy: ContactPolicy, own: Answers) -> bool:
    own_policy = policy_for(own, neutral_mail_available=neutral_mail_available())
    return policy != own_policy or set(answers.avoid) != set(own.avoid)


def staff_name(user: User) -> str:
    """Return the first name that a colleague gives on the telephone."""
    return isolated(user.first_name) or _("[your first name]")


def _situation(
    callback: Callback,
    answers: Answers,
    policy: ContactPolicy,
    user: User,
    planned: datetime | None,
    left: int,
) -> Situation:
    return Situation(
        answers=_with_isolated_names(answers),
        policy=policy,
        kind=callback.kind,
        staff_name=staff_name(user),
        language=callback.registration.language,
        received_on=callback.registration.received_at.astimezone(DESK_TIME_ZONE).date(),
        next_date=planned.astimezone(DESK_TIME_ZONE).date() if planned else None,
        neutral_sender=settings.NEUTRAL_FROM_EMAIL,
        on_paper=callback.registration.source == Source.PAPER,
        attempts_left=left,
    )


def _with_isolated_names(answers: Answers) -> Answers:
    """Return answers of which every name can stand in a sentence, whichever way it is written."""
    referral = answers.referral and replace(
        answers.referral,
        name=isolated(answers.referral.name),
        organisation=isolated(answers.referral.organisation),
        told_by=isolated(answers.referral.told_by),
    )
    return replace(
        answers,
        name=isolated(answers.name),
        helper_name=isolated(answers.helper_name),
        referral=referral,
    )


def _reaches_helper(answers: Answers) -> str:
    if not answers.calls_helper:
        return ""
    return _("What stands here is of %(helper)s, who is helping, and not of %(name)s.") % {
        "helper": answers.helper_name or _("the person who is helping"),
        "name": answers.name,
    }


def _referrer_card(referral: Referral, wrong: wrong_ways.WrongWays) -> ReferrerCard:
    phone = (
        _link_to(referral.phone, referral.phone_note, wrong.since(referral.phone))
        if referral.may_call_referrer
        else None
    )
    return ReferrerCard(
        person=answer_lines.referrer_lines(referral),
        consent=answer_lines.consent_lines(referral),
        phone=phone,
        email="" if phone else referral.email,
        email_wrong_since=None if phone else wrong.since(referral.email),
        goes_first=not referral.asks_to_reach_client,
    )


def _link_to(number: str, note: str, wrong_since: datetime | None) -> PhoneLink:
    shown = written(number)
    if wrong_since is not None:
        return PhoneLink(number=shown, note=note, wrong_since=wrong_since)
    return PhoneLink(number=shown, note=note, url=answer_lines.phone_link(number))


def _phone_link(
    answers: Answers,
    policy: ContactPolicy,
    moments: CallMoments,
    wrong_since: datetime | None,
) -> PhoneLink | None:
    if not policy.may_call:
        return None
    if moments.may_call_now or wrong_since is not None:
        return _link_to(answers.phone, answers.phone_note, wrong_since)
    reason = (
        _("Do not call now: the person ruled this moment out.")
        if moments.ruled_out_now
        else _("Do not call now: the desk is closed.")
    )
    if moments.next_permitted is None:
        return PhoneLink(
            blocked=reason
            + " "
            + _("There is no time left when calling is allowed. The coordinator decides.")
        )
    allowed = moment_in_words(moments.next_permitted)
    return PhoneLink(
        blocked=reason + " " + _("Calling is allowed again: %(moment)s.") % {"moment": allowed}
    )


def _why_not_now(moments: CallMoments) -> str:
    if moments.ruled_out_now:
        return _("Not now: the person ruled this moment out.")
    return _("Not now: the desk is closed.") if moments.desk_closed_now else ""


def _past_attempts(callback: Callback, user: User) -> list[PastAttempt]:
    labels = dict(option_labels.choices("attempt"))
    # Of earlier callbacks too: a pause makes a new one.
    made = ContactAttempt.objects.filter(callback__registration=callback.registration_id)
    return [
        PastAttempt(
            pk=attempt.pk,
            made_at=attempt.made_at,
            made_by=name_of(attempt.made_by),
            result=labels.get(attempt.result, attempt.result),
            note=attempt.note or "",
            note_edited_at=attempt.note_edited_at,
            note_form=(
                attempt_note_form(attempt)
                if (attempt.callback_id, attempt.made_by_id) == (callback.pk, user.pk)
                else None
            ),
        )
        for attempt in made.select_related("made_by")
    ]
