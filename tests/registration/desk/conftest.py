"""People of the desk and the time of day, for the tests of their screens."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.registration.desk.screens import TUESDAY_MORNING
from tests.registration.factories import CoordinatorFactory, DeskMemberFactory


@pytest.fixture
def during_opening_hours() -> Iterator[None]:
    """Let it be a Tuesday morning on which the desk is open; ask for it before logging in."""
    with time_machine.travel(TUESDAY_MORNING, tick=False):
        yield


@pytest.fixture
def sam(client):
    """Somebody of the desk, logged in, with screens in English."""
    user = DeskMemberFactory(first_name="Sam", admin_language="en")
    client.force_login(user)
    return user


@pytest.fixture
def robin():
    """A colleague."""
    return DeskMemberFactory(first_name="Robin", last_name="Jansen", admin_language="en")


@pytest.fixture
def coordinator(client):
    """The coordinator, logged in."""
    user = CoordinatorFactory(first_name="Kim", admin_language="en")
    client.force_login(user)
    return user
