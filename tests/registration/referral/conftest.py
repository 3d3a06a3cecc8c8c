"""What the tests of referrals share: the form for professionals, and people of the desk."""

from collections.abc import Iterator

import pytest
import time_machine
from django.utils import translation

from registration.public_pages.models import ReferralPage
from tests.registration.desk.screens import TUESDAY_MORNING as SUMMER_TUESDAY
from tests.registration.factories import DeskMemberFactory
from tests.registration.journey.conftest import TUESDAY_MORNING
from tests.registration.journey.visitor import Visitor
from tests.registration.referral.professional import plant_referral_page, professional
from tests.support.site_tree import SiteTree


@pytest.fixture
def referral_page(site_tree: SiteTree) -> ReferralPage:
    """The referral page, live in both languages."""
    return plant_referral_page(site_tree.home)


@pytest.fixture
def clock():
    """Stop the clock on a Tuesday morning; `clock.shift(timedelta)` lets time pass."""
    with time_machine.travel(TUESDAY_MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def jamie(referral_page: ReferralPage, clock) -> Visitor:
    """A professional who reads Dutch."""
    return professional("nl")


@pytest.fixture
def in_english():
    """Read messages in English, whose words are the source of all others."""
    with translation.override("en"):
        yield


@pytest.fixture
def during_opening_hours() -> Iterator[None]:
    """Let it be a Tuesday morning on which the desk is open; ask for it before logging in."""
    with time_machine.travel(SUMMER_TUESDAY, tick=False):
        yield


@pytest.fixture
def sam(client):
    """Somebody of the desk, logged in, with screens in English."""
    user = DeskMemberFactory(first_name="Sam", admin_language="en")
    client.force_login(user)
    return user
