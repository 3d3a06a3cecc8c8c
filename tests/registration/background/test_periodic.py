"""Recurring jobs come round, once for all workers, and one that fails stops no other."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from home.models import ContentPage
from registration.background import periodic
from registration.background.periodic import JOBS, Job, last_finished_at, run_due, tick
from registration.background.stuck_tasks import LONGEST_RUN, MOST_ATTEMPTS, put_back_stuck_tasks
from registration.mail.tasks import send_mail
from registration.models import Draft, PeriodicJob
from tests.home.factories import plant_site

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def counting_job(name: str = "count", every: timedelta = MINUTE) -> tuple[Job, list[datetime]]:
    """Return a job and the list of moments at which it ran."""
    runs: list[datetime] = []
    return Job(name, every, runs.append), runs


def test_a_job_runs_at_once_and_then_at_its_interval() -> None:
    job, runs = counting_job()
    for seconds in (0, 1, 59, 60, 61, 119, 121, 600):
        run_due(NOW + timedelta(seconds=seconds), (job,))
    assert [(at - NOW).seconds for at in runs] == [0, 60, 121, 600]


def test_of_two_workers_one_gets_the_turn() -> None:
    job, _ = counting_job()
    PeriodicJob.objects.create(name=job.name, due_at=NOW)
    assert [tick(job, NOW), tick(job, NOW), tick(job, NOW + MINUTE)] == [True, False, True]


def test_a_job_that_fails_is_reported_tried_again_and_stops_no_other(caplog) -> None:
    def fail(now: datetime) -> None:
        raise RuntimeError("noor@example.org")

    failing = Job("fails", timedelta(hours=1), fail)
    job, runs = counting_job()
    with caplog.at_level(logging.DEBUG):
        assert run_due(NOW, (failing, job)) == [job.name]
    assert runs == [NOW]
    assert "job fails failed: RuntimeError" in caplog.text
    assert "noor" not in caplog.text
    row = PeriodicJob.objects.get(name="fails")
    assert (row.due_at, row.finished_at) == (NOW + periodic.RETRY_AFTER, None)


def test_a_frequent_job_that_fails_keeps_its_interval() -> None:
    def fail(now: datetime) -> None:
        raise RuntimeError

    run_due(NOW, (Job("fails", MINUTE, fail),))
    assert PeriodicJob.objects.get().due_at == NOW + MINUTE


def test_finished_jobs_are_a_sign_of_life(time_machine) -> None:
    assert last_finished_at() is None
    time_machine.move_to(NOW, tick=False)
    job, _ = counting_job()
    run_due(None, (job,))
    assert last_finished_at() == NOW


def test_every_job_comes_round_at_least_hourly_under_its_own_name() -> None:
    assert len({job.name for job in JOBS}) == len(JOBS)
    assert all(job.every <= timedelta(hours=1) for job in JOBS)
    assert min(job.every for job in JOBS) <= MINUTE  # so that a sign of life comes every minute


def test_all_jobs_run_to_their_end() -> None:
    assert run_due(NOW) == [job.name for job in JOBS]
    assert run_due(NOW) == []


def test_the_jobs_do_what_they_are_for(time_machine) -> None:
    time_machine.move_to(NOW - timedelta(days=9))
    scheduled = ContentPage(title="Later", slug="later", go_live_at=NOW - MINUTE, live=False)
    plant_site().add_child(instance=scheduled)
    scheduled.save_revision().publish()
    scheduled.refresh_from_db()
    assert not scheduled.live
    time_machine.move_to(NOW)
    Draft.objects.create(token_hash="gone", expires_at=NOW - MINUTE)
    Session.objects.create(session_key="gone", session_data="", expire_date=NOW - MINUTE)
    old = DBTaskResult.objects.get(pk=send_mail.enqueue(1).id)
    stuck = DBTaskResult.objects.get(pk=send_mail.enqueue(2).id)
    DBTaskResult.objects.filter(pk=old.pk).update(
        status=TaskResultStatus.SUCCESSFUL, finished_at=NOW - timedelta(days=8)
    )
    DBTaskResult.objects.filter(pk=stuck.pk).update(
        status=TaskResultStatus.RUNNING, started_at=NOW - timedelta(hours=1)
    )

    run_due(NOW)

    assert not Draft.objects.exists()
    assert not Session.objects.exists()
    assert not DBTaskResult.objects.filter(pk=old.pk).exists()
    stuck.refresh_from_db()
    assert stuck.status == TaskResultStatus.READY
    scheduled.refresh_from_db()
    assert scheduled.live


# --- Stuck tasks ----------------------------------------------------------------------------------


def running_task(started_at: datetime, workers: int = 1) -> DBTaskResult:
    """Return a task that a worker began."""
    task = DBTaskResult.objects.get(pk=send_mail.enqueue(1).id)
    task.status = TaskResultStatus.RUNNING
    task.started_at = started_at
    task.worker_ids = [f"worker{number}" for number in range(workers)]
    task.save()
    return task


def test_a_task_whose_worker_died_is_ready_again() -> None:
    stuck = running_task(NOW - LONGEST_RUN - timedelta(seconds=1))
    at_work = running_task(NOW - LONGEST_RUN)
    assert put_back_stuck_tasks(NOW) == 1
    stuck.refresh_from_db()
    at_work.refresh_from_db()
    assert (stuck.status, stuck.started_at) == (TaskResultStatus.READY, None)
    assert at_work.status == TaskResultStatus.RUNNING


def test_a_task_that_kills_every_worker_is_given_up() -> None:
    stuck = running_task(NOW - timedelta(days=1), workers=MOST_ATTEMPTS)
    assert put_back_stuck_tasks(NOW) == 1
    stuck.refresh_from_db()
    assert (stuck.status, stuck.finished_at) == (TaskResultStatus.FAILED, NOW)
    assert stuck.task_result.errors[0].exception_class.__name__ == "WorkerDiedError"
