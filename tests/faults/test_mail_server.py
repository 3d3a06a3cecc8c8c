"""Whatever the mail server does, the registrant notices nothing and no mail is lost."""

import logging
import time
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from registration.background.worker import Worker
from registration.casework.receipts import Receipt
from registration.casework.submission import Submission, submit_registration
from registration.mail import unsent
from registration.mail.delivery import deliver_due
from registration.models import OutboundMail
from registration.reminder.sending import send_reminders
from tests.faults.conftest import SlowMailbox
from tests.registration.factories import EMAIL, AnswersFactory
from tests.registration.reminder.test_sending import DUE, ask
from tests.support.smtp_server import Mailbox

pytestmark = pytest.mark.django_db(transaction=True)
DESK = "aanmeldpunt@example.org"


def register() -> Receipt:
    """Send a registration of somebody who may be mailed under our name."""
    answers = AnswersFactory(all_channels=True, organisation_may_be_named=True)
    return submit_registration(Submission(answers=answers, language="nl", key=uuid.uuid4()))


def after_the_pause() -> int:
    """Send what is due when the first pause is over; return how many went out."""
    return deliver_due(timezone.now() + timedelta(minutes=2))


def our_log(caplog: pytest.LogCaptureFixture) -> str:
    """Return what was logged, but for what the mail server of the test says itself."""
    return "\n".join(record.getMessage() for record in caplog.records if record.name != "mail.log")


def waiting_and_failed() -> tuple[int, int]:
    """Return how many mails still have to go out, and how many were given up."""
    counts = unsent.waiting_and_failed_counts()
    return counts.waiting, counts.failed


def test_a_registration_is_mailed_at_once(smtp_server: Mailbox) -> None:
    register()
    Worker().run_round()
    assert [message["To"] for message in smtp_server.messages] == [EMAIL, DESK]
    (envelope, _) = smtp_server.envelopes
    assert envelope.mail_from == DESK
    assert waiting_and_failed() == (0, 0)


def test_the_server_is_down_when_somebody_registers(smtp_server: Mailbox, caplog) -> None:
    smtp_server.stop()
    receipt = register()
    assert receipt.mail_will_come
    with caplog.at_level(logging.DEBUG):
        Worker().run_round()
        Worker().run_round()
    assert unsent.waiting_and_failed_counts().waiting == 2
    assert "is postponed: ConnectionRefusedError" in our_log(caplog)
    assert EMAIL not in our_log(caplog)

    smtp_server.start()
    assert after_the_pause() == 2
    assert len(smtp_server.messages_to(EMAIL)) == 1
    assert len(smtp_server.messages_to(DESK)) == 1


def test_a_reminder_outlives_a_server_that_is_down(smtp_server: Mailbox) -> None:
    ask(EMAIL)
    smtp_server.stop()
    assert send_reminders(DUE) == 1
    deliver_due()
    assert OutboundMail.objects.get().message is not None
    smtp_server.start()
    after_the_pause()
    assert after_the_pause() == 0
    (message,) = smtp_server.messages
    assert (message["To"], message["Subject"]) == (EMAIL, "De herinnering waar je om vroeg")
    assert OutboundMail.objects.get().message is None


def test_the_server_wants_us_to_come_back_later(smtp_server: Mailbox) -> None:
    smtp_server.refuse_with = "451 Try again later"
    register()
    Worker().run_round()
    assert waiting_and_failed() == (2, 0)
    smtp_server.refuse_with = None
    assert after_the_pause() == 2
    assert len(smtp_server.messages) == 2


def test_the_server_refuses_for_good_and_staff_send_it_again(smtp_server: Mailbox, caplog) -> None:
    smtp_server.refuse_with = f"550 No mailbox {EMAIL} here"
    register()
    with caplog.at_level(logging.DEBUG):
        Worker().run_round()
    assert waiting_and_failed() == (0, 2)
    assert "is given up: SMTPDataError" in our_log(caplog)
    assert EMAIL not in our_log(caplog)
    assert after_the_pause() == 0

    smtp_server.refuse_with = None
    dead = OutboundMail.objects.earliest("pk")
    assert dead.last_error == "SMTPDataError"
    assert unsent.resend(dead.pk)
    Worker().run_round()
    (message,) = smtp_server.messages
    assert (message["To"], message["Message-ID"]) == (EMAIL, dead.message_id)
    assert waiting_and_failed() == (0, 1)


def test_a_slow_server_holds_nobody_up(slow_mailbox: SlowMailbox, settings) -> None:
    settings.EMAIL_TIMEOUT = 1
    slow_mailbox.seconds = 30
    register()
    assert not slow_mailbox.busy.is_set()  # the registrant has nothing to wait for

    began = time.monotonic()
    assert deliver_due() == 0
    assert time.monotonic() - began < slow_mailbox.seconds  # nor does the worker, for both mails
    assert unsent.waiting_and_failed_counts().waiting == 2

    slow_mailbox.seconds = 0
    assert after_the_pause() == 2
    assert len(slow_mailbox.messages) == 2
