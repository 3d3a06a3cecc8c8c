"""`rotate_encryption_keys`: encrypt everything again with the first of FIELD_ENCRYPTION_KEYS."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from perspectief import key_rotation
from perspectief.encryption import DecryptionError


class Command(BaseCommand):
    """Rotate; may run while the site does, and again after it was broken off."""

    help = (
        "Encrypt everything again with the first key. First put the new key in front of the old "
        "one and restart the site and the worker; take the old one out when this is done."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --dry-run."""
        parser.add_argument("--dry-run", action="store_true", help="Count only.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError if a value cannot be read with any of the keys."""
        dry_run = options["dry_run"]
        total = 0
        try:
            for field in key_rotation.all_encrypted_fields():
                count = key_rotation.rotate_field(field, dry_run=dry_run)
                total += count
                if options["verbosity"] > 1:
                    self.stdout.write(f"{field.label}: {count}")
            total += key_rotation.rotate_second_factors(dry_run=dry_run)
        except DecryptionError as error:
            raise CommandError(f"{error} Is an old key missing?") from None
        verb = "would be encrypted" if dry_run else "encrypted"
        self.stdout.write(f"{total} values {verb} with the newest key.")
