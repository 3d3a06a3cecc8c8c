"""Mails to the desk and to single colleagues; none holds personal data."""

from uuid import uuid4

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from perspectief.site_address import absolute_url
from registration.mail.declaration import DESK_LANGUAGE, Mail
from registration.mail.rendering import RenderedMail
from registration.mail.senders import sender_to_colleagues
from registration.models import Callback
from registration.vocabulary.mails import MailCode
from registration.words.dates import date_and_time_in_words
from registration.words.tasks import task_in_words


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
