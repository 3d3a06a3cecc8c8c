"""An address gets a few mails from us, and not one more when many ask at the same moment."""

import threading
import uuid
from datetime import timedelta

import pytest
from django.db import connections, transaction
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from registration.casework.submission import Submission, submit_registration
from registration.mail.enqueueing import enqueue
from registration.mail.shares import Share, has_share_left
from registration.mail.to_visitors import continue_link
from registration.models import OutboundMail, RecipientLock, Registration
from registration.vocabulary.mails import MailCode
from tests.registration.factories import EMAIL, AnswersFactory

AT_ONCE = 8
ONE_A_DAY = Share(("x",), limit=1, period=timedelta(days=1))


def in_parallel(work) -> list[object]:
    """Do `work` in several threads at the same moment; return what each returned or raised."""
    all_ready = threading.Barrier(AT_ONCE)
    outcomes: list[object] = []

    def run(number: int) -> None:
        try:
            all_ready.wait(timeout=60)
            outcomes.append(work(number))
        except Exception as error:  # noqa: BLE001 - reported by the test
            outcomes.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return outcomes


@pytest.mark.django_db(transaction=True)
def test_registrations_at_the_same_moment_get_three_confirmations_together():
    answers = AnswersFactory(all_channels=True, organisation_may_be_named=True)

    def send(number: int) -> bool:
        submission = Submission(answers=answers, language="nl", key=uuid.uuid4())
        return submit_registration(submission).mail_will_come

    outcomes = in_parallel(send)
    assert sorted(outcomes, key=str) == [False] * (AT_ONCE - 3) + [True] * 3
    assert Registration.objects.count() == AT_ONCE  # nobody is refused
    assert OutboundMail.objects.filter(code=MailCode.CONFIRMATION).count() == 3


@pytest.mark.django_db(transaction=True)
def test_links_at_the_same_moment_are_capped_too():
    def ask(number: int) -> None:
        with transaction.atomic():
            enqueue(
                continue_link(EMAIL, "https://example.org/x", timezone.now(), "nl", f"hash{number}")
            )

    assert in_parallel(ask) == [None] * AT_ONCE
    assert OutboundMail.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_counting_outside_a_transaction_is_refused():
    RecipientLock.objects.create(bucket="ab")
    with pytest.raises(TransactionManagementError):
        has_share_left("abcd", ONE_A_DAY, timezone.now())


@pytest.mark.django_db
def test_what_is_locked_says_nothing_about_anybody():
    for number in range(20):
        assert has_share_left(f"ab{number}", ONE_A_DAY, timezone.now())
    assert list(RecipientLock.objects.values_list("bucket", flat=True)) == ["ab"]
