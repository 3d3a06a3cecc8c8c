"""django-tasks-db leaves the task of a killed worker RUNNING for ever; this puts it back."""

from datetime import datetime, timedelta

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# Our tasks and Wagtail's take seconds.
LONGEST_RUN = timedelta(minutes=30)
MOST_ATTEMPTS = 3


class WorkerDiedError(Exception):
    """A task was running each time its worker died, so it is not tried again."""


def put_back_stuck_tasks(now: datetime) -> int:
    """Make tasks ready again whose worker must have died; fail those that went wrong often.

    Args:
        now: an aware datetime.

    Returns:
        How many tasks are no longer stuck.
    """
    stuck = DBTaskResult.objects.running().filter(started_at__lt=now - LONGEST_RUN)
    count = 0
    for task in stuck.only("pk", "started_at", "worker_ids"):
        if len(task.worker_ids) >= MOST_ATTEMPTS:
            changes = {
                "status": TaskResultStatus.FAILED,
                "finished_at": now,
                "exception_class_path": f"{__name__}.{WorkerDiedError.__name__}",
            }
        else:
            changes = {"status": TaskResultStatus.READY, "started_at": None}
        # Its start is a condition, so that a task which began anew meanwhile is left alone.
        count += stuck.filter(pk=task.pk, started_at=task.started_at).update(**changes)
    return count
