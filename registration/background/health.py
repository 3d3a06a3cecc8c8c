"""Whether a background worker is at work and mail goes out, in one word for monitoring."""

import dataclasses

from asgiref.sync import sync_to_async
from django.utils import timezone
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

from perspectief.health import HealthView
from registration.background.alerts import worker_is_silent
from registration.background.periodic import last_finished_at
from registration.mail.unsent import waiting_and_failed_counts


@dataclasses.dataclass
class Worker(HealthCheck):
    """Whether a background worker was at work lately."""

    async def run(self) -> None:
        """Raise ServiceUnavailable if no worker gave a sign of life."""
        seen_at = await sync_to_async(last_finished_at)()
        if worker_is_silent(seen_at, timezone.now()):
            raise ServiceUnavailable("no worker")


@dataclasses.dataclass
class OutgoingMail(HealthCheck):
    """Whether the oldest mail that has not gone out waits no longer than mails do."""

    async def run(self) -> None:
        """Raise ServiceUnavailable if a mail is stuck."""
        mails = await sync_to_async(waiting_and_failed_counts)()
        if mails.is_stuck(timezone.now()):
            raise ServiceUnavailable("mail is stuck")


class WorkerHealthView(HealthView):
    """Whether recurring work is done."""

    checks = (Worker,)


class MailHealthView(HealthView):
    """Whether mail goes out."""

    checks = (OutgoingMail,)
