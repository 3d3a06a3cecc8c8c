"""`load_demo_day`: a busy day in the queue of a site that is not the real one."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from registration.casework.desk_calendar import current_calendar
from registration.demo.day.whole_day import demo_day
from registration.demo.loading import find_colleagues, load


class Command(BaseCommand):
    """Add the examples of today that are not there yet; they are marked, and send no mail."""

    help = "Fill the queue with the examples of a busy day, marked as such. Only for development."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; a second time on the same day adds nothing.

        Raises:
            CommandError: this is a real site, or nobody of the desk has an account.
        """
        colleagues = find_colleagues()
        now = timezone.now()
        added = load(demo_day(now, current_calendar(now)), colleagues, now)
        if options["verbosity"]:
            self.stdout.write(f"{added} example callbacks of a busy day added.")
