"""`load_demo_registrations`: a few example callbacks, and mediators, for what is no real site."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from registration.casework.desk_calendar import current_calendar
from registration.demo.closed import closed_registrations
from registration.demo.loading import find_colleagues, load
from registration.demo.mediators import load_mediators
from registration.demo.past_figures import load_past_figures
from registration.demo.registrations import demo_registrations
from registration.rules.deadlines import DESK_TIME_ZONE


class Command(BaseCommand):
    """Add the examples that are not there yet; they are marked, and send no mail."""

    help = "Add example callbacks, marked as such. Only for development."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; a second time adds nothing.

        Raises:
            CommandError: this is a real site, or nobody of the desk has an account.
        """
        colleagues = find_colleagues()
        now = timezone.now()
        load_mediators()
        load_past_figures(now.astimezone(DESK_TIME_ZONE).date())
        calendar = current_calendar(now)
        examples = [*demo_registrations(now, calendar), *closed_registrations()]
        added = load(examples, colleagues, now)
        if options["verbosity"]:
            self.stdout.write(f"{added} example callbacks added.")
