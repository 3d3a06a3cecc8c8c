"""Workers die in mid-send, stop when asked, and work side by side: no mail is lost or doubled."""

import signal
from collections import Counter
from datetime import timedelta

import pytest
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from registration.background.periodic import JOBS
from registration.background.worker import Worker
from registration.mail import to_colleagues
from registration.mail.delivery import deliver_due
from registration.mail.enqueueing import enqueue
from registration.models import OutboundMail, PeriodicJob
from tests.faults.conftest import SlowMailbox
from tests.registration.factories import CallbackFactory
from tests.support.waiting import PATIENCE_SECONDS, wait_until
from tests.support.worker_process import worker_processes

pytestmark = pytest.mark.django_db(transaction=True)


def all_sent() -> bool:
    """Return whether no mail waits."""
    return not OutboundMail.objects.filter(sent_at=None).exists()


def all_tasks_done() -> bool:
    """Return whether every task ended well."""
    return not DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).exists()


def all_jobs_finished() -> bool:
    """Return whether every recurring job ran to its end."""
    finished = PeriodicJob.objects.filter(finished_at__isnull=False)
    return set(finished.values_list("name", flat=True)) == {job.name for job in JOBS}


@pytest.mark.parametrize("arrived", [False, True], ids=["before it arrived", "after it arrived"])
def test_a_worker_is_killed_in_mid_send(slow_mailbox: SlowMailbox, arrived: bool) -> None:
    slow_mailbox.keeps_first = arrived
    slow_mailbox.seconds = 60
    enqueue(to_colleagues.desk_notice(CallbackFactory()))

    with worker_processes(slow_mailbox) as (process,):
        wait_until(slow_mailbox.busy.is_set)
        process.send_signal(signal.SIGKILL)
        process.wait()
    mail = OutboundMail.objects.get()
    assert mail.sent_at is None
    assert mail.lease_until is not None

    slow_mailbox.seconds = 0
    assert deliver_due() == 0  # nobody takes over before the lease ends
    assert deliver_due(mail.lease_until + timedelta(seconds=1)) == 1
    assert all_sent()
    # At least once; where twice, a mailbox can tell from the Message-ID.
    assert len(slow_mailbox.messages) == (2 if arrived else 1)
    assert {message["Message-ID"] for message in slow_mailbox.messages} == {mail.message_id}

    # The task that was to hurry it along sends nothing more.
    Worker().run_round()
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
    assert len(slow_mailbox.messages) == (2 if arrived else 1)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_stopped_finishes_the_mail_at_hand(
    slow_mailbox: SlowMailbox, number: signal.Signals
) -> None:
    slow_mailbox.seconds = 1
    for _ in range(3):
        enqueue(to_colleagues.desk_notice(CallbackFactory()))

    with worker_processes(slow_mailbox) as (process,):
        wait_until(slow_mailbox.busy.is_set)
        process.send_signal(number)
        assert process.wait(timeout=PATIENCE_SECONDS) == 0

    assert len(slow_mailbox.messages) == 1
    sent = OutboundMail.objects.filter(sent_at__isnull=False)
    assert [mail.message_id for mail in sent] == [slow_mailbox.messages[0]["Message-ID"]]
    assert not OutboundMail.objects.filter(sent_at=None, lease_until__isnull=False).exists()


def test_three_workers_send_each_mail_once(slow_mailbox: SlowMailbox) -> None:
    for _ in range(40):
        enqueue(to_colleagues.desk_notice(CallbackFactory()))
    slow_mailbox.senders = 3  # they really are at it together
    slow_mailbox.seconds = 0.02

    with worker_processes(slow_mailbox, 3) as processes:
        wait_until(all_sent)
        wait_until(all_tasks_done)
        wait_until(all_jobs_finished)
        assert [process.poll() for process in processes] == [None] * 3

    times_sent = Counter(message["Message-ID"] for message in slow_mailbox.messages)
    assert times_sent == Counter(OutboundMail.objects.values_list("message_id", flat=True))
    assert set(OutboundMail.objects.values_list("delivery_tries", flat=True)) == {1}


def test_a_mail_that_no_worker_was_nudged_about_goes_out_too(slow_mailbox: SlowMailbox) -> None:
    enqueue(to_colleagues.desk_notice(CallbackFactory()))
    DBTaskResult.objects.all().delete()
    with worker_processes(slow_mailbox):
        wait_until(all_sent)
    assert len(slow_mailbox.messages) == 1
