"""One round of the worker does all there is to do, and one fault stops nothing else."""

import logging
from typing import Any

import pytest
import sentry_sdk
from django.core.management import call_command
from django.db import OperationalError
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from perspectief.fault_isolation import contain_fault
from registration.background import periodic, worker
from registration.background.worker import PAUSE_AFTER_FAULT, TASKS_PER_ROUND, Worker
from registration.mail.delivery import MAILS_PER_ROUND, Message
from registration.mail.tasks import send_mail
from registration.models import OutboundMail, PeriodicJob
from registration.vocabulary.mails import MailCode

pytestmark = pytest.mark.django_db(transaction=True)  # the worker closes its connection
MESSAGE = Message("noor@example.org", "aanmeldpunt@example.org", "", "Je bericht", "Hallo")


def waiting(message_id: str = "<1@example.org>") -> OutboundMail:
    """Put a mail in the outbox."""
    return OutboundMail.objects.create(
        code=MailCode.DESK_NOTICE, message=MESSAGE.to_stored(), message_id=message_id
    )


def out_of_order(*args: Any, **kwargs: Any) -> Any:
    """Fail as a database does, with data in the text."""
    raise OperationalError("noor@example.org")


def all_jobs_finished() -> bool:
    """Return whether every recurring job ran."""
    return not PeriodicJob.objects.filter(finished_at=None).exists() and len(periodic.JOBS) == (
        PeriodicJob.objects.count()
    )


def test_one_round_runs_tasks_sends_mail_and_does_the_jobs(mailoutbox) -> None:
    first = waiting()
    waiting("<2@example.org>")  # nobody was nudged about this one
    result = send_mail.enqueue(first.pk)
    call_command("worker", once=True)
    assert len(mailoutbox) == 2
    assert DBTaskResult.objects.get(pk=result.id).status == TaskResultStatus.SUCCESSFUL
    assert all_jobs_finished()


@pytest.mark.parametrize("broken", ["_run_tasks", "deliver_due", "run_due"])
def test_a_fault_in_one_part_leaves_the_others_alone(
    broken: str, monkeypatch, caplog, mailoutbox
) -> None:
    waiting()
    send_mail.enqueue(12345)
    match broken:
        case "_run_tasks":
            monkeypatch.setattr(Worker, broken, out_of_order)
        case "deliver_due":
            monkeypatch.setattr(worker, broken, out_of_order)
        case _:
            monkeypatch.setattr(periodic, broken, out_of_order)
    with caplog.at_level(logging.DEBUG):
        assert Worker().run_round() == PAUSE_AFTER_FAULT
    assert "failed: OperationalError at " in caplog.text
    assert "noor" not in caplog.text
    ran = DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
    assert ran is (broken != "_run_tasks")
    assert len(mailoutbox) == (0 if broken == "deliver_due" else 1)
    assert PeriodicJob.objects.exists() is (broken != "run_due")


def test_a_round_follows_at_once_while_much_mail_waits(monkeypatch) -> None:
    monkeypatch.setattr(worker, "deliver_due", lambda **kwargs: MAILS_PER_ROUND)
    assert Worker(interval=3).run_round() == 0
    monkeypatch.setattr(worker, "deliver_due", lambda **kwargs: MAILS_PER_ROUND - 1)
    assert Worker(interval=3).run_round() == 3


def test_mail_does_not_wait_until_all_tasks_of_others_are_done(mailoutbox) -> None:
    for _ in range(TASKS_PER_ROUND + 1):
        send_mail.enqueue(12345)
    desk = Worker(interval=3)
    assert desk.run_round() == 0
    assert DBTaskResult.objects.ready().count() == 1
    waiting()
    assert desk.run_round() == 3
    assert len(mailoutbox) == 1
    assert not DBTaskResult.objects.ready().exists()


def test_no_task_means_no_task_worker(monkeypatch) -> None:
    """Looking for a task would lock the whole of SQLite, every second."""
    monkeypatch.setattr(worker, "TaskWorker", out_of_order)
    Worker().run_round()
    assert all_jobs_finished()


def test_a_fault_is_reported_with_its_place_and_without_its_text(monkeypatch, caplog) -> None:
    reported: list[BaseException] = []
    monkeypatch.setattr(sentry_sdk, "capture_exception", reported.append)
    with caplog.at_level(logging.DEBUG), contain_fault("this test") as fault:
        out_of_order()
    assert fault.happened
    assert [type(error) for error in reported] == [OperationalError]
    assert f"this test failed: OperationalError at {__file__}:" in caplog.text
    assert "noor" not in caplog.text


def test_without_a_fault_nothing_is_reported(caplog) -> None:
    with caplog.at_level(logging.DEBUG), contain_fault("this test") as fault:
        pass
    assert not fault.happened
    assert caplog.text == ""


def test_being_stopped_is_no_fault() -> None:
    with pytest.raises(KeyboardInterrupt), contain_fault("this test"):
        raise KeyboardInterrupt
