"""One look-up answers which page is where, whatever the number of links."""

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from home.page_index import load_page_index
from tests.home.factories import ContentPageFactory

pytestmark = pytest.mark.django_db


def test_it_knows_both_languages(about):
    index = load_page_index()

    assert index.home_urls == {"nl": "/", "en": "/en/"}
    assert index.translation_of(about.pk, "en").url == "/en/about-us/"
    assert index.translation_of(about.pk, "nl").url == "/over-ons/"


def test_private_pages_and_drafts_are_not_in_it(home):
    draft = ContentPageFactory(parent=home, live=False)
    private = ContentPageFactory(parent=home)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    index = load_page_index()

    assert draft.pk not in index.entries
    assert private.pk not in index.entries
    assert index.translation_of(None, "nl") is None


def test_asking_again_costs_no_query(about, django_assert_num_queries):
    load_page_index()

    with django_assert_num_queries(0):
        assert load_page_index().translation_of(about.pk, "en")


def test_publishing_refreshes_it(about, home):
    load_page_index()
    page = ContentPageFactory(parent=home, live=False)
    assert page.pk not in load_page_index().entries

    page.save_revision().publish()

    assert page.pk in load_page_index().entries


def test_its_cost_does_not_grow_with_the_number_of_pages(home, django_assert_max_num_queries):
    for _number in range(30):
        ContentPageFactory(parent=home)
    cache.clear()

    with django_assert_max_num_queries(12):
        assert len(load_page_index().entries) >= 30
