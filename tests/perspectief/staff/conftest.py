"""People who log in, and what a walk over all their screens needs."""

import logging
from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from perspectief.staff import groups

PASSWORD = "een lang wachtwoord"


@pytest.fixture
def make_staff(db):
    """Make an account in a group, by default of editors."""

    def make(username="robin", group=groups.COMMUNICATION, **fields):
        user = get_user_model().objects.create_user(
            username, f"{username}@example.org", PASSWORD, **fields
        )
        user.groups.add(Group.objects.get(name=group))
        return user

    return make


@pytest.fixture
def editor(make_staff):
    """An editor who has no second factor yet."""
    return make_staff()


@pytest.fixture
def second_factor_required(settings):
    """As in production: nobody is exempt."""
    settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = []


@pytest.fixture
def administrator(make_staff):
    """Kim, of Beheer, who manages the accounts."""
    return make_staff("kim", groups.ADMINISTRATION, first_name="Kim")


@pytest.fixture
def beheer(administrator) -> Client:
    """Kim's browser, which has just shown the password again."""
    return browser_of("kim")


@pytest.fixture
def coordinator(make_staff):
    """Sam, who coordinates the desk."""
    return make_staff("sam", groups.COORDINATOR, first_name="Sam")


@pytest.fixture
def sams_browser(coordinator) -> Client:
    """Sam's browser, which has just shown the password again."""
    return browser_of("sam")


def browser_of(username: str) -> Client:
    """Return a browser in which somebody logged in and has just shown the password again."""
    client = Client()
    client.post("/staff/login/", {"login": username, "password": PASSWORD})
    client.post("/staff/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.fixture
def quiet_and_apart(settings, tmp_path) -> Iterator[None]:
    """Files of its own, and no log of all that is refused on the way."""
    settings.MEDIA_ROOT = tmp_path
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
