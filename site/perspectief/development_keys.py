"""Keys for a development machine: made once, kept outside the repository."""

import json
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet


def load_or_create(path: Path) -> dict[str, str]:
    """Return the development keys in `path`, making them (readable by the owner only) at first use.

    The keys must outlive a restart, or stored registrations could not be read again.
    """
    try:
        return json.loads(path.read_text())
    except FileNotFoundError:
        pass
    keys = {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "FIELD_ENCRYPTION_KEYS": Fernet.generate_key().decode(),
        "BLIND_INDEX_KEY": secrets.token_urlsafe(32),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first
        return json.loads(path.read_text())
    with os.fdopen(descriptor, "w") as file:
        json.dump(keys, file)
    return keys
