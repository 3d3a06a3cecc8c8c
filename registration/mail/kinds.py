"""Every mail that the site sends, as a declaration: who gets it, when that is allowed, which words.

`enqueueing.enqueue` has any of them sent. No mail repeats an answer, not even the name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from perspectief.page_roles import PageRole, page_url
from perspectief.phone_number import phone_number
from perspectief.site_address import absolute_url
from registration.mail.rendering import RenderedMail
from registration.mail.senders import (
    Sender,
    neutral_mail_available,
    neutral_sender_name,
    sender_to_colleagues,
    sender_to_people,
)
from registration.mail.shares import CONFIRMATIONS, FAREWELLS, REMINDERS, TRIED, Share
from registration.models import Callback, Registration
from registration.rules.contact_policy import ContactPolicy, MailStyle
from registration.rules.promised import Promised, too_late
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Source
from registration.vocabulary.mails import MailCode
from registration.vocabulary.person import CrisisAudience
from registration.vocabulary.referral import Referral
from registration.vocabulary.whose import Whose
from registration.words.crisis_audience import audience_of
from registration.words.crisis_lines import crisis_words
from registration.words.dates import date_and_time_in_words, date_in_words
from registration.words.promises import discreet_promise, promise_sentence
from registration.words.reaching_us import code_to_give
from registration.words.tasks import task_in_words

DESK_LANGUAGE = "nl"
#: How long a backup holds what was deleted since; deploy/ does it, pages and the statement say it.
BACKUPS_KEPT = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Mail:
    """One mail.

    `identity` says what makes it this mail: two with the same identity are one, which is sent once.
    `values` stand for the placeholders of the wording that the coordinator keeps for `code`, and
    none of them comes from a visitor; `written` are words that nobody edits. Mails to people count
    for a `share`; colleagues get all there are. A mail that names a moment says `until` when it is
    true, and with which `late_values` it is still worth sending after that.
    """

    code: MailCode
    recipient: str
    sender: Sender
    identity: str
    language: str = DESK_LANGUAGE
    values: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None
    late_values: Mapping[str, str] = field(default_factory=dict)
    written: RenderedMail | None = None
    registration: Registration | None = None
    share: Share | None = None
    is_allowed: bool = True


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """To whom a last mail goes, kept while everything else about the person is deleted."""

    address: str
    language: str
    is_neutral: bool


def confirmation(
    registration: Registration,
    answers: Answers,
    policy: ContactPolicy,
    told: Promised,
) -> Mail:
    """Tell a person, in the language of the form, that the registration or question came in.

    Args:
        registration: the stored registration.
        answers: its answers; only the e-mail address is used.
        policy: what the answers permit.
        told: what may be told of the promise.
    """
    language = registration.language
    is_neutral = policy.mail is MailStyle.NEUTRAL
    if is_neutral:
        code, say = MailCode.CONFIRMATION_NEUTRAL, discreet_promise
        values = {"neutral_sender": neutral_sender_name()}
    else:
        code, say = _confirmation_code(registration, answers), promise_sentence
        values = {
            "your_code": code_to_give(registration.source, answers.whose_contact, language),
            "crisis": crisis_words(audience_of(answers), language),
            "own_page": _own_page(registration, answers),
            **_our_phone(answers, language),
        }
    return Mail(
        code=code,
        recipient=answers.email.strip(),
        sender=sender_to_people(is_neutral=is_neutral),
        identity=f"{code}:{registration.submission_key}",
        language=language,
        values=values | {"promise": say(told, language)},
        until=told.before,
        late_values=values | {"promise": say(too_late(told), language)},
        registration=registration,
        share=CONFIRMATIONS,
        is_allowed=policy.mail is not MailStyle.NONE,
    )


def referral_receipt(
    registration: Registration,
    referral: Referral,
    reference: str,
    told: Promised,
) -> Mail:
    """Tell the professional that the referral came in, and nothing of the client.

    Args:
        registration: the stored registration; its language is that of the mail.
        referral: only the professional's address is used.
        reference: the number that the professional can mention on the telephone.
        told: what may be told of the promise.
    """
    code, language = MailCode.REFERRAL_RECEIVED, registration.language

    def values(told: Promised) -> dict[str, str]:
        sentence = promise_sentence(told, language, whose=Whose.CLIENT)
        return {"referral_id": reference, "callback_line": sentence}

    return Mail(
        code=code,
        recipient=referral.email,
        sender=sender_to_people(is_neutral=False),
        identity=f"{code}:{registration.submission_key}",
        language=language,
        values=values(told),
        until=told.before,
        late_values=values(too_late(told)),
        registration=registration,
        share=CONFIRMATIONS,
    )


def continue_link(
    address: str, link: str, last_day: datetime, language: str, saved_hash: str
) -> Mail:
    """Send a link with which a form that was saved is continued; nothing tells who we are.

    Args:
        address: one e-mail address; it is kept in the mail only, encrypted, until that is sent.
        link: works once.
        last_day: an aware datetime on the last day on which it works.
        language: of the form, `nl` or `en`.
        saved_hash: of the draft; the same one gives the same mail.
    """
    return Mail(
        code=MailCode.CONTINUE_LINK,
        recipient=address,
        sender=sender_to_people(is_neutral=neutral_mail_available()),
        identity=continue_link_identity(saved_hash),
        language=language,
        values={"link": link, "expiry_date": date_in_words(last_day, language)},
        until=last_day,
        share=CONFIRMATIONS,
    )


def continue_link_identity(saved_hash: str) -> str:
    """Return what makes the mail with a link this mail: the draft that it continues."""
    return f"{MailCode.CONTINUE_LINK}:{saved_hash}"


def tried(callback: Callback, answers: Answers, policy: ContactPolicy, last_day: datetime) -> Mail:
    """Tell a person that we called in vain.

    Args:
        callback: to the person.
        answers: of the person; only the e-mail address is used.
        policy: what the answers permit.
        last_day: an aware moment; after it the registration is closed.
    """
    registration = callback.registration
    is_neutral = policy.mail is MailStyle.NEUTRAL
    code = MailCode.TRIED_NEUTRAL if is_neutral else MailCode.TRIED
    values = {"last_date": date_in_words(last_day, registration.language)}
    if not is_neutral:
        values |= _our_phone(answers, registration.language)
    return Mail(
        code=code,
        recipient=answers.email.strip(),
        sender=sender_to_people(is_neutral=is_neutral),
        identity=f"{code}:{callback.pk}:{callback.attempt_count}",
        language=registration.language,
        values=values | ({"neutral_sender": neutral_sender_name()} if is_neutral else {}),
        until=last_day,
        registration=registration,
        share=TRIED,
        is_allowed=policy.mail is not MailStyle.NONE,
    )


def withdrawn(registration: Registration, recipient: Recipient, now: datetime) -> Mail:
    """Confirm to a person that they stopped.

    Args:
        registration: that was withdrawn.
        recipient: who allowed e-mail.
        now: an aware moment, when that was.
    """
    code = MailCode.WITHDRAWN_NEUTRAL if recipient.is_neutral else MailCode.WITHDRAWN
    values = {"date": date_in_words(now, recipient.language)}
    if not recipient.is_neutral:
        values |= _our_phone(registration.read_answers(), recipient.language)
    return _farewell(
        code,
        recipient,
        values,
        identity=f"{code}:{registration.pk}:{now.isoformat()}",
        registration=registration,
    )


def erased(recipient: Recipient, proof: str, now: datetime) -> Mail:
    """Confirm to a person that all there was about them is deleted; no row leads to them any more.

    Args:
        recipient: who allowed e-mail.
        proof: the number of the proof; a neutral mail carries none.
        now: an aware moment, when that was.
    """
    code = MailCode.ERASED_NEUTRAL if recipient.is_neutral else MailCode.ERASED
    values = {
        "date": date_in_words(now, recipient.language),
        "backup_date": date_in_words(now + BACKUPS_KEPT, recipient.language),
    }
    if not recipient.is_neutral:
        values["proof"] = proof
    return _farewell(code, recipient, values, identity=f"{code}:{proof}")


def reminder(address: str, *, says_who: bool, language: str, code_hash: str) -> Mail:
    """Send the reminder that somebody asked for.

    Args:
        address: a checked address.
        says_who: whether the mail may say who we are; if not, there must be a neutral sender.
        language: of the mail.
        code_hash: of the code that cancels it, until it is sent.
    """
    return Mail(
        code=MailCode.REMINDER if says_who else MailCode.REMINDER_NEUTRAL,
        recipient=address,
        sender=sender_to_people(is_neutral=not says_who),
        identity=reminder_identity(code_hash),
        language=language,
        values={} if says_who else {"neutral_sender": neutral_sender_name()},
        share=REMINDERS,
    )


def reminder_identity(code_hash: str) -> str:
    """Return what makes a reminder this mail: the code that cancels it."""
    return f"{MailCode.REMINDER}:{code_hash}"


def desk_notice(callback: Callback) -> Mail:
    """Tell the desk that a callback waits; the mail holds no personal data."""
    return Mail(
        code=MailCode.DESK_NOTICE,
        recipient=settings.DESK_EMAIL,
        sender=sender_to_colleagues(),
        identity=f"{MailCode.DESK_NOTICE}:{callback.pk}",
        values=_of_callback(callback, DESK_LANGUAGE) | {"due_at": _due_at(callback)},
        registration=callback.registration,
    )


def change_notice(callback: Callback) -> Mail:
    """Tell the desk that the person changed something; the mail does not say what."""
    return Mail(
        code=MailCode.DESK_CHANGE,
        recipient=settings.DESK_EMAIL,
        sender=sender_to_colleagues(),
        identity=f"{MailCode.DESK_CHANGE}:{uuid4()}",
        values=_of_callback(callback, DESK_LANGUAGE),
        registration=callback.registration,
    )


def promise_notice(
    code: MailCode, callback: Callback, recipient: str, language: str, hours_left: int = 0
) -> Mail:
    """Tell somebody of the desk about a promise that ends or was broken; number and time only.

    Args:
        code: `PROMISE_REMINDER` or `PROMISE_BREACHED`.
        callback: the promise; the same one gives the same mail, which a recipient gets once.
        recipient: the address of a colleague, or of the desk.
        language: in which that colleague uses the admin.
        hours_left: open hours until the deadline, for a reminder.
    """
    return Mail(
        code=code,
        recipient=recipient,
        sender=sender_to_colleagues(),
        identity=f"{code}:{callback.pk}:{recipient}",
        language=language,
        values=_of_callback(callback, language)
        | {
            "hours": str(hours_left),
            "due_at": date_and_time_in_words(callback.due_at, language),
        },
        registration=callback.registration,
    )


def account_mail(recipient: str, subject: str, body: str) -> Mail:
    """Tell a colleague something about an account.

    Args:
        recipient: the address of the colleague.
        subject: one line, without anything about registrations.
        body: the text, in the language of the colleague.
    """
    return Mail(
        code=MailCode.ACCOUNT,
        recipient=recipient,
        sender=sender_to_colleagues(),
        identity=f"{MailCode.ACCOUNT}:{uuid4()}",
        written=RenderedMail(subject, body),
    )


def _farewell(
    code: MailCode,
    recipient: Recipient,
    values: dict[str, str],
    *,
    identity: str,
    registration: Registration | None = None,
) -> Mail:
    if recipient.is_neutral:
        values["neutral_sender"] = neutral_sender_name()
    return Mail(
        code=code,
        recipient=recipient.address,
        sender=sender_to_people(is_neutral=recipient.is_neutral),
        identity=identity,
        language=recipient.language,
        values=values,
        registration=registration,
        share=FAREWELLS,
    )


def _own_page(registration: Registration, answers: Answers) -> str:
    """Return that somebody can change things themselves and where, or "" for who cannot."""
    path = page_url(PageRole.OWN_REGISTRATION, registration.language)
    if not path or not registration.secret_words_hash:
        return ""
    link = {"link": absolute_url(path)}
    with translation.override(registration.language):
        if answers.whose_contact is Whose.HELPED:
            return (
                _(
                    "You can change something, pause, stop or delete everything yourself. Ask the "
                    "person who registered you for the code and the secret words: %(link)s"
                )
                % link
            )
        return (
            _(
                "You can change something, pause, stop or delete everything yourself. Use the code "
                "and the secret words you saw on the screen: %(link)s"
            )
            % link
        )


def _confirmation_code(registration: Registration, answers: Answers) -> MailCode:
    if registration.source == Source.QUESTION:
        return MailCode.QUESTION_RECEIVED
    # The address is that of whom we call.
    return MailCode.CONFIRMATION_HELPER if answers.calls_helper else MailCode.CONFIRMATION


def _our_phone(answers: Answers, language: str) -> dict[str, str]:
    # Whoever is abroad cannot dial it as it is read at home.
    is_abroad = audience_of(answers) == CrisisAudience.ABROAD
    return {"phone": phone_number(language, from_abroad=is_abroad)}


def _of_callback(callback: Callback, language: str) -> dict[str, str]:
    link = absolute_url(reverse("callbacks:details", args=[callback.pk]))
    task = task_in_words(callback, language)
    return {"queue_id": str(callback), "admin_link": link, "task": task}


def _due_at(callback: Callback) -> str:
    due_at = date_and_time_in_words(callback.due_at, DESK_LANGUAGE)
    if callback.due_at > timezone.now():
        return due_at
    # A form on paper may have lain somewhere for longer than the promise lasts.
    with translation.override(DESK_LANGUAGE):
        return _("%(moment)s (this time has passed)") % {"moment": due_at}
