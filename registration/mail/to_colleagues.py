"""Mails to the desk and to single colleagues; none holds personal data."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from perspectief.site_address import absolute_url
from registration.mail.declaration import DESK_LANGUAGE, Mail
from registration.mail.rendering import RenderedMail
from registration.mail.senders import sender_to_colleagues
from registration.models import Callback, Informed
from registration.vocabulary.mails import MailCode
from registration.words.dates import date_and_time_in_words
from registration.words.informed import names_of_informed
from registration.words.tasks import task_in_words

#: In one mail; the queue has the rest.
PROMISES_LISTED = 30


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


def informed_notice(informed: Sequence[Informed]) -> Mail:
    """Tell the desk who outside it has to hear of a change: what they have is no longer so.

    Args:
        informed: who has to be told, of one person; at least one.
    """
    return Mail(
        code=MailCode.DESK_INFORMED,
        recipient=settings.DESK_EMAIL,
        sender=sender_to_colleagues(),
        identity=f"{MailCode.DESK_INFORMED}:{uuid4()}",
        values={
            "queue_id": ", ".join(dict.fromkeys(map(str, informed))),
            "names": names_of_informed(informed, DESK_LANGUAGE),
            "admin_link": absolute_url(reverse("registration_unfinished")),
        },
    )


def promise_digest(
    recipient: str,
    language: str,
    *,
    broken: Sequence[Callback],
    ending: Sequence[Callback],
    now: datetime,
) -> Mail:
    """Tell a colleague about promises, all in one mail: numbers, tasks and times only.

    Args:
        recipient: the address of a colleague, or of the desk.
        language: in which that colleague uses the admin.
        broken: whose time has passed; perhaps none.
        ending: whose time comes soon; perhaps none.
        now: an aware moment, at which they are marked as told: one mail for each recipient.
    """
    with translation.override(language):
        values = {
            "summary": _promises_in_short(len(broken), len(ending)),
            "broken": _promise_list(
                _(
                    "Not kept. Do it yourself, or hand it over. Then record the reason under "
                    "Reports, Promises."
                ),
                broken,
                language,
            ),
            "ending": _promise_list(_("These promises end soon."), ending, language),
            "admin_link": absolute_url(reverse("callbacks:index")),
        }
    return Mail(
        code=MailCode.PROMISE_DIGEST,
        recipient=recipient,
        sender=sender_to_colleagues(),
        identity=f"{MailCode.PROMISE_DIGEST}:{recipient}:{now.isoformat()}",
        language=language,
        values=values,
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
    link = absolute_url(reverse("callbacks:details", args=[callback.address]))
    task = task_in_words(callback, language)
    return {"queue_id": str(callback), "admin_link": link, "task": task}


def _promises_in_short(broken: int, ending: int) -> str:
    parts = []
    if broken:
        words = ngettext("%(number)s not kept", "%(number)s not kept", broken)
        parts.append(words % {"number": broken})
    if ending:
        words = ngettext("%(number)s ends soon", "%(number)s end soon", ending)
        parts.append(words % {"number": ending})
    return ", ".join(parts)


def _promise_list(heading: str, callbacks: Sequence[Callback], language: str) -> str:
    """Return a heading and a line for each, or "" for none; call with the language active."""
    if not callbacks:
        return ""
    lines = [heading]
    for callback in callbacks[:PROMISES_LISTED]:
        told = {
            **_of_callback(callback, language),
            "moment": date_and_time_in_words(callback.due_at, language),
        }
        lines.append(_("%(queue_id)s: %(task)s, before %(moment)s.\n%(admin_link)s") % told)
    more = len(callbacks) - PROMISES_LISTED
    if more > 0:
        words = ngettext("And %(number)s more.", "And %(number)s more.", more)
        lines.append(words % {"number": more})
    return "\n\n".join(lines)


def _due_at(callback: Callback) -> str:
    due_at = date_and_time_in_words(callback.due_at, DESK_LANGUAGE)
    if callback.due_at > timezone.now():
        return due_at
    # A form on paper may have lain somewhere for longer than the promise lasts.
    with translation.override(DESK_LANGUAGE):
        return _("%(moment)s (this time has passed)") % {"moment": due_at}
