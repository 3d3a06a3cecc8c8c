"""Numbers for Prometheus, about the site and about nobody.

All are read from the database at the moment somebody asks, so any process gives the same answer,
however many web servers and workers there are. No label holds what a person typed or an address:
the only one is the name of a recurring job.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Min, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

from registration.mail.unsent import waiting_and_failed_counts
from registration.models import Callback, PeriodicJob

BEARER = "Bearer "


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Answer the numbers to who shows METRICS_TOKEN; to others there is no such address."""
    shown = request.headers.get("Authorization", "")
    expected = f"{BEARER}{settings.METRICS_TOKEN}"
    if not settings.METRICS_TOKEN or not constant_time_compare(shown, expected):
        raise Http404
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Standing(timezone.now()))
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_PLAIN_0_0_4)


class Standing(Collector):
    """How the site does at an aware moment; four queries."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def describe(self) -> Iterable[GaugeMetricFamily]:
        """Return nothing: else the numbers would be read once more to be named."""
        return ()

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield each number with what it means."""
        yield from self._jobs()
        yield from self._mail()
        yield from self._tasks()
        yield from self._promises()

    def _jobs(self) -> Iterator[GaugeMetricFamily]:
        """The last end of each recurring job; the newest of all is the worker's sign of life."""
        finished = GaugeMetricFamily(
            "perspectief_job_finished_timestamp_seconds",
            "When a recurring job was last done.",
            labels=["job"],
        )
        stored = PeriodicJob.objects.values_list("name", "finished_at")
        rows = {name: at for name, at in stored if at is not None}
        for name, at in sorted(rows.items()):
            finished.add_metric([name], at.timestamp())
        yield finished
        yield _gauge(
            "worker_silence_seconds",
            "Time since a worker last gave a sign of life; -1 if none ever did.",
            self._age(max(rows.values(), default=None)),
        )

    def _mail(self) -> Iterator[GaugeMetricFamily]:
        mails = waiting_and_failed_counts()
        yield _gauge("mails_waiting", "E-mails that still have to go out.", mails.waiting)
        yield _gauge("mails_given_up", "E-mails that were given up.", mails.failed)
        yield _gauge(
            "mail_oldest_waiting_seconds",
            "Age of the oldest e-mail that still has to go out; 0 if none waits.",
            max(0, self._age(mails.oldest_waiting)),
        )

    def _tasks(self) -> Iterator[GaugeMetricFamily]:
        ready = Q(status=TaskResultStatus.READY)
        counts = DBTaskResult.objects.aggregate(
            waiting=Count("pk", filter=ready),
            failed=Count("pk", filter=Q(status=TaskResultStatus.FAILED)),
            oldest=Min("enqueued_at", filter=ready),
        )
        yield _gauge("tasks_waiting", "Tasks that no worker has begun.", counts["waiting"])
        yield _gauge("tasks_failed", "Tasks of the last week that failed.", counts["failed"])
        yield _gauge(
            "task_oldest_waiting_seconds",
            "Age of the oldest task that no worker has begun; 0 if none waits.",
            max(0, self._age(counts["oldest"])),
        )

    def _promises(self) -> Iterator[GaugeMetricFamily]:
        counts = (
            Callback.objects.open()
            .order_by()
            .aggregate(
                open=Count("pk"),
                untried=Count("pk", filter=Q(first_attempt_at=None)),
                overdue=Count("pk", filter=Q(first_attempt_at=None, due_at__lt=self.now)),
            )
        )
        yield _gauge("callbacks_open", "Callbacks in the queue.", counts["open"])
        yield _gauge("callbacks_untried", "Callbacks that nobody tried yet.", counts["untried"])
        yield _gauge("promises_overdue", "Promises whose time has passed.", counts["overdue"])

    def _age(self, since: datetime | None) -> float:
        return -1 if since is None else (self.now - since).total_seconds()


def _gauge(name: str, meaning: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"perspectief_{name}", meaning, value=value)
