"""Somebody of the registration desk with a browser."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from playwright.sync_api import BrowserContext

from tests.registration.factories import StaffFactory


def make_member(group: str, language: str, **columns: Any) -> Any:
    """Return a new account in `group` that uses the admin in `language`, "nl" or "en"."""
    user = StaffFactory(admin_language=language, **columns)
    user.groups.add(Group.objects.get(name=group))
    return user


def log_in(context: BrowserContext, user: Any, url: str) -> None:
    """Log `user` in without the login form, which has tests of its own.

    `url` is the address of the site.
    """
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": url}])
