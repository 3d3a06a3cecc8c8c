"""Search engines are told in their own words what a page says, and nothing it does not say."""

import json
import re

import pytest

from home.demo_content.figures import load_figures
from tests.home.factories import ContentPageFactory, SiteMenuFactory

pytestmark = pytest.mark.django_db

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph(text: str) -> dict[str, dict]:
    """What the page tells, by kind; all in one element."""
    found = DATA.findall(text)
    assert len(found) == 1
    return {item["@type"]: item for item in json.loads(found[0])["@graph"]}


def faq(question: str, answer: str) -> dict[str, object]:
    questions = [{"question": question, "answer": f"<p>{answer}</p>"}]
    return {"type": "faq", "value": {"heading": "Vragen", "questions": questions}}


def test_questions_of_all_blocks_are_told_with_their_answers_as_they_are_read(home, html):
    load_figures()
    page = ContentPageFactory(
        parent=home,
        body=[
            faq("Wat kost het?", "Niets."),
            faq("Hoe vaak?", "[[contact.reached.2024]] van de keren."),
        ],
    )

    told = graph(html(page.url))["FAQPage"]["mainEntity"]

    assert [each["name"] for each in told] == ["Wat kost het?", "Hoe vaak?"]
    assert "Niets." in told[0]["acceptedAnswer"]["text"]
    assert "97% van de keren." in told[1]["acceptedAnswer"]["text"]


def test_the_way_to_a_page_is_told_with_whole_addresses(about, html):
    crumbs = graph(html("/en/about-us/"))["BreadcrumbList"]["itemListElement"]

    assert crumbs == [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": "http://testserver/en/"},
        {"@type": "ListItem", "position": 2, "name": "About us"},
    ]


def test_the_front_page_says_whose_site_this_is(home, html):
    SiteMenuFactory()

    told = graph(html("/"))

    assert told["Organization"]["name"] == "Stichting Perspectief"
    assert told["Organization"]["telephone"] == "+31302340045"
    assert told["Organization"]["url"] == "http://testserver/"
    assert "FAQPage" not in told


def test_no_text_can_break_out_of_the_data(home, html):
    page = ContentPageFactory(parent=home, body=[faq("</script><b>&", "x")])

    text = html(page.url)

    assert graph(text)["FAQPage"]["mainEntity"][0]["name"] == "</script><b>&"
    assert "</script><b>" not in text


def test_an_error_page_tells_nothing(home, client):
    assert not DATA.search(client.get("/nergens/").content.decode())
