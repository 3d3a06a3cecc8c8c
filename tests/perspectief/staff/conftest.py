"""People who log in."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

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
