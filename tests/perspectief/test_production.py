"""The settings of the public site, loaded as the server loads them: in a process of their own."""

import os
import subprocess
import sys
from ast import literal_eval

import pytest
from cryptography.fernet import Fernet
from django.conf import settings as test_settings

from perspectief.settings_faults import WRONG_SETTINGS

GOOD = {
    "SECRET_KEY": "s3cret-key-of-the-public-site-with-many-characters-0123456789",
    "FIELD_ENCRYPTION_KEYS": Fernet.generate_key().decode(),
    "BLIND_INDEX_KEY": "another-key-with-enough-characters-0123",
    "ALLOWED_HOSTS": "www.example.org",
    "BASE_URL": "https://www.example.org",
    "DATABASE_URL": "postgres://site:s3cret-password@127.0.0.1:1/site",
    "EMAIL_URL": "submission://site:mail-password@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "Perspectief <aanmeldpunt@example.org>",
    "DESK_EMAIL": "aanmeldpunt@example.org",
    "VAR_DIR": "/nonexistent",
}


def manage(*arguments: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
    """Run a management command with production settings; None takes a variable away."""
    environment = {**GOOD, **changes}
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(test_settings.BASE_DIR / "site" / "manage.py"), *arguments],
        env={
            **inherited,
            "DJANGO_SETTINGS_MODULE": "perspectief.settings.production",
            **{name: value for name, value in environment.items() if value is not None},
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_deployment_check_finds_nothing():
    result = manage("check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_no_subdomain_can_put_its_own_cookies_in_place_of_ours():
    """Browsers take a `__Host-` cookie from the host itself only: secure, no domain, for /."""
    show = (
        "from django.conf import settings as s; "
        "print([[getattr(s, f'{kind}_COOKIE_{part}') for part in ('NAME', 'SECURE', 'DOMAIN', "
        "'PATH')] for kind in ('SESSION', 'CSRF')])"
    )
    result = manage("shell", "--no-imports", "-c", show)
    cookies = literal_eval(result.stdout.splitlines()[-1])
    assert cookies == [
        ["__Host-session", True, None, "/"],
        ["__Host-csrf", True, None, "/"],
    ]


@pytest.mark.parametrize("name", sorted(GOOD))
def test_missing_variable_is_named(name):
    result = manage("check", **{name: None})
    assert result.returncode == WRONG_SETTINGS
    [line] = result.stderr.splitlines()
    assert f"{name} must be set" in line


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("SECRET_KEY", "short", "SECRET_KEY must have at least 50"),
        ("FIELD_ENCRYPTION_KEYS", "planted-no-key", "Key 1 of FIELD_ENCRYPTION_KEYS"),
        ("METRICS_TOKEN", "planted-too-short", "METRICS_TOKEN must have at least 32"),
        ("LOG_FORMAT", "planted", "LOG_FORMAT must be text or json"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name the hosts"),
        ("BASE_URL", "http://www.example.org", "BASE_URL must begin with https"),
        ("DATABASE_URL", "sqlite:///site.db", "DATABASE_URL must lead to PostgreSQL"),
        ("DATABASE_URL", "planted://[", "DATABASE_URL is malformed"),
        ("DATABASE_URL", "postgres://u:planted@h:port/site", "DATABASE_URL is malformed"),
        ("REDIS_URL", "planted.example.org:6379", "REDIS_URL must begin with"),
        ("SENTRY_DSN", "planted", "SENTRY_DSN is malformed"),
        ("WEB_THREADS", "planted", '"WEB_THREADS" invalid'),
        ("WEB_PROCESSES", "0", '"WEB_PROCESSES" invalid'),
        ("PORT", "planted", '"PORT" invalid'),
        ("TRUSTED_PROXY_COUNT", "planted", '"TRUSTED_PROXY_COUNT" invalid'),
        ("EMAIL_URL", "smtp+tls://u:planted@mail.example.org", "EMAIL_URL must begin with"),
        ("EMAIL_URL", "smtp://u:planted@mail.example.org", "EMAIL_URL must use TLS"),
        ("S3_BUCKET", "planted", "S3_ENDPOINT_URL must be set"),
    ],
)
def test_wrong_variable_is_named_without_its_value(name, value, message):
    result = manage("check", **{name: value})
    assert result.returncode != 0
    [line] = result.stderr.splitlines()
    assert message in line
    assert "planted" not in line


def test_one_key_for_two_purposes_is_refused():
    key = Fernet.generate_key().decode()
    result = manage("check", "--deploy", FIELD_ENCRYPTION_KEYS=key, BLIND_INDEX_KEY=key)
    assert "perspectief.E104" in result.stderr


def test_demo_accounts_are_refused():
    result = manage("create_demo_accounts", "--password", "demo")
    assert result.returncode != 0
    assert "this is a real site" in result.stderr


def test_settings_are_those_of_a_public_site():
    script = """
from django.conf import settings
assert not settings.DEBUG
assert settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES == []
assert settings.REQUIRE_APPROVED_PRIVACY_STATEMENT
assert not settings.SERVE_MEDIA_FILES
assert settings.EMAIL_USE_TLS and settings.EMAIL_TIMEOUT
assert settings.DATABASES["default"]["ENGINE"] == "perspectief.postgres"
assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
assert "upgrade-insecure-requests" in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
assert settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE
print("as expected")
"""
    result = manage("shell", "--no-imports", "-c", script)
    assert "as expected" in result.stdout, result.stderr


def test_redis_is_used_where_there_is_one():
    result = manage(
        "shell",
        "--no-imports",
        "-c",
        "from django.conf import settings; print(settings.CACHES['default']['BACKEND'])",
        REDIS_URL="redis://127.0.0.1:1/0",
    )
    assert "RedisCache" in result.stdout, result.stderr


BUCKET = {
    "S3_BUCKET": "uploads",
    "S3_ENDPOINT_URL": "https://s3.example.net",
    "S3_ACCESS_KEY_ID": "somebody",
    "S3_SECRET_ACCESS_KEY": "planted",
}


def test_uploads_are_in_a_bucket_where_one_is_named():
    script = """
from django.core.files.storage import storages
from django.urls import reverse
storage = storages['default']
print(type(storage).__name__, storage.endpoint_url, storage.url('a b.png'))
print(reverse("media_file", args=["images/a.png"]))
"""
    result = manage("shell", "--no-imports", "-c", script, **BUCKET)
    assert result.stdout.splitlines() == [
        "BucketStorage https://s3.example.net /media/a%20b.png",
        "/media/images/a.png",
    ], result.stderr


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("S3_ENDPOINT_URL", "http://s3.example.net", "S3_ENDPOINT_URL must begin with https://"),
        ("S3_ACCESS_KEY_ID", "", "S3_ACCESS_KEY_ID must be set"),
        ("S3_SECRET_ACCESS_KEY", None, "S3_SECRET_ACCESS_KEY must be set"),
    ],
)
def test_half_a_bucket_is_refused_in_one_line(name, value, message):
    result = manage("check", **{**BUCKET, name: value})
    assert result.returncode == WRONG_SETTINGS
    [line] = result.stderr.splitlines()
    assert message in line
    assert "planted" not in line


@pytest.mark.parametrize(
    ("changes", "check_id"),
    [
        ({"FIELD_ENCRYPTION_KEYS": []}, "perspectief.E102"),
        ({"FIELD_ENCRYPTION_KEYS": ["nonsense"]}, "perspectief.E103"),
        ({"BLIND_INDEX_KEY": "short"}, "perspectief.E105"),
        ({"STAFF_SECOND_FACTOR_EXEMPT_USERNAMES": ["redactie"]}, "perspectief.E106"),
        ({"DEMO_ACCOUNTS_ALLOWED": True}, "perspectief.E107"),
        ({"REQUIRE_APPROVED_PRIVACY_STATEMENT": False}, "perspectief.E108"),
    ],
)
def test_checks_report_what_a_public_site_must_not_have(settings, changes, check_id):
    from django.core.checks import run_checks

    for name, value in changes.items():
        setattr(settings, name, value)
    assert check_id in {message.id for message in run_checks(include_deployment_checks=True)}
