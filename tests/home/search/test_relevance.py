"""The right page is near the top for what people ask of the demo site."""

import pytest
from django.core.management import call_command
from django.utils import translation

from home.demo_content import build
from home.page_index import load_page_index
from home.search.finding import find
from home.search.models import SearchEntry
from home.search.question import read_question
from tests.home.search.questions import QUESTIONS

NEAR_THE_TOP = 4


@pytest.fixture(scope="module")
def known_site(django_db_setup, django_db_blocker, demo_site) -> None:
    """The demo site, known to search."""
    assert build.load() == []  # all of it is there
    with django_db_blocker.unblock():
        call_command("update_index", verbosity=0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "question", "url"),
    [(language, *pair) for language, pairs in QUESTIONS.items() for pair in pairs],
)
def test_the_right_page_is_near_the_top(known_site, language, question, url):
    with translation.override(language):
        found = find(read_question(question, language), language)
        entries = SearchEntry.objects.in_bulk(found.keys[:NEAR_THE_TOP])
    index = load_page_index()
    top = [index.entries[entries[key].page_id].url for key in found.keys[:NEAR_THE_TOP]]

    assert url in top


@pytest.mark.django_db
def test_every_readable_page_of_the_demo_can_be_found(known_site):
    known = set(SearchEntry.objects.values_list("page_id", flat=True))
    missing = [entry.url for pk, entry in load_page_index().entries.items() if pk not in known]

    assert missing == []
