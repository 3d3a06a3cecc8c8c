"""Search engines are told in their own words what a page says, and nothing it does not say."""

import json
import re
from datetime import datetime

import pytest

from home.coverage.page import CoverageIndexPage
from home.demo_content.figures import load_figures
from home.demo_content.reading.demo import the_demo
from home.structured_data.article import ITEM_TYPES
from media_library.coverage import CoverageKind
from tests.home.factories import (
    ContentPageFactory,
    SiteMenuFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
)
from tests.media_library.coverage_factories import MediaCoverageFactory

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
    load_figures(the_demo().figures)
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
    assert told["Organization"]["logo"].startswith("http://testserver/static/")
    assert "sameAs" not in told["Organization"]
    assert "FAQPage" not in told


@pytest.mark.parametrize("is_example", [True, False])
def test_a_story_is_an_article_of_ours_that_says_whether_it_is_an_example(home, html, is_example):
    stories = StoryIndexPageFactory(parent=home, slug="verhalen")
    story = StoryPageFactory(parent=stories, title="Een vraag", is_example=is_example)
    story.save_revision().publish()

    told = graph(html(story.url))["Article"]

    assert told["headline"] == "Een vraag"
    assert told["description"] == "Wat iemand meemaakte."
    assert told["inLanguage"] == "nl"
    assert told["mainEntityOfPage"] == f"http://testserver{story.url}"
    assert told["image"].startswith("http://testserver/static/")
    assert told["author"] == told["publisher"]
    assert told["publisher"]["name"] == "Perspectief Herstelbemiddeling"
    for moment in ("datePublished", "dateModified"):
        assert datetime.fromisoformat(told[moment]).tzinfo
    assert ("genre" in told) == is_example


def test_what_others_published_has_their_name_and_not_our_words_as_its_headline(home, html):
    press = home.add_child(
        instance=CoverageIndexPage(
            title="Pers", slug="pers", press_heading="Journalist?", press_text="Bel ons."
        )
    )
    MediaCoverageFactory(
        outlet="De Krant", kind=CoverageKind.NEWSPAPER, year=2025, month=2, day=3,
        title_nl="Over contact", language="en", url="https://example.org/krant",
    )  # fmt: skip
    radio = MediaCoverageFactory(outlet="Radio", kind=CoverageKind.RADIO, year=2020)

    first, second = graph(html("/pers/"))["ItemList"]["itemListElement"]

    assert (first["position"], second["position"]) == (1, 2)
    assert first["item"] == {
        "@type": "NewsArticle",
        "name": "Over contact",
        "abstract": "Waar het over gaat.",
        "inLanguage": "en",
        "datePublished": "2025-02-03",
        "publisher": {"@type": "Organization", "name": "De Krant"},
        "url": "https://example.org/krant",
    }
    assert second["item"]["@type"] == "RadioEpisode"
    assert second["item"]["datePublished"] == "2020"
    assert second["item"]["url"] == f"http://testserver{press.url}#item-{radio.pk}"
    assert "ItemList" not in graph(html("/pers/?kind=radio"))


@pytest.mark.parametrize("kind", CoverageKind)
def test_every_kind_of_item_has_a_name_of_schema_org(kind):
    assert ITEM_TYPES[kind].isalpha()


def test_no_text_can_break_out_of_the_data(home, html):
    page = ContentPageFactory(parent=home, body=[faq("</script><b>&", "x")])

    text = html(page.url)

    assert graph(text)["FAQPage"]["mainEntity"][0]["name"] == "</script><b>&"
    assert "</script><b>" not in text


def test_an_error_page_tells_nothing(home, client):
    assert not DATA.search(client.get("/nergens/").content.decode())
