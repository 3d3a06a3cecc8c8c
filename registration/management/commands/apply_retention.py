from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from registration.background.retention import apply_retention, purge_drafts
from registration.models import RetentionRun


class Command(BaseCommand):
    """Delete what was kept long enough, and print how much, and how much was held back."""

    help = "Delete drafts, registrations and log entries that were kept long enough."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether only to count."""
        parser.add_argument(
            "--dry-run", action="store_true", help="only print how much would be deleted"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line for each kind of data: numbers, never who."""
        now, dry_run = timezone.now(), options["dry_run"]
        drafts = purge_drafts(now, dry_run=dry_run)
        report = apply_retention(now, dry_run=dry_run, started_by=RetentionRun.StartedBy.COMMAND)
        verb = "would be deleted" if dry_run else "deleted"
        for kind, number in {"drafts": drafts, **report.removed}.items():
            self.stdout.write(f"{kind}: {number} {verb}")
        for reason, number in report.held_back.items():
            self.stdout.write(f"{reason}: {number} held back")
