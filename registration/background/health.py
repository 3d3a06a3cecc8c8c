"""Whether a background worker is at work, for a load balancer and for monitoring."""

import dataclasses
from datetime import timedelta

from asgiref.sync import sync_to_async
from django.utils import timezone
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

from perspectief.health import HealthView
from registration.background.periodic import last_finished_at

# A worker finishes a recurring job every minute; one that sends a lot of mail may be late.
WORKER_SILENCE = timedelta(minutes=10)


@dataclasses.dataclass
class Worker(HealthCheck):
    """Whether a background worker was at work lately."""

    async def run(self) -> None:
        """Raise ServiceUnavailable if no worker gave a sign of life."""
        seen_at = await sync_to_async(last_finished_at)()
        if seen_at is None or timezone.now() - seen_at > WORKER_SILENCE:
            raise ServiceUnavailable("no worker")


class WorkerHealthView(HealthView):
    """Whether mail goes out and recurring work is done."""

    checks = (Worker,)
