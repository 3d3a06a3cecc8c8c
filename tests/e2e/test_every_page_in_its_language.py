"""Every Dutch page of the demo has an English one, and neither holds the other's language."""

import json
import re
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from home.bilingual.texts import texts_in
from home.demo_content.reading.demo import the_demo
from tests.support.crawl import SiteCrawl
from tests.support.demo_pages import demo_pages
from tests.support.html_page import HtmlPage, Words
from tests.support.language_of_text import foreign

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every page")]

CATALOGUE = Path(__file__).resolve().parents[2] / "locales" / "nl" / "LC_MESSAGES" / "django.po"
OF_THE_SITE = frozenset({"nl", "en"})
#: All that any page uses, for its parts in other languages.
OF_THE_PARTS = frozenset({"nl", "en", "de", "fr", "es", "pl"})
#: Things that are called the same in every language.
NAMED_ONCE = {"Organization", "Person"}
CUE_SETTINGS = re.compile(r"^(?:WEBVTT.*|NOTE.*|\d+|.*-->.*)$", re.MULTILINE)


@cache
def known_texts() -> dict[str, frozenset[str]]:
    """Return what the interface and the demo say in one language and never in the other."""
    catalogue = read_po(CATALOGUE.open("rb"))
    pairs = [
        (str(message.string), str(message.id))
        for message in catalogue
        if message.id and message.string and not message.pluralizable
    ]
    menus = the_demo().menus
    demo = [[page.title, page.description, page.plain, page.streams] for page in the_demo().pages]
    pairs += [(text.nl, text.en) for text in texts_in([demo, menus.plain, menus.streams])]
    dutch, english = ({text.strip() for text in texts} for texts in zip(*pairs, strict=True))
    return {"nl": frozenset(dutch - english), "en": frozenset(english - dutch)}


def in_the_wrong_language(found: list[Words]) -> list[str]:
    """Return what says that it is in one language and is in another."""
    of_site = [each for each in found if each.language in OF_THE_SITE]
    of_parts = [each for each in found if each.language not in OF_THE_SITE]
    other = {"nl": "en", "en": "nl"}
    return [
        *foreign(of_site, OF_THE_SITE),
        *foreign(of_parts, OF_THE_PARTS, by_sentence=False),
        *(
            f"[{each.language}] {each.text}"
            for each in of_site
            if each.text in known_texts()[other[each.language]]
        ),
    ]


def assert_none(faults: dict[str, str]) -> None:
    """Fail with each fault once, and a page that has it."""
    lines = [f"{path}: {fault}" for fault, path in faults.items()]
    assert not lines, f"{len(lines)} faults\n" + "\n".join(lines)


def test_every_dutch_page_has_a_published_english_pair(every_page: SiteCrawl):
    pairs = demo_pages()

    assert len(pairs) == len(the_demo().pages)
    for pair in pairs:
        for language, path in pair.addresses.items():
            assert every_page.answers[path].status == 200, path
            assert every_page.pages[path].language == language, path


def test_both_pages_of_a_pair_are_built_alike(every_page: SiteCrawl):
    """An untranslated or forgotten part shows as a difference in what the page is made of."""
    faults = []
    for pair in demo_pages():
        shapes = []
        for path in pair.addresses.values():
            main = every_page.pages[path].tree.find("main")
            shapes.append([each.name for each in main.find_all(["h2", "h3", "li", "img", "video"])])
        if shapes[0] != shapes[1]:
            faults.append(f"{pair.nl} and {pair.en}: {len(shapes[0])} and {len(shapes[1])} parts")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", sorted(OF_THE_SITE))
def test_no_page_holds_the_language_of_the_other(every_page: SiteCrawl, language: str):
    """Texts, menus, titles, descriptions, names for screen readers: all that a reader meets."""
    found: dict[Words, str] = {}
    for path, page in every_page.pages.items():
        if page.language == language:
            for words in page.words():
                found.setdefault(words, path)
    assert len(found) > 500

    wrong = {
        fault: path for words, path in found.items() for fault in in_the_wrong_language([words])
    }
    assert_none(wrong)


def test_captions_are_in_the_language_that_they_say(every_page: SiteCrawl):
    tracks = {
        (every_page.path_of(f"{every_page.base_url}{each['src']}"), str(each["srclang"]))
        for page in every_page.pages.values()
        for each in page.tree.find_all("track")
    }
    assert {language for _path, language in tracks} == OF_THE_SITE

    wrong = {}
    for path, language in tracks:
        for cue in CUE_SETTINGS.sub("", every_page.answers[path].text).split("\n\n"):
            if cue.strip():
                for fault in in_the_wrong_language([Words(language, " ".join(cue.split()), "cue")]):
                    wrong[fault] = path
    assert_none(wrong)


def test_what_machines_read_is_in_the_language_of_the_page(every_page: SiteCrawl):
    """Structured data and feeds are read out by search engines and feed readers."""
    wrong = {}
    for path, page in every_page.pages.items():
        for text in _texts_of_structured_data(page):
            for fault in in_the_wrong_language([Words(page.language, text, "JSON-LD")]):
                wrong[fault] = path
    assert_none(wrong)


def _texts_of_structured_data(page: HtmlPage) -> list[str]:
    told = {"name", "description", "text", "headline", "caption", "abstract", "transcript"}

    def within(value: Any) -> list[str]:
        if isinstance(value, list):
            return list(chain.from_iterable(map(within, value)))
        if isinstance(value, dict):
            keys = told - {"name"} if value.get("@type") in NAMED_ONCE else told
            own = [each for key, each in value.items() if key in keys and isinstance(each, str)]
            return own + list(chain.from_iterable(map(within, value.values())))
        return []

    scripts = page.tree.select("script[type='application/ld+json']")
    texts = [text for script in scripts for text in within(json.loads(script.string))]
    return [re.sub(r"<[^>]+>", " ", text) for text in texts]
