"""System checks of what a public site needs; `check --deploy` runs them."""

from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.http.request import validate_host

from perspectief import site_address

LEAST_KEY_LENGTH = 32


@register(Tags.security)
def check_encryption_keys(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Without keys no registration can be stored; with a wrong one none can be read."""
    messages: list[CheckMessage] = []
    if not settings.FIELD_ENCRYPTION_KEYS:
        messages.append(Error("FIELD_ENCRYPTION_KEYS is empty.", id="perspectief.E102"))
    for number, key in enumerate(settings.FIELD_ENCRYPTION_KEYS, start=1):
        try:
            Fernet(key)
        except ValueError:
            messages.append(
                Error(
                    f"Key {number} of FIELD_ENCRYPTION_KEYS is no Fernet key.",
                    hint="Make one with `perspectief make_keys`.",
                    id="perspectief.E103",
                )
            )
    return messages


@register(Tags.security, deploy=True)
def check_keys_differ(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """One key that leaks must not open everything; a short one can be guessed."""
    messages: list[CheckMessage] = []
    keys = [settings.SECRET_KEY, settings.BLIND_INDEX_KEY, *settings.FIELD_ENCRYPTION_KEYS]
    if len(set(keys)) < len(keys):
        messages.append(Error("The same key is used for two purposes.", id="perspectief.E104"))
    if len(settings.BLIND_INDEX_KEY) < LEAST_KEY_LENGTH:
        messages.append(Error("BLIND_INDEX_KEY is too short.", id="perspectief.E105"))
    return messages


@register(Tags.security, deploy=True)
def check_second_factor(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """On a public site nobody opens the admin without a second factor."""
    messages: list[CheckMessage] = []
    if settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES:
        messages.append(
            Error(
                "STAFF_SECOND_FACTOR_EXEMPT_USERNAMES must be empty.",
                hint="It is for demo accounts on a developer's machine.",
                id="perspectief.E106",
            )
        )
    if settings.DEMO_ACCOUNTS_ALLOWED:
        messages.append(Error("DEMO_ACCOUNTS_ALLOWED must be off.", id="perspectief.E107"))
    return messages


@register(Tags.security, deploy=True)
def check_privacy_statement_is_required(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The form opens on an approved privacy statement only."""
    if settings.REQUIRE_APPROVED_PRIVACY_STATEMENT:
        return []
    return [Error("REQUIRE_APPROVED_PRIVACY_STATEMENT must be on.", id="perspectief.E108")]


@register(Tags.security, deploy=True)
def check_site_answers_at_its_address(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every link in a mail leads to BASE_URL, so the site must answer to that name."""
    host = site_address.scheme_and_host()[1].partition(":")[0]
    if validate_host(host, settings.ALLOWED_HOSTS):
        return []
    return [Error("ALLOWED_HOSTS lacks the host of BASE_URL.", id="perspectief.E109")]


@register(Tags.database, deploy=True)
def check_site_record(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Wagtail's record of the site is the only one, and says what BASE_URL says.

    It reads the database: `check --deploy --database default` runs it.
    """
    if not kwargs.get("databases") or not site_address.record_differs():
        return []
    return [
        Error(
            "The record of the site says another address than BASE_URL.",
            hint="`perspectief migrate` corrects the record; a second one has to go.",
            id="perspectief.E110",
        )
    ]
