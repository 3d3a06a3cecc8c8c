"""Somebody who is not sure yet and asks for a reminder."""

import pytest

from tests.registration.journey.conftest import clock, in_english
from tests.registration.journey.visitor import REMINDER, Visitor

__all__ = ["clock", "in_english"]


@pytest.fixture
def visitor(site_tree, clock) -> Visitor:
    """Somebody who reads Dutch."""
    return Visitor("nl", walk=REMINDER)


@pytest.fixture
def neutral_sender(settings) -> str:
    """Mails that do not show who we are can be sent."""
    settings.NEUTRAL_FROM_EMAIL = "Afspraken <bericht@neutraal.example>"
    return settings.NEUTRAL_FROM_EMAIL
