"""Work that recurs. Of any number of workers, one wins each turn, by a conditional update.

A worker that dies in mid-job loses that turn only, so every job comes round at least hourly and
takes up where the last one stopped.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import connection
from django.db.models import Max, Q
from django.utils import timezone

from perspectief import erasure_ledger, limits
from perspectief.clocks import CLOCK_DIFFERENCE
from perspectief.deleted_traces import scrub
from perspectief.fault_isolation import contain_fault
from perspectief.outage_pages import write_outage_pages
from registration.background.retention import apply_retention, purge_drafts
from registration.background.stuck_tasks import put_back_stuck_tasks
from registration.background.unreachable import close_unreachable
from registration.models import PeriodicJob
from registration.promise_clock.last_moments import put_coordinator_in_charge
from registration.promise_clock.notices import send_promise_notices
from registration.promise_clock.public_figure import refresh_public_figure
from registration.promise_clock.settlement import settle_promises
from registration.reminder.sending import send_reminders
from registration.rules.deadlines import DESK_TIME_ZONE

RETRY_AFTER = timedelta(minutes=5)
TASK_RESULT_DAYS = 7
# The hour, in Dutch time, in which tables may be locked for a moment; the backup is made before it.
QUIET_HOUR = 4


@dataclass(frozen=True)
class Job:
    """Something to do again and again; `run` gets the present moment."""

    name: str
    every: timedelta
    run: Callable[[datetime], object]


def _publish_scheduled(now: datetime) -> None:
    call_command("publish_scheduled")


def _clear_sessions(now: datetime) -> None:
    call_command("clearsessions")


def _write_outage_pages(now: datetime) -> None:
    write_outage_pages()


def _prune_task_results(now: datetime) -> None:
    call_command(
        "prune_db_task_results", min_age_days=TASK_RESULT_DAYS, queue_name="*", verbosity=0
    )


def _scrub_at_night(now: datetime) -> None:
    # SQLite's part locks nobody out; who runs on it may not run at night.
    if connection.vendor == "sqlite" or now.astimezone(DESK_TIME_ZONE).hour == QUIET_HOUR:
        scrub()


JOBS = (
    Job("publish_scheduled", timedelta(minutes=1), _publish_scheduled),
    Job("erasure_ledger", timedelta(minutes=1), erasure_ledger.update_file),
    Job("put_back_stuck_tasks", timedelta(minutes=1), put_back_stuck_tasks),
    Job("purge_drafts", timedelta(minutes=5), purge_drafts),
    Job("purge_limits", timedelta(minutes=5), limits.purge),
    Job("settle_promises", timedelta(minutes=5), settle_promises),
    Job("last_moments", timedelta(minutes=5), put_coordinator_in_charge),
    Job("promise_figure", timedelta(minutes=5), refresh_public_figure),
    Job("promise_notices", timedelta(minutes=10), send_promise_notices),
    Job("reminders", timedelta(minutes=10), send_reminders),
    Job("close_unreachable", timedelta(hours=1), close_unreachable),
    Job("retention", timedelta(hours=1), apply_retention),
    Job("outage_pages", timedelta(hours=1), _write_outage_pages),
    Job("scrub_deleted", timedelta(hours=1), _scrub_at_night),
    Job("clear_sessions", timedelta(hours=1), _clear_sessions),
    Job("prune_task_results", timedelta(hours=1), _prune_task_results),
)


def run_due(now: datetime | None = None, jobs: tuple[Job, ...] = JOBS) -> list[str]:
    """Run the jobs that are due and that no other worker has begun.

    A job that fails is reported and tried again within five minutes; the others go on.

    Args:
        now: an aware datetime; None means the present.
        jobs: what recurs.

    Returns:
        The names of the jobs that were run to their end.
    """
    now = now or timezone.now()
    due_at = _due_times(now, jobs)
    finished = []
    for job in jobs:
        is_due = due_at[job.name] <= now or due_at[job.name] > _latest_turn(job, now)
        if not is_due or not tick(job, now):
            continue
        with contain_fault(f"job {job.name}") as fault:
            job.run(now)
        row = PeriodicJob.objects.filter(name=job.name)
        if fault.happened:
            row.update(due_at=now + min(job.every, RETRY_AFTER))
        else:
            row.update(finished_at=timezone.now())
            finished.append(job.name)
    return finished


def tick(job: Job, now: datetime) -> bool:
    """Take the turn of a job that is due; of several workers, one gets it.

    Args:
        job: the job.
        now: an aware datetime.
    """
    is_due = Q(due_at__lte=now) | Q(due_at__gt=_latest_turn(job, now))
    due = PeriodicJob.objects.filter(is_due, name=job.name)
    return bool(due.update(due_at=now + job.every))


def last_finished_at() -> datetime | None:
    """Return when a worker last finished a recurring job: a sign of life, one a minute.

    What was finished in the future says nothing: the clock was ahead then.
    """
    known = PeriodicJob.objects.filter(finished_at__lte=timezone.now() + CLOCK_DIFFERENCE)
    return known.aggregate(latest=Max("finished_at"))["latest"]


def _latest_turn(job: Job, now: datetime) -> datetime:
    """Return the latest moment that a right clock can have put the next turn of a job off to."""
    return now + job.every + CLOCK_DIFFERENCE


def _due_times(now: datetime, jobs: tuple[Job, ...]) -> dict[str, datetime]:
    stored = dict(PeriodicJob.objects.values_list("name", "due_at"))
    missing = [PeriodicJob(name=job.name, due_at=now) for job in jobs if job.name not in stored]
    if missing:
        PeriodicJob.objects.bulk_create(missing, ignore_conflicts=True)  # other workers start too
    return {job.name: stored.get(job.name, now) for job in jobs}
