"""A small bilingual site to test with."""

from collections.abc import Callable

import pytest
from django.test import Client

from home.models import ContentPage, HomePage
from tests.home.factories import ContentPageFactory, plant_home, translate
from tests.support.demo_in_database import demo_in_database
from tests.support.planted_rows import planted_once


@pytest.fixture(scope="session")
def demo_site(django_db_setup, django_db_blocker, tmp_path_factory) -> list[str]:
    """The whole demo site; what a test changes is rolled back."""
    return demo_in_database.enter(django_db_blocker, tmp_path_factory.mktemp("media"))


@pytest.fixture
def home(db) -> HomePage:
    """The Dutch front page, with an English one beside it."""
    return plant_home()


@pytest.fixture
def about(home) -> ContentPage:
    """A page in both languages."""
    return plant_about(home)


@planted_once
def plant_about(home: HomePage) -> ContentPage:
    """Make that page below a front page."""
    page = ContentPageFactory(parent=home, title="Over ons", slug="over-ons")
    translate(page, "About us", "about-us")
    return page


@pytest.fixture
def only_dutch(home) -> ContentPage:
    """A page without a translation."""
    return ContentPageFactory(parent=home, title="Alleen hier", slug="alleen-hier")


@pytest.fixture
def html(client: Client) -> Callable[[str], str]:
    """Get a page, which must be there, as text."""

    def get(path: str) -> str:
        response = client.get(path)
        assert response.status_code == 200, path
        return response.content.decode()

    return get
