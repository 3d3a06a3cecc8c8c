"""Mails to somebody of whom we know an address and nothing else."""

from datetime import datetime

from registration.mail.declaration import Mail
from registration.mail.senders import (
    neutral_mail_available,
    neutral_sender_name,
    sender_to_people,
)
from registration.mail.shares import CONFIRMATIONS, REMINDERS
from registration.vocabulary.mails import MailCode
from registration.words.dates import date_in_words


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
