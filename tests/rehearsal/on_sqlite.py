"""Settings of the short rehearsal: the public site's own, on a database that is there already."""

from perspectief.settings.base import VAR_DIR
from perspectief.settings.production import *  # noqa: F403 - settings start from other settings

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR_DIR / "site.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
        },
    },
}
REQUIRE_APPROVED_PRIVACY_STATEMENT = False  # so that the form is open
SILENCED_SYSTEM_CHECKS = ["security.W019", "perspectief.E108"]
