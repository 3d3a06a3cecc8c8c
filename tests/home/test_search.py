"""Search finds what is there, in the reader's language, and survives any input."""

import json

import pytest
from django.core.management import call_command

from home.search import MAXIMUM_WORDS, words_of
from tests.home.factories import ContentPageFactory, SiteMenuFactory, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def indexed(home):
    """Pages with known words, in the search index."""
    page = ContentPageFactory(
        parent=home,
        title="Wat kost het?",
        slug="kosten",
        intro="Een tolk is gratis.",
        body=json.dumps([{"type": "note", "value": {"text": "Pinguïns staan alleen hier."}}]),
    )
    english = translate(page, "What does it cost?", "costs")
    english.intro = "An interpreter is free."
    english.body = "[]"
    english.save_revision().publish()
    ContentPageFactory(parent=home, title="Concept over tolken", live=False)
    call_command("update_index", verbosity=0)
    return page


def urls(client, path, **query):
    response = client.get(path, query)
    assert response.status_code == 200
    return [result.url for result in response.context["results"]]


def test_it_finds_titles_introductions_and_blocks(indexed, client):
    assert urls(client, "/zoeken/", q="kost") == ["/kosten/"]
    assert urls(client, "/zoeken/", q="tolk") == ["/kosten/"]
    assert urls(client, "/zoeken/", q="pinguïns") == ["/kosten/"]


def test_it_stays_in_the_language_of_the_page(indexed, client):
    assert urls(client, "/en/search/", q="interpreter") == ["/en/costs/"]
    assert urls(client, "/en/search/", q="tolk") == []
    assert urls(client, "/zoeken/", q="interpreter") == []


def test_drafts_and_private_pages_are_not_found(indexed, client):
    assert urls(client, "/zoeken/", q="concept") == []


def test_pages_with_all_words_are_enough_else_any_word_counts(indexed, client):
    assert urls(client, "/zoeken/", q="gratis tolk") == ["/kosten/"]
    assert urls(client, "/zoeken/", q="gratis olifant") == ["/kosten/"]


@pytest.mark.parametrize(
    "query",
    [
        '"', "'", '"tolk', "tolk*", "tolk AND", "OR", "NOT tolk", "NEAR(tolk, 2)", "title:tolk",
        "(tolk", "^tolk", "tolk -kost", "tolk & kost", "a | b !", "\\", "%", "_", "💬", "💬 tolk",
        "\x00tolk", "مرحبا", "tolk; DROP TABLE x", "<script>alert(1)</script>", "{}[]:<>=~`",
        "x" * 10_000, "tolk " * 2_000, "'' \"\" ()", "١٢٣", "ﬀ ß İ",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/zoeken/", "/en/search/"])
def test_no_input_is_too_strange(indexed, client, path, query):
    response = client.get(path, {"q": query, "page": "nonsense"})

    assert response.status_code == 200
    assert "<script>alert(1)" not in response.content.decode()


def test_only_words_reach_the_search_engine():
    assert words_of('"Tolk" AND (kost*) -x_y:z 💬') == ["tolk", "and", "kost", "x", "y", "z"]
    assert len(words_of("woord " * 500)) <= MAXIMUM_WORDS
    assert words_of("💬 ''") == []


def test_nothing_found_leads_on(indexed, client):
    SiteMenuFactory(
        header_links=json.dumps(
            [
                {
                    "type": "link",
                    "value": {
                        "label": "Kosten",
                        "page": indexed.pk,
                        "external_url": "",
                        "special": "",
                    },
                }
            ]
        )
    )

    response = client.get("/zoeken/", {"q": "olifant"})

    assert {"label": "Kosten", "url": "/kosten/"} in response.context["suggestions"]
    assert 'href="/kosten/"' in response.content.decode()


def test_search_pages_stay_out_of_search_engines_and_switch_language(home, html):
    text = html("/zoeken/?q=tolk")

    assert '<meta name="robots" content="noindex">' in text
    assert 'href="/en/search/"' in text
    assert "tolk" in text


def test_the_other_language_has_its_own_address(home, client):
    assert client.get("/search/").status_code == 404
    assert client.get("/en/zoeken/").status_code == 404


def test_many_results_come_in_pages_at_the_same_cost(home, client, django_assert_max_num_queries):
    for number in range(25):
        ContentPageFactory(parent=home, title=f"Zeldzaam {number}")
    call_command("update_index", verbosity=0)
    client.get("/zoeken/", {"q": "zeldzaam"})

    with django_assert_max_num_queries(8):
        response = client.get("/zoeken/", {"q": "zeldzaam", "page": 3})

    assert len(response.context["results"]) == 5
    assert response.context["total"] == 25
