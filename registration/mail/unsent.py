"""Mails that have not gone out: how many there are, and what becomes of those given up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q
from django.utils import timezone

from registration.mail.tasks import nudge
from registration.models import OutboundMail
from registration.vocabulary.lifecycle import Lifecycle

# Mail goes out within seconds. Trying again after one or two faults takes some minutes.
STUCK_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class MailCounts:
    """How many mails still have to go out, since when the oldest, and how many were given up."""

    waiting: int
    failed: int
    oldest_waiting: datetime | None

    def is_stuck(self, now: datetime) -> bool:
        """Return whether a mail waits for longer than mails do; `now` is an aware moment."""
        return self.oldest_waiting is not None and now - self.oldest_waiting > STUCK_AFTER


def undelivered_among(registrations: Iterable[int]) -> set[int]:
    """Return the registrations of which a mail to the person, or who referred, was given up.

    Args:
        registrations: their numbers.
    """
    return set(
        OutboundMail.objects.filter(
            registration__in=list(registrations), sent_at=None, failed_at__isnull=False
        )
        .exclude(recipient_hash="")  # what the desk gets itself
        .values_list("registration", flat=True)
    )


def waiting_and_failed_counts() -> MailCounts:
    """Return how many mails still have to go out, and how many were given up; one query."""
    return MailCounts(
        **OutboundMail.objects.filter(sent_at=None).aggregate(
            oldest_waiting=Min("created_at", filter=Q(failed_at=None)),
            waiting=Count("pk", filter=Q(failed_at=None)),
            failed=Count("pk", filter=Q(failed_at__isnull=False)),
        )
    )


def resend(mail_id: int) -> bool:
    """Give a mail that was given up another round of tries, beginning now.

    Returns:
        Whether there was such a mail.
    """
    found = OutboundMail.objects.filter(pk=mail_id, sent_at=None, failed_at__isnull=False).update(
        failed_at=None, delivery_tries=0, lease_until=None, next_try_at=timezone.now()
    )
    if found:
        nudge(mail_id)
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
