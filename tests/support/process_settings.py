"""Settings of a program that a test starts beside itself: the test's database and mail server."""

from perspectief.settings import pools
from perspectief.settings.base import WEB_THREADS, env
from perspectief.settings.test import *  # noqa: F403 - settings start from other settings
from perspectief.settings.test import DATABASES

if "postgresql" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"] |= {"ENGINE": "perspectief.postgres", "CONN_MAX_AGE": 0}
    if env.bool("IS_WEB_SERVER", False):
        DATABASES["default"]["OPTIONS"] = {"pool": pools.of_threads(WEB_THREADS)}
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.str("SMTP_HOST")
EMAIL_PORT = env.int("SMTP_PORT")
EMAIL_TIMEOUT = 24
