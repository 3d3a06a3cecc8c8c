"""What each demo page must answer to its reader, and that its numbers hold."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from home.bilingual.texts import texts_in
from home.demo_content.reading.demo import the_demo
from home.demo_content.texts import DemoPage, PageReference
from home.pages.reading import RELATED_PAGES
from home.stories.codes import ContactForm, StoryRole
from tests.support.some import some

PAGES = the_demo().pages
BY_KEY = {demo.key: demo for demo in PAGES}
CONTENT_PAGES = [demo for demo in PAGES if demo.model == "home.ContentPage"]
EVENTS = {
    "sexual-violence",
    "traffic",
    "violence",
    "threats-and-stalking",
    "theft-and-fraud",
    "online-images",
}
#: Hiding a visit is done with the button in the header; a poster is for on the wall.
WITHOUT_ACTION = {"hide-your-visit", "poster"}
#: Speaks to the reader who did it.
DID_IT = re.compile(r"\bjij (deed|gebruikte|deelde)|(deed|gebruikte|heb) jij|veroorzaakte je")
#: Names one figure in running text.
REFERENCE = re.compile(r"\[\[([\w-]+\.[\w-]+\.\d{4})\]\]")
#: The figures with two digits or more, as people type them in either language.
NUMBERS = {
    written
    for figure_set in the_demo().figures.sets
    for value in {figure.value for figure in figure_set.figures}
    for written in (str(value), f"{value:,}", f"{value:,}".replace(",", "."))
    if len(written) > 1
}

every_page = pytest.mark.parametrize("demo", PAGES, ids=lambda demo: demo.key)
every_content_page = pytest.mark.parametrize("demo", CONTENT_PAGES, ids=lambda demo: demo.key)


def parts(value: Any, kind: type) -> Iterator[Any]:
    """Everything of one kind in nested demo data."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from parts(inner, kind)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from parts(inner, kind)


def pages_linked_from(demo: DemoPage) -> set[str]:
    said = {name: stream for name, stream in demo.streams.items() if name != "related"}
    return {reference.key for reference in parts(said, PageReference)}


def words_of(demo: DemoPage) -> str:
    return " ".join(text.nl for text in texts_in([demo.plain, demo.streams])).lower()


@every_content_page
def test_the_first_screen_says_for_whom_it_is_and_what_to_do_now(demo):
    assert demo.plain["intro"].nl
    assert len(demo.streams.get("action", [])) == (0 if demo.key in WITHOUT_ACTION else 1)


@every_page
def test_search_engines_get_a_description_of_a_line_or_two(demo):
    for description in (demo.description.nl, demo.description.en):
        assert 30 <= len(description) <= 170


@every_page
def test_what_to_read_next_are_a_few_other_pages(demo):
    others = [reference.key for reference in parts(demo.streams.get("related"), PageReference)]

    assert demo.key not in others
    assert len(set(others)) == len(others) <= RELATED_PAGES


@every_page
def test_numbers_of_the_annual_report_are_named_and_not_typed(demo):
    """Small numbers are words; phone numbers, ages, years and opening hours are no figures."""
    for text in texts_in([demo.plain, demo.streams]):
        for whole in (text.nl, text.en):
            typed = REFERENCE.sub("", whole).replace("+31 30 234 00 45", "")
            typed = re.sub(r"\bunder \d+\b", "", typed)
            assert not re.search(r"\d\s?%", typed), whole
            assert not NUMBERS & set(re.findall(r"(?<![\d.-])\d[\d.,]*\d(?![\d.-])", typed)), whole


@every_page
def test_each_language_has_the_phone_number_its_readers_can_dial(demo):
    for text in some(texts_in([demo.plain, demo.streams])):
        assert "+31" not in text.nl
        assert "030-" not in text.en


def test_the_front_page_leads_to_every_side_and_every_event():
    linked = pages_linked_from(BY_KEY["home"])

    assert linked >= EVENTS
    assert linked >= {"victims", "bereaved", "offenders", "close-to-someone"}
    assert linked >= {"young-people", "professionals", "how-it-works"}


@pytest.mark.parametrize("key", sorted(EVENTS))
def test_each_event_has_room_for_both_sides_and_a_story(key):
    demo = BY_KEY[key]

    assert demo.parent == "what-happened"
    assert any(linked.startswith("story-") for linked in pages_linked_from(demo))
    assert DID_IT.search(words_of(demo))


@pytest.mark.parametrize(
    "topic",
    [
        "wat kost het",
        "vrijwillig",
        "hoe lang moet ik wachten",
        "wat als de ander niet wil",
        "iemand meenemen",
        "gevangenis",
        "geen nederlands",
        "ik kreeg een brief",
        "de ander niet ken",
        "overleden",
    ],
)
def test_how_it_works_answers_what_people_ask(topic):
    questions = dict(BY_KEY["how-it-works"].streams["body"])["faq"]["questions"]

    assert [entry for entry in questions if topic in entry["question"].nl.lower()]


def test_how_it_works_leads_to_what_else_there_is():
    assert pages_linked_from(BY_KEY["how-it-works"]) >= {"group-talks", "circles"}


def test_regulations_say_that_they_are_samples():
    for key in ("complaints-procedure", "privacy-policy", "privacy-complaints-procedure"):
        first, value = BY_KEY[key].streams["body"][0]
        assert first == "note"
        assert "voorbeeldtekst" in value["text"].nl
        assert "sample text" in value["text"].en


def test_stories_come_from_every_side_and_tell_of_every_contact():
    stories = [demo for demo in PAGES if demo.model == "home.StoryPage"]

    assert {demo.codes["role"] for demo in stories} == set(StoryRole.values)
    assert {demo.codes["contact_form"] for demo in stories} == set(ContactForm.values)
    assert pages_linked_from(BY_KEY["professionals"]) & {demo.key for demo in stories}
