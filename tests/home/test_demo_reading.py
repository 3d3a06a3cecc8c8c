"""The demo leads readers on: from every page to pages that exist."""

from django.apps import apps

from home.demo_content.pages import PAGES
from home.demo_content.reading import NEUTRAL_CARDS, RELATED
from home.pages.reading import RELATED_PAGES, ReadingPage

DEMO_PAGES = {demo.key: demo for demo in PAGES}


def test_demo_pages_lead_to_other_demo_pages():
    for key, others in RELATED.items():
        assert issubclass(apps.get_model(DEMO_PAGES[key].model), ReadingPage), key
        assert set(others) <= DEMO_PAGES.keys() - {key}, key
        assert len(set(others)) == len(others) <= RELATED_PAGES, key


def test_pages_that_are_shared_neutrally_can_be():
    for key in NEUTRAL_CARDS:
        assert issubclass(apps.get_model(DEMO_PAGES[key].model), ReadingPage), key
