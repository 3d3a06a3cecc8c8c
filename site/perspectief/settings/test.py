"""Settings of the test suite; DATABASE_URL chooses PostgreSQL instead of SQLite."""

from perspectief.settings.base import *
from perspectief.settings.base import INSTALLED_APPS, SQLITE_PRAGMAS, VAR_DIR, env

INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]
SECRET_KEY = "only-for-tests"  # noqa: S105
FIELD_ENCRYPTION_KEYS = ["sJ3Rz1pWwS1cMOYzj8PqUo2JwB3m8nZsKXcGkzqFXHo="]
BLIND_INDEX_KEY = "only-for-tests"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
WAGTAILADMIN_BASE_URL = "http://testserver"

DATABASES = {
    "default": env.dj_db_url(
        "DATABASE_URL", f"sqlite:///{VAR_DIR / 'test' / 'perspectief.sqlite3'}"
    ),
}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    # A file, because tests with several processes share it.
    (VAR_DIR / "test").mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test" / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 60,  # seconds; on a busy machine another process may hold the file that long
        "init_command": SQLITE_PRAGMAS,
    }

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MEDIA_ROOT = VAR_DIR / "test" / "media"
OUTAGE_PAGES = VAR_DIR / "test" / "outage-pages"
LAST_KNOWN_PHONE_FILE = VAR_DIR / "test" / "last-known-phone.json"
ERASURE_LEDGER = VAR_DIR / "test" / "erasures.txt"
SERVE_MEDIA_FILES = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
NEUTRAL_FROM_EMAIL = "Afspraken <bericht@example.net>"
REQUIRE_APPROVED_PRIVACY_STATEMENT = False
DEMO_ACCOUNTS_ALLOWED = True
STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = ["*"]  # tests of the second factor empty it
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
