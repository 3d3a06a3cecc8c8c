"""`backup`: database and uploads, encrypted, and the backups whose time is over deleted."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from perspectief.backup import keeping, making, sealing


class Command(BaseCommand):
    """Make a backup; what a timer runs every night."""

    help = (
        "Make an encrypted backup of database and uploads, and delete those older than the privacy"
        " statement allows. BACKUP_DIR says where, BACKUP_RECIPIENTS for which public keys of age."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --only-delete."""
        parser.add_argument(
            "--only-delete",
            action="store_true",
            help="make none, only delete those whose time is over",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError if no backup could be made. Old ones are deleted anyhow."""
        if not settings.BACKUP_DIR:
            raise CommandError("BACKUP_DIR must say in which folder backups are kept.")
        place, now = Path(settings.BACKUP_DIR), timezone.now()
        try:
            with making.alone_in(place):
                deleted = keeping.delete_old(place, now)
                if deleted:
                    self.stdout.write(f"Old backups deleted: {deleted}")
                if options["only_delete"]:
                    return
                recipients = sealing.read_recipients(settings.BACKUP_RECIPIENTS)
                folder = making.make_backup(place, recipients, now)
        except (making.BackupError, sealing.SealingError) as error:
            raise CommandError(str(error)) from error
        manifest = making.Manifest.read(folder)
        size = sum(file.stat().st_size for file in folder.iterdir())
        self.stdout.write(
            f"Backup made: {folder} ({manifest.uploads} uploads, {size / 1e6:.1f} MB in all)"
        )
