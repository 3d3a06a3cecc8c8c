"""Mails to whoever registered or asked something, or whom we reach for them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from perspectief.page_roles import PageRole, page_url
from perspectief.phone_number import phone_number
from perspectief.site_address import absolute_url
from registration.mail.declaration import Mail
from registration.mail.senders import neutral_sender_name, sender_to_people
from registration.mail.shares import CONFIRMATIONS, FAREWELLS, TRIED
from registration.models import Callback, Registration
from registration.rules.contact_policy import ContactPolicy, MailStyle
from registration.rules.promised import Promised, too_late
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Source
from registration.vocabulary.mails import MailCode
from registration.vocabulary.person import CrisisAudience
from registration.vocabulary.whose import Whose
from registration.words.backups import gone_from_backups
from registration.words.crisis_audience import audience_of_reached
from registration.words.crisis_lines import crisis_words
from registration.words.dates import date_in_words
from registration.words.promises import discreet_promise, promise_sentence
from registration.words.reaching_us import code_to_give


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
        code, say = _neutral_confirmation_code(answers), discreet_promise
        values = {"neutral_sender": neutral_sender_name()}
    else:
        code, say = _confirmation_code(registration, answers), promise_sentence
        values = {
            "your_code": code_to_give(registration.source, answers.whose_contact, language),
            "crisis": crisis_words(audience_of_reached(answers), language),
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
        "backups": gone_from_backups(now, recipient.language),
    }
    if not recipient.is_neutral:
        values["proof"] = proof
    return _farewell(code, recipient, values, identity=f"{code}:{proof}")


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


def _neutral_confirmation_code(answers: Answers) -> MailCode:
    # Whoever others wrote for has sent us nothing.
    is_writer = answers.whose_contact is Whose.OWN
    return MailCode.CONFIRMATION_NEUTRAL if is_writer else MailCode.CONFIRMATION_NEUTRAL_OTHER


def _confirmation_code(registration: Registration, answers: Answers) -> MailCode:
    if registration.source == Source.QUESTION:
        return MailCode.QUESTION_RECEIVED
    # The address is that of whom we call.
    return MailCode.CONFIRMATION_HELPER if answers.calls_helper else MailCode.CONFIRMATION


def _our_phone(answers: Answers, language: str) -> dict[str, str]:
    # Whoever is abroad cannot dial it as it is read at home.
    is_abroad = audience_of_reached(answers) == CrisisAudience.ABROAD
    return {"phone": phone_number(language, from_abroad=is_abroad)}
