"""Settings of `make run`: everything on one machine, nothing to set up."""

from perspectief.development_keys import load_or_create
from perspectief.settings.base import *
from perspectief.settings.base import SQLITE_PRAGMAS, VAR_DIR, env

_keys = load_or_create(VAR_DIR / "keys.json")

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = _keys["SECRET_KEY"]
FIELD_ENCRYPTION_KEYS = [_keys["FIELD_ENCRYPTION_KEYS"]]
BLIND_INDEX_KEY = _keys["BLIND_INDEX_KEY"]
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR_DIR / "perspectief.sqlite3",
        "CONN_MAX_AGE": 60,  # opening and closing the file costs more than most queries
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_PRAGMAS,
        },
    },
}
# On disk, so that web server and worker share it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}
WHITENOISE_USE_FINDERS = True
SERVE_MEDIA_FILES = True

EMAIL_BACKEND = "perspectief.eml_files.EmailBackend"
NEUTRAL_FROM_EMAIL = env.str("NEUTRAL_FROM_EMAIL", "Afspraken <bericht@example.net>")
REQUIRE_APPROVED_PRIVACY_STATEMENT = False

DEMO_ACCOUNTS_ALLOWED = True
STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = ["redactie", "aanmeldpunt", "coordinator", "beheer"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # passkeys on http://localhost
