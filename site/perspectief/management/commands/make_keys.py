"""`make_keys`: new keys for the environment of a public site."""

import secrets
from typing import Any

from cryptography.fernet import Fernet
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Print new keys; keeps nothing."""

    help = "Print new keys for the environment. Keep them apart from the backups of the database."
    requires_system_checks: list[str] = []  # it is used before there are any settings

    def handle(self, *args: Any, **options: Any) -> None:
        """Print them."""
        self.stdout.write(f"SECRET_KEY={secrets.token_urlsafe(50)}")
        self.stdout.write(f"FIELD_ENCRYPTION_KEYS={Fernet.generate_key().decode()}")
        self.stdout.write(f"BLIND_INDEX_KEY={secrets.token_urlsafe(32)}")
