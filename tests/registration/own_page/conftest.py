"""A person who registered and kept code and secret words."""

import uuid

import pytest
from django.test import Client

from home.models import HomePage
from registration.casework.receipts import Receipt
from registration.casework.submission import Submission, submit_registration
from registration.public_pages.models import OwnRegistrationPage
from tests.home.factories import translate
from tests.registration.factories import AnswersFactory
from tests.registration.journey.conftest import clock
from tests.registration.own_page.owner import FRONT, Owner
from tests.support.planted_rows import planted_once
from tests.support.site_tree import SiteTree

__all__ = ["clock"]


@pytest.fixture
def own_pages(site_tree: SiteTree) -> SiteTree:
    """The site, with the page in both languages."""
    plant_own_page(site_tree.home)
    return site_tree


@planted_once
def plant_own_page(home: HomePage) -> None:
    """Add that page below the front page."""
    page = home.add_child(
        instance=OwnRegistrationPage(
            title="Jouw aanmelding", slug="jouw-aanmelding", intro="Kijk hoe het staat."
        )
    )
    translate(page, "Your registration", "your-registration")


@pytest.fixture
def receipt(own_pages, clock) -> Receipt:
    """What the person saw after sending."""
    return register()


@pytest.fixture
def owner(receipt: Receipt) -> Owner:
    """The person, who has opened the page."""
    person = Owner(receipt, Client())
    assert person.enter()["Location"] == FRONT["nl"]
    return person


def register(language: str = "nl", **answers) -> Receipt:
    """Register somebody whose organisation may be named, and who may be mailed."""
    given = AnswersFactory(
        **{
            "phone": "+31612344321",
            "organisation_may_be_named": True,
            "all_channels": True,
            "story": "Geheim",
            **answers,
        }
    )
    return submit_registration(Submission(answers=given, language=language, key=uuid.uuid4()))
