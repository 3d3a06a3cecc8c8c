"""`repeat_erasures`: delete again what was erased after the backup that the site came from."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from perspectief import restoration
from perspectief.deleted_traces import scrub


class Command(BaseCommand):
    """Go through the ledger; `restore` does so itself. A second time changes nothing."""

    help = "Delete again what the ledger of erasures has, after a database was put back by hand."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the ledger."""
        parser.add_argument("--ledger", type=Path, action="append", help="else ERASURE_LEDGER")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError if a file cannot be read."""
        ledgers = options["ledger"] or [Path(settings.ERASURE_LEDGER)]
        try:
            lines = restoration.repeat_erasures(ledgers, timezone.now())
        except (OSError, ValueError) as error:
            raise CommandError(f"The ledger cannot be read: {type(error).__name__}.") from error
        scrub()
        self.stdout.write(f"{lines} lines of the ledger gone through.")
