"""The phone number for pages that must do without database and cache.

This process remembers the number that it read or saved last. A file keeps it for a process that
starts while the database is away; without that file, the number that the site started with is left.
"""

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from perspectief.contact_details import INITIAL_PHONE

logger = logging.getLogger(__name__)

_remembered: dict[str, str] = {}


def remember(phones: Mapping[str, str]) -> None:
    """Keep the number, by language; never raises where the file cannot be written."""
    if _remembered == phones:
        return
    _remembered.update(phones)
    path = Path(settings.LAST_KNOWN_PHONE_FILE)
    try:
        if _from_file() != phones:
            unfinished = path.with_name(f"{path.name}.new")
            unfinished.write_text(json.dumps(dict(phones)), encoding="utf-8")
            unfinished.replace(path)
    except OSError:
        logger.warning("The phone number could not be written to %s", path)


def last_known_phone(language: str) -> str:
    """Return the number as readers of a language read it, "nl" or "en"."""
    return {**INITIAL_PHONE, **(_remembered or _from_file())}[language]


def _from_file() -> dict[str, str]:
    try:
        found = json.loads(Path(settings.LAST_KNOWN_PHONE_FILE).read_text(encoding="utf-8"))
        return {language: str(found[language]) for language in INITIAL_PHONE}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
