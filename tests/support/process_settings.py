"""Settings of a program that a test starts beside itself: the test's database and mail server."""

from django.conf import global_settings

from perspectief.settings import caches, pools, uploads
from perspectief.settings.base import WEB_THREADS, env
from perspectief.settings.test import *  # noqa: F403 - settings start from other settings
from perspectief.settings.test import DATABASES

if "postgresql" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"] |= {"ENGINE": "perspectief.postgres", "CONN_MAX_AGE": 0}
    if env.bool("IS_WEB_SERVER", False):
        DATABASES["default"]["OPTIONS"] = {"pool": pools.of_threads(WEB_THREADS)}
if _redis := env.str("REDIS_URL", ""):
    CACHES = {"default": caches.redis(_redis)}
if _bucket := env.str("S3_BUCKET", ""):
    STORAGES = {
        **global_settings.STORAGES,
        "default": uploads.in_a_bucket(
            _bucket,
            env.str("S3_ENDPOINT_URL"),
            env.str("S3_ACCESS_KEY_ID"),
            env.str("S3_SECRET_ACCESS_KEY"),
            env.str("S3_REGION"),
        ),
    }
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.str("SMTP_HOST")
EMAIL_PORT = env.int("SMTP_PORT")
EMAIL_TIMEOUT = 24
