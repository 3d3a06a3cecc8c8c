"""Many people who register, and whether any of them was lost.

`FAULT_REGISTRATIONS=1000 pytest tests/faults` is the long form.
"""

import os
import uuid
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from registration.casework.contact_answers import contact_answers_of
from registration.casework.receipts import Receipt
from registration.casework.submission import Submission, submit_draft
from registration.mail.delivery import deliver_due
from registration.models import Callback, Draft, OutboundMail, Registration
from registration.vocabulary.callbacks import CallbackState
from tests.registration.factories import AnswersFactory
from tests.support.smtp_server import Mailbox

MANY = int(os.environ.get("FAULT_REGISTRATIONS", "12"))
#: Between two looks at the outbox; a mail waits about a minute after its first failure. Each look
#: ends with the first mail that meets a server which is away.
STEP = timedelta(seconds=10)
MOST_ROUNDS = 400 + 4 * MANY


def address_of(draft: Draft) -> str:
    """Return the address of somebody, which nobody else has."""
    return f"person-{draft.pk}@example.org"


def drafts(count: int = MANY) -> list[Draft]:
    """Return filled-in forms of as many people, ready to be sent."""
    until = timezone.now() + timedelta(hours=1)
    return [
        Draft.objects.create(token_hash=uuid.uuid4().hex, expires_at=until) for _ in range(count)
    ]


def send(draft: Draft) -> Receipt:
    """Send a form; a second time gives the same receipt, as pressing the button again does."""
    answers = AnswersFactory(
        all_channels=True, email=address_of(draft), organisation_may_be_named=True
    )
    submission = Submission(answers=answers, language="nl", key=draft.submission_key)
    return submit_draft(draft, submission)


def deliver_all(start: datetime | None = None) -> None:
    """Send until nothing waits, as workers do in the hours that follow."""
    now = start or timezone.now()
    for turn in range(MOST_ROUNDS):
        if not OutboundMail.objects.filter(sent_at=None, failed_at=None).exists():
            return
        deliver_due(now + turn * STEP)


def assert_nothing_lost(sent: Iterable[Draft], mailbox: Mailbox) -> int:
    """Look for every person: one registration, one promise, a confirmation that arrived.

    Returns:
        How many mails arrived more than once; the Message-ID says which.
    """
    people = list(sent)
    keys = {draft.submission_key for draft in people}
    assert set(Registration.objects.values_list("submission_key", flat=True)) == keys
    promised = Callback.objects.filter(state=CallbackState.OPEN, due_at__isnull=False)
    assert sorted(promised.values_list("registration__submission_key", flat=True)) == sorted(keys)
    assert not OutboundMail.objects.filter(sent_at=None).exists()
    assert OutboundMail.objects.count() == 2 * len(people)  # to the person, and to the desk
    recipients = Counter(each for one in mailbox.envelopes for each in one.rcpt_tos)
    assert [draft.pk for draft in people if not recipients[address_of(draft)]] == []
    times = Counter(message["Message-ID"] for message in mailbox.messages)
    assert set(times) == set(OutboundMail.objects.values_list("message_id", flat=True))
    return times.total() - len(times)


def assert_each_is_there(addresses: Iterable[str], mailbox: Mailbox) -> None:
    """Look for everybody who was thanked: decrypted, once, with one promise and one confirmation.

    Args:
        addresses: of those who were thanked, and of nobody else.
        mailbox: what all mails went to.
    """
    people = Counter(addresses)
    registrations = list(Registration.objects.all())
    assert Counter(contact_answers_of(each).email for each in registrations) == people
    promised = Callback.objects.filter(state=CallbackState.OPEN, due_at__isnull=False)
    assert sorted(promised.values_list("registration", flat=True)) == sorted(
        each.pk for each in registrations
    )
    assert OutboundMail.objects.count() == 2 * people.total()  # to the person, and to the desk
    assert not OutboundMail.objects.filter(sent_at=None).exists()
    recipients = Counter(each for one in mailbox.envelopes for each in one.rcpt_tos)
    assert [address for address in people if not recipients[address]] == []
