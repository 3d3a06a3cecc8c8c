"""`load_demo_registrations`: a few example callbacks, and mediators, for what is no real site."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from registration.casework.desk_calendar import current_calendar
from registration.demo.loading import find_colleagues, load
from registration.demo.mediators import load_mediators
from registration.demo.registrations import demo_registrations


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
        added = load(demo_registrations(now, current_calendar(now)), colleagues, now)
        if options["verbosity"]:
            self.stdout.write(f"{added} example callbacks added.")
