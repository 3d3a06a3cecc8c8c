"""What the tests of the public form share."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import translation

from tests.registration.journey.visitor import Visitor
from tests.support.site_tree import SiteTree

# A Tuesday morning on which the desk is open, far from any holiday.
TUESDAY_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    """Stop the clock on a Tuesday morning; `clock.shift(timedelta)` lets time pass."""
    with time_machine.travel(TUESDAY_MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def visitor(site_tree: SiteTree, clock) -> Visitor:
    """Somebody who reads Dutch and opens the form."""
    return Visitor("nl")


@pytest.fixture
def english_visitor(site_tree: SiteTree, clock) -> Visitor:
    """Somebody who reads English and opens the form."""
    return Visitor("en")


@pytest.fixture
def in_english():
    """Read messages in English, whose words are the source of all others."""
    with translation.override("en"):
        yield
