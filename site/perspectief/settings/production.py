"""Settings of the public site. What is secret or differs comes from the environment.

docs/operations.md lists the variables. One that is missing or malformed stops the start with a
message that names it.
"""

from typing import Any

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from environs import EnvError
from sentry_sdk.utils import BadDsn, Dsn

from perspectief.base_url import checked_base_url
from perspectief.settings import caches, pools, uploads
from perspectief.settings.base import *
from perspectief.settings.base import (
    CONTENT_SECURITY_POLICY,
    METRICS_TOKEN,
    SENTRY_DSN,
    WEB_THREADS,
    env,
)

DEBUG = False


def _required(name: str) -> str:
    value = env.str(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} must be set; docs/operations.md says to what.")
    return value


def _secret(name: str, least: int = 50) -> str:
    value = _required(name)
    if len(value) < least:
        raise ImproperlyConfigured(f"{name} must have at least {least} random characters.")
    return value


def _fernet_keys(name: str) -> list[str]:
    keys = [key.strip() for key in _required(name).split(",") if key.strip()]
    for number, key in enumerate(keys, start=1):
        try:
            Fernet(key)
        except ValueError:
            # Without the cause, which holds the key.
            raise ImproperlyConfigured(f"Key {number} of {name} is no Fernet key.") from None
    return keys


_required("VAR_DIR")  # base.py reads it; its default is for a checkout

# --- Keys and addresses --------------------------------------------------------------------------
SECRET_KEY = _secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", [])
FIELD_ENCRYPTION_KEYS = _fernet_keys("FIELD_ENCRYPTION_KEYS")
BLIND_INDEX_KEY = _secret("BLIND_INDEX_KEY", least=32)
if METRICS_TOKEN:
    _secret("METRICS_TOKEN", least=32)
ALLOWED_HOSTS = [host.strip() for host in _required("ALLOWED_HOSTS").split(",") if host.strip()]
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts; * lets anybody pretend.")
WAGTAILADMIN_BASE_URL = checked_base_url(_required("BASE_URL"))
if not WAGTAILADMIN_BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("BASE_URL must begin with https://.")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [WAGTAILADMIN_BASE_URL])

# --- Database and cache --------------------------------------------------------------------------
_required("DATABASE_URL")
try:
    _database = env.dj_db_url("DATABASE_URL", conn_max_age=0)
except (EnvError, ValueError):
    raise ImproperlyConfigured("DATABASE_URL is malformed.") from None  # it holds the password
if _database["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must lead to PostgreSQL: postgres://…")
_database["ENGINE"] = "perspectief.postgres"
if env.bool("IS_WEB_SERVER", False):  # wsgi.py says so; a worker or a command has one connection
    _database.setdefault("OPTIONS", {})["pool"] = pools.of_threads(WEB_THREADS)
DATABASES = {"default": _database}

# Shared by all processes. Nothing that protects somebody is in it: it may be lost at any moment.
_redis_url = env.str("REDIS_URL", "")
if _redis_url and not _redis_url.startswith(("redis://", "rediss://", "unix://")):
    raise ImproperlyConfigured("REDIS_URL must begin with redis://, rediss:// or unix://.")
CACHES = {"default": caches.redis(_redis_url) if _redis_url else caches.DATABASE}

# --- Files ---------------------------------------------------------------------------------------
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Uploads in a bucket, where more than one server needs them. Only the site reads it.
_bucket = env.str("S3_BUCKET", "").strip()
SERVE_MEDIA_FILES = bool(_bucket)
if _bucket:
    _endpoint_url = _required("S3_ENDPOINT_URL")
    if not _endpoint_url.startswith("https://"):
        raise ImproperlyConfigured("S3_ENDPOINT_URL must begin with https://.")
    STORAGES["default"] = uploads.in_a_bucket(
        _bucket,
        _endpoint_url,
        _required("S3_ACCESS_KEY_ID"),
        _required("S3_SECRET_ACCESS_KEY"),
        env.str("S3_REGION", "").strip() or None,
    )

# --- Mail ----------------------------------------------------------------------------------------
if not _required("EMAIL_URL").startswith(("smtp://", "submission://")):
    raise ImproperlyConfigured("EMAIL_URL must begin with submission:// or smtp://.")
try:
    _email = env.dj_email_url("EMAIL_URL")
except (EnvError, ValueError):
    raise ImproperlyConfigured("EMAIL_URL is malformed.") from None  # it holds the password
if _email["EMAIL_HOST"] not in ("localhost", "127.0.0.1") and not (
    _email["EMAIL_USE_TLS"] or _email["EMAIL_USE_SSL"]
):
    raise ImproperlyConfigured("EMAIL_URL must use TLS: submission://… or smtp://…?ssl=True.")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = _email["EMAIL_HOST"]
EMAIL_PORT = _email["EMAIL_PORT"]
EMAIL_HOST_USER = _email["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _email["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _email["EMAIL_USE_SSL"]
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _required("DEFAULT_FROM_EMAIL")
DESK_EMAIL = _required("DESK_EMAIL")

# --- Protection ----------------------------------------------------------------------------------
if SENTRY_DSN:
    try:
        Dsn(SENTRY_DSN)
    except BadDsn:
        raise ImproperlyConfigured("SENTRY_DSN is malformed.") from None
REQUIRE_APPROVED_PRIVACY_STATEMENT = True
DEMO_ACCOUNTS_ALLOWED = False
STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = []
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 1)
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # the editor's preview is a frame of our own page
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/"]  # asked for by the machine itself, without TLS
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {**CONTENT_SECURITY_POLICY["DIRECTIVES"], "upgrade-insecure-requests": True},
}
