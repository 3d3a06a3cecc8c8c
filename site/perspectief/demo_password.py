"""The password of the demo accounts: the developer's own, or a random one that is kept."""

import os
import secrets
from pathlib import Path


def load_or_create(path: Path) -> str:
    """Return DEMO_PASSWORD from the environment, else the password in `path`, made at first use.

    Only the owner may read the file.
    """
    chosen = os.environ.get("DEMO_PASSWORD", "")
    if chosen:
        return chosen
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        pass
    password = secrets.token_urlsafe(12)
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"{password}\n")
    return password
