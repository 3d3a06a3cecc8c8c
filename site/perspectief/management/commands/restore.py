"""`restore`: put the site back from a backup, with mail paused."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from perspectief.backup import restoring, sealing


class Command(BaseCommand):
    """Put database and uploads back; the site and the worker must not run meanwhile."""

    help = (
        "Put database and uploads back from a backup, delete again what was erased since, and"
        " pause all mail until `perspectief resume_mail`."
    )
    requires_system_checks: list[str] = []  # some ask a database that is not there yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the backup, the private key, the ledger, and the name of what may be lost."""
        parser.add_argument("backup", type=Path, help="the folder of the backup")
        parser.add_argument(
            "--identity",
            required=True,
            metavar="FILE",
            help="file with the private key of age; - reads it from standard input",
        )
        parser.add_argument(
            "--ledger",
            type=Path,
            action="append",
            help="file with what was erased; may be given more than once (ERASURE_LEDGER)",
        )
        parser.add_argument(
            "--without-ledger",
            action="store_true",
            help="go on although nobody knows who was erased after the backup",
        )
        parser.add_argument(
            "--replace",
            default="",
            metavar="DATABASE",
            help="the name of the database, if what is in it may be thrown away",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError if it could not be done, and says what is so then."""
        ledgers = None
        if not options["without_ledger"]:
            ledgers = options["ledger"] or [Path(settings.ERASURE_LEDGER)]
        try:
            identities = sealing.read_identities(self.read_key(options["identity"]))
            restored = restoring.restore(
                options["backup"], identities, ledgers, timezone.now(), options["replace"]
            )
        except OSError as error:
            raise CommandError(f"{options['identity']}: {error.strerror}.") from error
        except (restoring.RestoreError, sealing.SealingError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"The site is back: {restored.uploads} uploads, and {restored.erasures} lines of the"
            " ledger gone through. Mail is paused. Look at the site; then: perspectief resume_mail"
        )

    def read_key(self, name: str) -> str:
        """Return what the file of the private key holds; it is never on the command line."""
        return sys.stdin.read() if name == "-" else Path(name).read_text()
