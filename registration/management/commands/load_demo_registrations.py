"""`load_demo_registrations`: a few example callbacks for a site that is not the real one."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from registration.demo_registrations import DemoRegistration, demo_registrations
from registration.desk_calendar import current_calendar
from registration.models import Callback, Registration
from registration.queue import claim, record_attempt
from registration.submission import submit_registration

DESK_MEMBER = "aanmeldpunt"


class Command(BaseCommand):
    """Add the examples that are not there yet; they are marked, and send no mail."""

    help = "Add example callbacks, marked as such. Only for development."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; a second time adds nothing.

        Raises:
            CommandError: this is a real site, or nobody of the desk has an account.
        """
        if settings.REQUIRE_APPROVED_PRIVACY_STATEMENT:
            raise CommandError("Example registrations do not belong on the real site.")
        member = get_user_model().objects.filter(username=DESK_MEMBER).first()
        if member is None:
            raise CommandError(f"There is no account {DESK_MEMBER}: run create_demo_accounts.")
        now = timezone.now()
        calendar = current_calendar(now)
        added = 0
        for example in demo_registrations(now, calendar):
            if Registration.objects.filter(submission_key=example.submission_key).exists():
                continue
            submit_registration(
                example.answers,
                language=example.language,
                submission_key=example.submission_key,
                source=example.source,
                received_at=example.received(now, calendar),
                flags=example.flags,
                is_demo=True,
            )
            self._work_on(example, member)
            added += 1
        if options["verbosity"]:
            self.stdout.write(f"{added} example callbacks added.")

    def _work_on(self, example: DemoRegistration, member: Any) -> None:
        callback = Callback.objects.get(registration__submission_key=example.submission_key)
        if example.attempt is not None:
            claim(callback.pk, member)
            record_attempt(callback.pk, member, example.attempt, note=example.attempt_note)
        if example.is_taken:
            claim(callback.pk, member)
