"""Settings of the benchmark: development's, on the database and mail server that it names."""

from perspectief.settings.dev import *  # noqa: F403 (settings build on each other)
from perspectief.settings.dev import VAR_DIR, env

DATABASE_URL = env.str("DATABASE_URL", "")
if DATABASE_URL:
    DATABASES = {"default": env.dj_db_url("DATABASE_URL")}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = env.int("EMAIL_PORT", 25)
MEDIA_ROOT = VAR_DIR / "media"
REGISTRATION_FLOOD_BLOCK = 1_000_000  # all come from one address here
STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = ["*"]  # logging in is not what is measured
