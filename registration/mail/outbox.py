"""Mails to send, written in the same transaction as what they are about.

The OutboundMail row is the truth and the task only a nudge: `mail_delivery` sends every row sooner
or later. docs/decisions/outbox-mail.md says why.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from perspectief.encryption import blind_index
from perspectief.fault_isolation import contain_fault
from perspectief.site_address import absolute_url
from registration.mail.delivery import Message
from registration.mail.rendering import render
from registration.mail.senders import (
    domain_of,
    is_address,
    neutral_mail_available,
    neutral_sender_name,
)
from registration.mail.shares import has_share_left
from registration.mail.tasks import send_mail
from registration.models import Callback, OutboundMail, Registration
from registration.rules.contact_policy import ContactPolicy, MailStyle
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.mails import MailCode
from registration.vocabulary.referral import Referral
from registration.words.dates import date_and_time_in_words, date_in_words
from registration.words.promises import promise_sentence

DESK_LANGUAGE = "nl"
CONFIRMATION_CODES = (
    MailCode.CONFIRMATION,
    MailCode.CONFIRMATION_NEUTRAL,
    MailCode.QUESTION_RECEIVED,
    MailCode.REFERRAL_RECEIVED,
    MailCode.CONTINUE_LINK,
)
# Anybody can type anybody's address: nobody gets more confirmations than this.
CONFIRMATIONS_PER_RECIPIENT = 3
CONFIRMATION_PERIOD = timedelta(days=1)
TRIED_CODES = (MailCode.TRIED, MailCode.TRIED_NEUTRAL)
TRIED_PER_RECIPIENT = 3
TRIED_PERIOD = timedelta(days=30)
REMINDER_CODES = (MailCode.REMINDER, MailCode.REMINDER_NEUTRAL)
REMINDERS_PER_RECIPIENT = 3
REMINDER_PERIOD = timedelta(days=30)


@dataclass(frozen=True)
class MailCounts:
    """How many mails still have to go out, and how many were given up."""

    waiting: int
    failed: int


def enqueue_confirmation(
    registration: Registration,
    answers: Answers,
    policy: ContactPolicy,
    due_at: datetime,
    task_kind: str,
) -> bool:
    """Have a confirmation sent in the person's language, where the contact policy allows one.

    The mail repeats no answer. Call within the transaction that stores the registration.

    Args:
        registration: the stored registration.
        answers: its answers; only the e-mail address is used.
        policy: what the answers permit.
        due_at: an aware datetime, the end of the promise.
        task_kind: what was promised, a code of `TaskKind`.

    Returns:
        Whether a mail will come. It will not if the policy forbids it, the address is none, or the
        address has had its share for today.
    """
    address = answers.email.strip()
    if policy.mail is MailStyle.NONE or not is_address(address):
        return False
    recipient_hash = _recipient_hash(address)
    if _had_their_share(recipient_hash, timezone.now()):
        return False
    language = registration.language
    if policy.mail is MailStyle.NEUTRAL:
        code = MailCode.CONFIRMATION_NEUTRAL
        sender, reply_to = settings.NEUTRAL_FROM_EMAIL, ""
        values = {
            "due_date": date_in_words(due_at, language),
            "neutral_sender": neutral_sender_name(),
        }
    else:
        is_question = registration.source == Source.QUESTION
        code = MailCode.QUESTION_RECEIVED if is_question else MailCode.CONFIRMATION
        sender, reply_to = settings.DEFAULT_FROM_EMAIL, settings.DESK_EMAIL
        values = {"promise": promise_sentence(task_kind, due_at, language)}
    _enqueue(
        code,
        registration,
        Message.of(render(code, language, values), address, sender, reply_to),
        identity=f"{code}:{registration.submission_key}",
        recipient_hash=recipient_hash,
    )
    return True


def enqueue_referral_receipt(
    registration: Registration,
    referral: Referral,
    reference: str,
    due_at: datetime,
    task_kind: str,
) -> bool:
    """Have the professional told that the referral came in; the mail tells nothing of the client.

    Call within the transaction that stores the registration.

    Args:
        registration: the stored registration; its language is that of the mail.
        referral: only the professional's address is used.
        reference: the number that the professional can mention on the telephone.
        due_at: an aware datetime, the end of the promise.
        task_kind: what was promised, a code of `TaskKind`.

    Returns:
        Whether a mail will come. It will not if the address is none, or has had its share for
        today.
    """
    recipient_hash = _recipient_hash(referral.email)
    if not is_address(referral.email) or _had_their_share(recipient_hash, timezone.now()):
        return False
    code, language = MailCode.REFERRAL_RECEIVED, registration.language
    values = {
        "referral_id": reference,
        "callback_line": promise_sentence(task_kind, due_at, language, about_client=True),
    }
    _enqueue(
        code,
        registration,
        Message.of(
            render(code, language, values),
            referral.email,
            settings.DEFAULT_FROM_EMAIL,
            settings.DESK_EMAIL,
        ),
        identity=f"{code}:{registration.submission_key}",
        recipient_hash=recipient_hash,
    )
    return True


@transaction.atomic
def enqueue_continue_link(
    address: str, link: str, last_day: datetime, language: str, saved_hash: str
) -> None:
    """Have a link sent with which a form that was saved is continued; nothing tells who we are.

    No mail comes if the address has had its share for today.

    Args:
        address: one e-mail address; it is kept in the mail only, encrypted, until that is sent.
        link: works once.
        last_day: an aware datetime on the last day on which it works.
        language: of the form, `nl` or `en`.
        saved_hash: of the draft; the same one gives the same mail, which is sent once.
    """
    recipient_hash = _recipient_hash(address)
    if _had_their_share(recipient_hash, timezone.now()):
        return
    is_neutral = neutral_mail_available()
    rendered = render(
        MailCode.CONTINUE_LINK,
        language,
        {"link": link, "expiry_date": date_in_words(last_day, language)},
    )
    _enqueue(
        MailCode.CONTINUE_LINK,
        None,
        Message.of(
            rendered,
            address,
            settings.NEUTRAL_FROM_EMAIL if is_neutral else settings.DEFAULT_FROM_EMAIL,
            "" if is_neutral else settings.DESK_EMAIL,
        ),
        identity=_continue_link_identity(saved_hash),
        recipient_hash=recipient_hash,
    )


def cancel_continue_links(saved_hashes: Iterable[str]) -> None:
    """Throw away the links that have not gone out to drafts that are deleted."""
    waiting = OutboundMail.objects.filter(code=MailCode.CONTINUE_LINK, sent_at=None)
    for saved_hash in saved_hashes:
        local_part = _local_part(_continue_link_identity(saved_hash))
        waiting.filter(message_id__startswith=f"<{local_part}@").delete()


def purge_continue_links(before: datetime) -> None:
    """Delete the mails with a link that were written by an aware moment, sent or not."""
    OutboundMail.objects.filter(code=MailCode.CONTINUE_LINK, created_at__lte=before).only(
        "pk"
    ).delete()


def enqueue_desk_notice(callback: Callback) -> None:
    """Tell the desk that a callback waits; the mail holds no personal data."""
    rendered = render(
        MailCode.DESK_NOTICE,
        DESK_LANGUAGE,
        {
            "queue_id": str(callback),
            "due_at": date_and_time_in_words(callback.due_at, DESK_LANGUAGE),
            "admin_link": _admin_link(callback),
        },
    )
    _enqueue(
        MailCode.DESK_NOTICE,
        callback.registration,
        Message.of(rendered, settings.DESK_EMAIL, settings.DEFAULT_FROM_EMAIL, ""),
        identity=f"{MailCode.DESK_NOTICE}:{callback.pk}",
    )


def enqueue_change_notice(callback: Callback) -> None:
    """Tell the desk that the person changed something; the mail does not say what."""
    rendered = render(
        MailCode.DESK_CHANGE,
        DESK_LANGUAGE,
        {"queue_id": str(callback), "admin_link": _admin_link(callback)},
    )
    _enqueue(
        MailCode.DESK_CHANGE,
        callback.registration,
        Message.of(rendered, settings.DESK_EMAIL, settings.DEFAULT_FROM_EMAIL, ""),
        identity=f"{MailCode.DESK_CHANGE}:{uuid4()}",
    )


def enqueue_tried(
    callback: Callback, answers: Answers, policy: ContactPolicy, last_day: datetime
) -> bool:
    """Tell a person by e-mail that we called in vain, where the contact policy allows one.

    The mail repeats no answer. Call within the transaction that records it.

    Args:
        callback: to the person.
        answers: of the person; only the e-mail address is used.
        policy: what the answers permit.
        last_day: an aware moment; after it the registration is closed.

    Returns:
        Whether a mail will come. It will not if the policy forbids it, the address is none, or the
        address has had its share of this month.
    """
    address = answers.email.strip()
    if policy.mail is MailStyle.NONE or not is_address(address):
        return False
    recipient_hash = _recipient_hash(address)
    if not has_share_left(
        recipient_hash, TRIED_CODES, TRIED_PER_RECIPIENT, TRIED_PERIOD, timezone.now()
    ):
        return False
    registration = callback.registration
    language = registration.language
    values = {"last_date": date_in_words(last_day, language)}
    if policy.mail is MailStyle.NEUTRAL:
        code = MailCode.TRIED_NEUTRAL
        sender, reply_to = settings.NEUTRAL_FROM_EMAIL, ""
        values["neutral_sender"] = neutral_sender_name()
    else:
        code = MailCode.TRIED
        sender, reply_to = settings.DEFAULT_FROM_EMAIL, settings.DESK_EMAIL
    _enqueue(
        code,
        registration,
        Message.of(render(code, language, values), address, sender, reply_to),
        identity=f"{code}:{callback.pk}:{callback.attempt_count}",
        recipient_hash=recipient_hash,
    )
    return True


def enqueue_promise_notice(
    code: MailCode, callback: Callback, recipient: str, language: str, hours_left: int = 0
) -> None:
    """Tell somebody of the desk about a promise that ends or was broken; number and time only.

    Args:
        code: `PROMISE_REMINDER` or `PROMISE_BREACHED`.
        callback: the promise; the same one gives the same mail, which a recipient gets once.
        recipient: the address of a colleague, or of the desk.
        language: in which that colleague uses the admin.
        hours_left: open hours until the deadline, for a reminder.
    """
    rendered = render(
        code,
        language,
        {
            "queue_id": str(callback),
            "hours": str(hours_left),
            "due_at": date_and_time_in_words(callback.due_at, language),
            "admin_link": _admin_link(callback),
        },
    )
    _enqueue(
        code,
        callback.registration,
        Message.of(rendered, recipient, settings.DEFAULT_FROM_EMAIL, ""),
        identity=f"{code}:{callback.pk}:{recipient}",
    )


def enqueue_reminder(
    address: str, *, says_who: bool, language: str, code_hash: str, now: datetime
) -> bool:
    """Have a reminder sent that somebody asked for; the mail repeats nothing.

    Call within the transaction that deletes the reminder.

    Args:
        address: a checked address.
        says_who: whether the mail may say who we are; if not, there must be a neutral sender.
        language: of the mail.
        code_hash: of the code that cancels it, until it is sent.
        now: an aware datetime.

    Returns:
        Whether a mail will come. It will not if the address has had its share of this month.
    """
    recipient_hash = _recipient_hash(address)
    if not has_share_left(
        recipient_hash, REMINDER_CODES, REMINDERS_PER_RECIPIENT, REMINDER_PERIOD, now
    ):
        return False
    if says_who:
        code, values = MailCode.REMINDER, {}
        sender, reply_to = settings.DEFAULT_FROM_EMAIL, settings.DESK_EMAIL
    else:
        code, values = MailCode.REMINDER_NEUTRAL, {"neutral_sender": neutral_sender_name()}
        sender, reply_to = settings.NEUTRAL_FROM_EMAIL, ""
    _enqueue(
        code,
        None,
        Message.of(render(code, language, values), address, sender, reply_to),
        identity=_reminder_identity(code_hash),
        recipient_hash=recipient_hash,
    )
    return True


def cancel_reminder(code_hash: str) -> bool:
    """Throw away the mail of a reminder, if it waits; return whether it did."""
    local_part = _local_part(_reminder_identity(code_hash))
    deleted, _ = OutboundMail.objects.filter(
        code__in=REMINDER_CODES, message_id__startswith=f"<{local_part}@", sent_at=None
    ).delete()
    return bool(deleted)


def enqueue_account_mail(recipient: str, subject: str, body: str) -> None:
    """Have a mail sent to a colleague about an account; call within the transaction of the change.

    Args:
        recipient: the address of the colleague.
        subject: one line, without anything about registrations.
        body: the text, in the language of the colleague.
    """
    _enqueue(
        MailCode.ACCOUNT,
        None,
        Message(recipient, settings.DEFAULT_FROM_EMAIL, "", subject, body),
        identity=f"{MailCode.ACCOUNT}:{uuid4()}",
    )


def resend(mail_id: int) -> bool:
    """Give a mail that was given up another round of attempts, beginning now.

    Returns:
        Whether there was such a mail.
    """
    found = OutboundMail.objects.filter(pk=mail_id, sent_at=None, failed_at__isnull=False).update(
        failed_at=None, attempts=0, lease_until=None, next_attempt_at=timezone.now()
    )
    if found:
        _nudge(mail_id)
    return bool(found)


def drop(mail_id: int) -> bool:
    """Throw away a mail that was given up, because it need not go out any more.

    Returns:
        Whether there was such a mail.
    """
    deleted, _ = OutboundMail.objects.filter(may_be_dropped(), pk=mail_id).delete()
    return bool(deleted)


def may_be_dropped() -> Q:
    """Return the condition that a mail was given up, and that what it was about is over.

    While a registration is open, the person has yet to be told in another way.
    """
    return Q(sent_at=None, failed_at__isnull=False, registration__state__in=Lifecycle.outcomes())


def cancel_waiting(registration: Registration) -> int:
    """Throw away the mails about a registration that have not gone out; return how many."""
    deleted, _ = OutboundMail.objects.filter(registration=registration, sent_at=None).delete()
    return deleted


def cancel_waiting_for_person(registration: Registration) -> int:
    """Throw away what has not gone out to the person; what the desk gets still goes out."""
    deleted, _ = (
        OutboundMail.objects.filter(registration=registration, sent_at=None)
        .exclude(recipient_hash="")
        .delete()
    )
    return deleted


def waiting_and_failed_counts() -> MailCounts:
    """Return how many mails still have to go out, and how many were given up."""
    return MailCounts(
        **OutboundMail.objects.filter(sent_at=None).aggregate(
            waiting=Count("pk", filter=Q(failed_at=None)),
            failed=Count("pk", filter=Q(failed_at__isnull=False)),
        )
    )


def _admin_link(callback: Callback) -> str:
    return absolute_url(reverse("callbacks:details", args=[callback.pk]))


def _enqueue(
    code: MailCode,
    registration: Registration | None,
    message: Message,
    *,
    identity: str,
    recipient_hash: str = "",
) -> None:
    # The same mail has the same Message-ID, however often it is enqueued or sent.
    mail, created = OutboundMail.objects.get_or_create(
        message_id=f"<{_local_part(identity)}@{domain_of(message.sender)}>",
        defaults={
            "code": code,
            "registration": registration,
            "recipient_hash": recipient_hash,
            "message": message.to_stored(),
        },
    )
    if created:
        _nudge(mail.pk)


def _continue_link_identity(saved_hash: str) -> str:
    return f"{MailCode.CONTINUE_LINK}:{saved_hash}"


def _reminder_identity(code_hash: str) -> str:
    return f"{MailCode.REMINDER}:{code_hash}"


def _local_part(identity: str) -> str:
    return blind_index("message_id", identity)[:32]


def _nudge(mail_id: int) -> None:
    def enqueue_task() -> None:
        with contain_fault("nudging the worker"):  # the sweeper finds the mail too
            send_mail.enqueue(mail_id)

    transaction.on_commit(enqueue_task)


def _had_their_share(recipient_hash: str, now: datetime) -> bool:
    return not has_share_left(
        recipient_hash, CONFIRMATION_CODES, CONFIRMATIONS_PER_RECIPIENT, CONFIRMATION_PERIOD, now
    )


def _recipient_hash(address: str) -> str:
    # name+anything@ reaches the same mailbox as name@.
    local_part, _, domain = address.rpartition("@")
    return blind_index("recipient", f"{local_part.partition('+')[0]}@{domain}")
