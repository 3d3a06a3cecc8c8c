"""The background worker: tasks, mail and recurring jobs. Any number of them may run at once."""

import signal
import threading
from types import FrameType

from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker
from django_tasks_db.models import DBTaskResult

from perspectief.fault_isolation import contain_fault
from registration.background import periodic
from registration.mail.delivery import MAILS_PER_ROUND, deliver_due

# Seconds. What fails here is mostly the database; no need to report that every second.
PAUSE_AFTER_FAULT = 15.0
# Publishing much at once queues hundreds of tasks of Wagtail; mail must not wait for them all.
TASKS_PER_ROUND = 20


class Worker:
    """Runs tasks, sends mail and does recurring jobs, round after round, until asked to stop.

    `interval` is the pause between rounds in seconds.
    """

    def __init__(self, interval: float = 1.0) -> None:
        self.interval = interval
        self._stop = threading.Event()
        self._tasks: TaskWorker | None = None

    def stop_on_signals(self) -> None:
        """Stop after the mail or task at hand on SIGTERM or SIGINT; at once the second time."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)

    def run(self) -> None:
        """Work until asked to stop."""
        while not self._stop.is_set():
            self._stop.wait(self.run_round())

    def run_until_idle(self) -> None:
        """Do what is due now and return."""
        while not self._stop.is_set() and self.run_round() == 0:
            pass

    def run_round(self) -> float:
        """Do once whatever is due; a fault in one part leaves the others alone.

        Returns:
            How long to wait before the next round, in seconds.
        """
        sent = 0
        with contain_fault("sending mail") as mail:
            # Before the tasks, because it sends many mails over one connection.
            sent = deliver_due(keep_going=self._keep_going)
        with contain_fault("running tasks") as tasks:
            self._run_tasks()
        with contain_fault("recurring jobs") as jobs:
            if self._keep_going():
                periodic.run_due()
        close_old_connections()  # else a connection that the database dropped would stay with us
        if tasks.happened or mail.happened or jobs.happened:
            return max(self.interval, PAUSE_AFTER_FAULT)
        more = sent == MAILS_PER_ROUND or DBTaskResult.objects.ready().exists()
        return 0 if more else self.interval

    def _keep_going(self) -> bool:
        return not self._stop.is_set()

    def _run_tasks(self) -> None:
        # Taking a task locks the whole of SQLite; first look whether there is one.
        if not DBTaskResult.objects.ready().exists():
            return
        self._tasks = TaskWorker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=self.interval,
            batch=True,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=TASKS_PER_ROUND,
            worker_id=get_random_string(32),
        )
        if self._keep_going():  # a signal that came while it was made did not reach it
            self._tasks.run()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._stop.set()
        if self._tasks is not None:
            self._tasks.running = False
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, signal.SIG_DFL)
