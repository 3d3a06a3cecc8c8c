"""What the call screen offers after the last attempt: the channels on which we may leave word."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from registration.casework.attempt_message import RINGING, last_day_to_answer
from registration.casework.follow_up import awaits_message, channels_for
from registration.desk.callback.script import spoken_words
from registration.desk.callback.script.care import message_to_helper
from registration.desk.callback.script.definition import Situation
from registration.models import Callback
from registration.rules.contact_policy import ContactPolicy, MailStyle
from registration.vocabulary.answers import Answers
from registration.vocabulary.channels import MessageChannel


@dataclass(frozen=True)
class Way:
    """One channel: what to do, the words for it, and the button that records it.

    `blocked` says why it cannot be used at this moment; then there is no button.
    """

    channel: str
    icon: str
    words: str
    button: str
    quote: str = ""
    blocked: str = ""


@dataclass(frozen=True, kw_only=True)
class LastMessage:
    """Either the ways to leave word, or when word was left and when the registration closes.

    `goes_to` says that it goes to who helps, if it does.
    """

    ways: list[Way]
    left_at: datetime | None
    closes_at: datetime | None
    goes_to: str = ""


def last_message_of(
    callback: Callback, situation: Situation, usable: Answers, *, blocked_now: str
) -> LastMessage | None:
    """Return what there is to leave word about; None while attempts are left.

    Args:
        callback: with its registration.
        situation: what the script is made from.
        usable: the answers without the ways that turned out wrong.
        blocked_now: why the person may not be called at this moment; empty if they may.
    """
    if callback.has_message and callback.message_at is not None:
        return LastMessage(
            ways=[],
            left_at=callback.message_at,
            closes_at=last_day_to_answer(callback.message_at),
        )
    if not awaits_message(callback):
        return None
    ways = [
        _way(channel, situation, blocked_now if channel in RINGING else "")
        for channel in channels_for(callback, usable)
    ]
    return LastMessage(
        ways=ways,
        left_at=None,
        closes_at=None,
        goes_to=message_to_helper(situation.answers),
    )


def _way(channel: MessageChannel, situation: Situation, blocked: str) -> Way:
    match channel:
        case MessageChannel.EMAIL:
            return Way(channel, "mail", _mail_words(situation.policy), _("Send the e-mail now"))
        case MessageChannel.TEXT:
            return Way(
                channel,
                "comment",
                _("Send a text message:"),
                _("I sent this text message"),
                _quote(
                    situation,
                    spoken_words.last_text_message,
                    spoken_words.neutral_last_text_message,
                ),
                blocked,
            )
        case MessageChannel.VOICEMAIL:
            return Way(
                channel,
                "voicemail",
                _voicemail_words(situation.policy),
                _("I left this voicemail"),
                _quote(situation, spoken_words.last_voicemail, spoken_words.neutral_last_voicemail),
                blocked,
            )
        case MessageChannel.LETTER:
            return Way(
                channel,
                "doc-full",
                _("Send a letter, in a plain envelope without a return address:"),
                _("I sent this letter"),
                _quote(situation, spoken_words.last_letter, spoken_words.neutral_last_letter),
            )


def _mail_words(policy: ContactPolicy) -> str:
    if policy.mail is MailStyle.NEUTRAL:
        return _("The site sends a neutral e-mail. It does not name us or say what it is about.")
    return _(
        "The site sends an e-mail. It says that we tried to call, and does not repeat any answers."
    )


def _voicemail_words(policy: ContactPolicy) -> str:
    if policy.withhold_number:
        return _("Withhold your number, call once more, and leave a voicemail:")
    return _("Call once more, and leave a voicemail:")


def _quote(situation: Situation, named: spoken_words.Words, neutral: spoken_words.Words) -> str:
    words = named if situation.policy.may_name_organisation else neutral
    return words(situation.speech)
