"""The search page finds what is there, and keeps the question to itself."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from home.models import SearchEntry
from home.search.question import LONGEST_QUESTION
from tests.home.factories import ContentPageFactory, SiteMenuFactory
from tests.home.search.conftest import update_index

pytestmark = pytest.mark.django_db
PATHS = {"nl": "/zoeken/", "en": "/en/search/"}


def urls(client: Client, question: str, language: str = "nl") -> list[str]:
    response = client.post(PATHS[language], {"q": question})
    assert response.status_code == 200
    return [result.url for result in response.context["results"]]


def page_of(client: Client, question: str, **more: object) -> str:
    return client.post("/zoeken/", {"q": question, **more}).content.decode()


# --- Finding ------------------------------------------------------------------------------------


def test_it_finds_titles_introductions_and_blocks(costs, client):
    for question in ("kost", "tolk", "tolken", "pinguïns", "PINGUINS", "vertaler"):
        assert urls(client, question) == ["/kosten/"]


def test_it_stays_in_the_language_of_the_page(costs, client):
    assert urls(client, "interpreters", "en") == ["/en/costs/"]
    assert urls(client, "tolk", "en") == []
    assert urls(client, "interpreter") == []


def test_drafts_are_not_found(costs, client):
    assert urls(client, "concept") == []


def test_what_is_unpublished_is_gone_at_once(costs, client):
    costs.unpublish()
    assert urls(client, "tolk") == []


def test_pages_with_all_words_come_before_those_with_some(home, client):
    for title in ("Olifant en zebra", "Een olifant", "Twee olifanten", "De zebra"):
        ContentPageFactory(parent=home, title=title, slug=title.lower().replace(" ", "-"))
    update_index()

    assert urls(client, "zebra olifant")[0] == "/olifant-en-zebra/"
    assert len(urls(client, "zebra olifant")) == 4
    assert "None of them has all" not in page_of(client, "zebra olifant")
    assert "Geen daarvan heeft al je woorden" in page_of(client, "zebra giraffe")


def test_titles_headings_and_introductions_weigh_more_than_running_text(home, client):
    def block(kind: str, **value: str) -> str:
        return json.dumps([{"type": kind, "value": value}])

    far = "<p>" + "Olifant. " * 20 + "</p>"
    ContentPageFactory(
        parent=home, slug="tekst", title="Iets", body=block("text", heading="", text=far)
    )
    ContentPageFactory(
        parent=home,
        slug="kop",
        title="Iets",
        body=block("text", heading="Olifant", text="<p>-</p>"),
    )
    ContentPageFactory(parent=home, slug="inleiding", title="Iets", intro="Over de olifant.")
    ContentPageFactory(parent=home, slug="titel", title="De olifant")
    update_index()

    assert urls(client, "olifanten") == ["/titel/", "/kop/", "/inleiding/", "/tekst/"]


def test_what_is_over_comes_last(home, client):
    over = ContentPageFactory(parent=home, slug="over", title="Olifant")
    ContentPageFactory(parent=home, slug="nu", title="Iets", intro="Met een olifant en zo.")
    update_index()
    entry = SearchEntry.objects.filter(page_id=over.pk)

    entry.update(outdated_from=timezone.now() + timedelta(days=1))
    assert urls(client, "olifant") == ["/over/", "/nu/"]
    entry.update(outdated_from=timezone.now())
    assert urls(client, "olifant") == ["/nu/", "/over/"]


# --- What a reader sees -------------------------------------------------------------------------


def test_a_result_says_where_it_is_and_why_it_was_found(costs, client):
    below = ContentPageFactory(
        parent=costs, title="Wie betaalt <dat>?", slug="wie", intro="Niet jij."
    )
    update_index()

    html = page_of(client, "wie betaalt")

    assert f'<a href="/kosten/{below.slug}/">Wie <mark>betaalt</mark> &lt;dat&gt;?</a>' in html
    assert "Wat kost het?</p>" in html
    assert "Niet jij." in html


def test_nothing_of_the_question_becomes_html(costs, client):
    attack = '"><script>alert(1)</script>'
    for question in (attack, f"{attack} tolk", f"{attack} " * 50):
        html = page_of(client, question)
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)" in html


def test_the_question_stays_in_the_box_whole(costs, client):
    for question in ("tolk & gratis", "tolk " * 100, "olifant"):
        html = page_of(client, question)
        value = re.search(r'<input type="search"[^>]* value="([^"]*)"', html)
        assert value is not None
        assert value[1] == question.strip().replace("&", "&amp;")


def test_whoever_types_a_lot_reads_what_was_looked_for(costs, client):
    html = strip_tags(page_of(client, "tolk " + " ".join(f"woord{number}" for number in range(99))))

    assert "de eerste woorden: tolk, woord0, woord1" in html
    assert "Wil je vertellen wat er is gebeurd?" in html
    assert "de eerste woorden" not in page_of(client, "gratis tolk")


def test_a_mistyped_word_leads_to_the_right_one(costs, client):
    html = page_of(client, "pinguens")

    assert "Bedoelde je" in html
    assert '<input type="hidden" name="q" value="pinguins">' in html
    assert "Bedoelde je" not in page_of(client, "pinguïns")


def test_nothing_found_leads_on(costs, client):
    SiteMenuFactory(
        header_links=json.dumps(
            [
                {
                    "type": "link",
                    "value": {
                        "label": "Kosten",
                        "page": costs.pk,
                        "external_url": "",
                        "special": "",
                    },
                }
            ]
        )
    )

    html = page_of(client, "olifant")

    assert "Niets gevonden voor ‘olifant’." in html
    assert 'href="/kosten/"' in html
    assert 'href="tel:' in html


def test_many_results_come_in_parts_that_need_no_script(home, client):
    for number in range(25):
        ContentPageFactory(parent=home, title=f"Zeldzaam {number}")
    update_index()

    first = page_of(client, "zeldzaam")
    last = client.post("/zoeken/", {"q": "zeldzaam", "page": 3})

    assert "25 pagina’s gevonden" in first
    assert '<button class="link-button" type="submit" name="page" value="3">' in first
    assert "deel 3 van 3" in last.content.decode()
    assert len(last.context["results"]) == 5


# --- The question is the reader's own -----------------------------------------------------------


def test_the_form_puts_the_question_into_no_address(costs, client):
    html = page_of(client, "gratis tolk")

    assert 'action="/zoeken/" method="post"' in html
    assert not re.search(r'(?:href|action)="[^"]*tolk', html)
    assert "tolk" not in re.findall(r"<head>.*</head>", html, re.DOTALL)[0]


def test_no_cache_log_or_other_site_gets_to_know_the_question(costs, caplog, client):
    with caplog.at_level("DEBUG"):
        posted = client.post("/zoeken/", {"q": "zeepaardje"})
        linked = client.get("/zoeken/", {"q": "zeepaardje"})

    for response in (posted, linked):
        assert response["Referrer-Policy"] == "no-referrer"
        assert not response.cookies
    assert linked["Cache-Control"] == "no-store"
    assert posted["Cache-Control"] == "private, no-cache"
    ours = [record for record in caplog.records if record.name != "django.db.backends"]
    assert not any("zeepaardje" in record.getMessage() for record in ours)


def test_it_works_without_any_cookie(costs):
    strict = Client(enforce_csrf_checks=True)
    assert urls(strict, "tolk") == ["/kosten/"]


def test_a_link_may_ask_too(costs, client):
    response = client.get("/zoeken/", {"q": "tolk"})
    assert [result.url for result in response.context["results"]] == ["/kosten/"]


def test_it_stays_out_of_search_engines_and_switches_language(home, html):
    text = html("/zoeken/?q=tolk")

    assert '<meta name="robots" content="noindex">' in text
    assert 'href="/en/search/"' in text


def test_the_other_language_has_its_own_address(home, client):
    assert client.get("/search/").status_code == 404
    assert client.get("/en/zoeken/").status_code == 404


# --- Limits -------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [10, 200])
def test_the_number_of_queries_does_not_grow_with_the_site(
    home, client, django_assert_max_num_queries, count
):
    for number in range(count):
        ContentPageFactory(parent=home, title=f"Zeldzaam {number}")
    update_index()
    client.post("/zoeken/", {"q": "zeldzaam"})

    with django_assert_max_num_queries(9):
        client.post("/zoeken/", {"q": "zeldzaam", "page": 1})
    with django_assert_max_num_queries(12):
        client.post("/zoeken/", {"q": "zeldzaan krokodil"})


def test_ten_thousand_characters_are_no_more_work(costs, client, django_assert_max_num_queries):
    client.post("/zoeken/", {"q": "tolk"})
    for question in ("x" * LONGEST_QUESTION, "tolk " * 2_000, "💬" * LONGEST_QUESTION):
        with django_assert_max_num_queries(12):
            assert client.post("/zoeken/", {"q": question}).status_code == 200
