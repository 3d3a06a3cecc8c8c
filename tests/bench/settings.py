"""Settings of the benchmark: development's, on the database and mail server that it names."""

from perspectief.settings.dev import *  # noqa: F403 (settings build on each other)
from perspectief.settings.dev import DATABASES, VAR_DIR, env

if env.str("DATABASE_URL", ""):
    _named = env.dj_db_url("DATABASE_URL")
    if _named["ENGINE"] == DATABASES["default"]["ENGINE"]:
        DATABASES["default"]["NAME"] = _named["NAME"]  # with the options that SQLite needs here
    else:
        DATABASES = {"default": _named}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = env.int("EMAIL_PORT", 25)
MEDIA_ROOT = VAR_DIR / "media"
REGISTRATION_FLOOD_BLOCK = 1_000_000  # all come from one address here
STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = ["*"]  # logging in is not what is measured
