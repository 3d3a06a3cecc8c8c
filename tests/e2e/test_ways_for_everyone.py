"""Tiles for the young, a sheet on paper, other languages, and a device that reads aloud."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from home.demo_content.reading.demo import the_demo
from home.demo_content.stored import Rows
from home.demo_content.texts import DemoPage
from tests.home.factories import ContentPageFactory
from tests.support.page_drawn import wait_until_drawn
from tests.support.page_fit import sticking_out
from tests.support.site_tree import SiteTree

BY_KEY = {demo.key: demo for demo in the_demo().pages}
EASY_HOW_IT_WORKS = BY_KEY["easy-how-it-works"]
OTHER_LANGUAGES = BY_KEY["other-languages"]
YOUNG_PEOPLE = BY_KEY["young-people"]
YOUTH_DETENTION = BY_KEY["youth-detention"]
#: Stands in for the voices of a device and remembers what it had to say.
VOICES = """
  window.said = [];
  window.silenced = 0;
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => VOICES_HERE,
    speak: (saying) => window.said.push(saying),
    cancel: () => { window.silenced += 1; },
    addEventListener: () => {},
  } });
"""
AT_HOME = {"name": "Thuis", "lang": "nl-NL", "localService": True}
FAR_AWAY = {"name": "Wolk", "lang": "nl-NL", "localService": False}
ENGLISH = {"name": "Home", "lang": "en-GB", "localService": True}


def plant(site_tree: SiteTree, demo: DemoPage) -> str:
    """Make a demo page in Dutch on the small site; links to pages that it lacks go to its home."""
    rows = Rows(dict.fromkeys(BY_KEY, site_tree.home.pk))
    page = ContentPageFactory(
        parent=site_tree.home,
        title=demo.title.nl,
        slug=demo.slug.nl,
        intro=demo.plain["intro"].nl,
        body=rows.stream_json(demo.key, "body", demo.streams["body"]),
    )
    return page.get_url()


def with_voices(page: Page, *voices: dict[str, object]) -> None:
    page.add_init_script(VOICES.replace("VOICES_HERE", json.dumps(voices)))


@pytest.mark.parametrize("demo", [YOUNG_PEOPLE, YOUTH_DETENTION, OTHER_LANGUAGES])
def test_tiles_sheet_and_languages_are_accessible_and_fit_a_phone(
    site_tree: SiteTree,
    page: Page,
    assert_accessible: Callable[[Page], None],
    demo: DemoPage,
):
    page.goto(plant(site_tree, demo))
    assert_accessible(page)

    page.set_viewport_size({"width": 320, "height": 640})
    assert sticking_out(page) == ""


def test_the_sheet_is_one_sheet_of_paper(site_tree: SiteTree, page: Page):
    page.goto(plant(site_tree, YOUTH_DETENTION))

    wait_until_drawn(page)
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_only_the_polish_text_fetches_the_letters_it_needs(site_tree: SiteTree, page: Page):
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))

    page.goto(plant(site_tree, YOUTH_DETENTION))
    wait_until_drawn(page)
    assert not [url for url in fetched if "latin-ext" in url]
    page.goto(plant(site_tree, OTHER_LANGUAGES))
    wait_until_drawn(page)
    assert [url for url in fetched if "latin-ext" in url]


def test_a_voice_on_the_device_reads_the_page_and_stops(
    site_tree: SiteTree, page: Page, assert_accessible: Callable[[Page], None]
):
    with_voices(page, FAR_AWAY, ENGLISH, AT_HOME)
    page.goto(plant(site_tree, EASY_HOW_IT_WORKS))
    assert_accessible(page)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))

    page.get_by_role("button", name="Lees deze pagina voor").click()
    said = page.evaluate("said.map((s) => [s.text, s.lang, s.voice.name])")
    texts = [text for text, _language, _voice in said]
    assert texts[0] == EASY_HOW_IT_WORKS.title.nl
    assert "Het is gratis." in texts
    assert len(texts) == len(set(texts))
    assert {(language, voice) for _text, language, voice in said} == {("nl", "Thuis")}
    assert fetched == []

    stop = page.get_by_role("button", name="Stop met voorlezen")
    expect(stop).to_be_focused()
    before = page.evaluate("silenced")
    stop.click()
    expect(page.get_by_role("button", name="Lees deze pagina voor")).to_be_focused()
    assert page.evaluate("silenced") == before + 1


@pytest.mark.parametrize("voices", [[FAR_AWAY], [ENGLISH], []])
def test_without_a_voice_of_its_own_the_device_offers_nothing(
    site_tree: SiteTree, page: Page, voices: list[dict[str, object]]
):
    with_voices(page, *voices)
    page.goto(plant(site_tree, EASY_HOW_IT_WORKS))

    expect(page.locator("[data-read-aloud]")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_leaving_in_a_hurry_ends_the_voice(site_tree: SiteTree, page: Page):
    with_voices(page, AT_HOME)
    page.goto(plant(site_tree, EASY_HOW_IT_WORKS))
    page.get_by_role("button", name="Lees deze pagina voor").click()
    before = page.evaluate("silenced")

    page.evaluate("document.documentElement.classList.add('is-leaving')")

    page.wait_for_function("before => silenced > before", arg=before)
