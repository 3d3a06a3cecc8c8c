"""Settings of a program that a test starts beside itself: the test's database and mail server."""

from perspectief.settings.base import env
from perspectief.settings.test import *  # noqa: F403 - settings start from other settings

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.str("SMTP_HOST")
EMAIL_PORT = env.int("SMTP_PORT")
EMAIL_TIMEOUT = 24
