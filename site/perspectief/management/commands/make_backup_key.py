"""`make_backup_key`: the pair of keys that backups are made for, and opened with."""

from typing import Any

from django.core.management.base import BaseCommand

from perspectief.backup import sealing


class Command(BaseCommand):
    """Print a new pair of keys, in the form of `age-keygen`; keeps nothing."""

    help = (
        "Print a new pair of keys of age. Keep the private key away from the server: only restoring"
        " needs it. Run this on another machine if you can; age-keygen does the same."
    )
    requires_system_checks: list[str] = []  # it needs no site

    def handle(self, *args: Any, **options: Any) -> None:
        """Print them."""
        private, public = sealing.new_key()
        self.stdout.write(f"# For the server: BACKUP_RECIPIENTS={public}")
        self.stdout.write("# Only for restoring; without it no backup can be read:")
        self.stdout.write(private)
