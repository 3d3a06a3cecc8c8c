"""Signs of life for a load balancer and for monitoring; they tell strangers nothing else."""

import dataclasses
from datetime import timedelta
from typing import Any

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from health_check.base import HealthCheck
from health_check.checks import Cache, Database
from health_check.exceptions import ServiceUnavailable
from health_check.views import HealthCheckView

from registration import services

# A worker finishes a recurring job every minute; one that sends a lot of mail may be late.
WORKER_SILENCE = timedelta(minutes=10)


@dataclasses.dataclass
class Worker(HealthCheck):
    """Whether a background worker was at work lately."""

    async def run(self) -> None:
        """Raise ServiceUnavailable if no worker gave a sign of life."""
        seen_at = await sync_to_async(services.worker_last_seen_at)()
        if seen_at is None or timezone.now() - seen_at > WORKER_SILENCE:
            raise ServiceUnavailable("no worker")


class HealthView(HealthCheckView):
    """Whether pages can be served: database and cache answer. 200 or 503, in one word.

    The texts of errors, which name hosts and accounts, stay in the log.
    """

    checks: tuple[type[HealthCheck], ...] = (Cache, Database)

    async def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer one request."""
        with self.get_executor() as executor:
            results = [await check.get_result(executor) for check in self.get_checks()]
        is_well = not any(result.error for result in results)
        return HttpResponse(
            "ok" if is_well else "unavailable",
            content_type="text/plain",
            status=200 if is_well else 503,
        )


class WorkerHealthView(HealthView):
    """Whether mail goes out and recurring work is done."""

    checks = (Worker,)
