"""Every page of the demo in both languages, as the site sends it: nothing is left out.

The demo runs once for the three files of this name, and every address is asked for once.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from django.conf import settings

from tests.support.crawl import SiteCrawl
from tests.support.demo_pages import NOT_THERE, STATES, demo_pages
from tests.support.html_checker import faults_in, save
from tests.support.html_page import HtmlPage

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every page")]

LANGUAGES = ("nl", "en")
#: Live pages that no link leads to from the home page of their language, and why that is right.
NOT_LINKED: dict[str, str] = {}
#: Answers that lead elsewhere on purpose, and where to.
LEADS_ELSEWHERE = {"/weg/": settings.LEAVE_URL}
TELEPHONE = re.compile(r"tel:\+?\d{3,15}")
MAIL = re.compile(r"mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+")
HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")


def assert_none(faults: list[str]) -> None:
    """Fail with one line per fault."""
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults)


@pytest.fixture(scope="module")
def each_page(every_page: SiteCrawl) -> Callable[[Callable[[HtmlPage], list[str]]], None]:
    """Return what asks a question about every page and fails with all answers at once."""

    def ask(question: Callable[[HtmlPage], list[str]]) -> None:
        assert_none(
            [
                f"{path}: {fault}"
                for path, page in every_page.pages.items()
                for fault in question(page)
            ]
        )

    return ask


# --- They are there -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_demo_is_published_and_can_be_reached_by_links(
    every_page: SiteCrawl, language: str
):
    reached = every_page.reachable_from({"nl": "/", "en": "/en/"}[language], language)
    faults = []
    for pair in demo_pages():
        path = pair.addresses[language]
        if every_page.answers[path].status != 200:
            faults.append(f"{path}: status {every_page.answers[path].status}")
        elif every_page.pages[path].language != language:
            faults.append(f"{path}: says it is in {every_page.pages[path].language}")
        elif (path in reached) == (path in NOT_LINKED):
            faults.append(f"{path}: reached by links: {path in reached}")
    assert_none(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_searching_shows_what_it_should(every_page: SiteCrawl, language: str):
    def found(state: str) -> int:
        path = next(pair for pair in STATES if pair.page_type == state).addresses[language]
        return len(every_page.pages[path].tree.select("main .results a"))

    assert found("search, found") > 3
    assert [found(f"search, {each}") for each in ("not begun", "empty", "nothing found")] == [0] * 3


def test_the_sitemap_names_exactly_the_pages_that_search_engines_may_show(every_page: SiteCrawl):
    named = {
        every_page.path_of(url)
        for url in re.findall(r"<loc>([^<]+)</loc>", every_page.answers["/sitemap.xml"].text)
    }
    shown = {
        path
        for pair in demo_pages()
        for path in pair.addresses.values()
        if "noindex" not in "".join(every_page.pages[path].meta("robots"))
    }

    assert named == shown
    assert len(named) > 100


def test_every_address_on_the_site_answers(every_page: SiteCrawl):
    faults = []
    for path, answer in every_page.answers.items():
        named_by = every_page.named_by[path]
        if answer.leads_to:
            if LEADS_ELSEWHERE.get(path) != answer.leads_to:
                faults.append(f"{named_by}: {path} leads to {answer.leads_to}: link to that itself")
        elif answer.status != (404 if path in NOT_THERE.addresses.values() else 200):
            faults.append(f"{named_by}: {path} answers {answer.status}")
    assert_none(faults)


def test_every_part_of_a_page_that_a_link_points_to_is_there(every_page: SiteCrawl):
    faults = set()
    for path, page in every_page.pages.items():
        for reference in page.references:
            whole, part = urldefrag(reference.url)
            target = every_page.pages.get(every_page.path_of(whole) or "")
            if part and target and part not in target.ids:
                faults.add(f"{path}: {target.path} has no #{part}")
    assert_none(sorted(faults))


def test_nothing_that_a_page_needs_is_elsewhere(every_page: SiteCrawl):
    assert_none(
        [
            f"{path}: <{reference.element}> {reference.url}"
            for path, reference in every_page.references_elsewhere()
            if reference.is_fetched and not reference.url.startswith("data:")
        ]
    )


def test_links_to_elsewhere_are_well_formed_and_safe(every_page: SiteCrawl):
    faults = []
    for path, reference in every_page.references_elsewhere():
        parts = urlsplit(reference.url)
        is_good = {
            "https": HOST.fullmatch(parts.netloc) and not re.search(r"\s", reference.url),
            "tel": TELEPHONE.fullmatch(reference.url),
            "mailto": MAIL.fullmatch(reference.url.partition("?")[0]),
            "data": reference.is_fetched,
        }.get(parts.scheme)
        if not is_good:
            faults.append(f"{path}: <{reference.element}> {reference.url}")
    assert_none(faults)


# --- What they are made of ----------------------------------------------------------------------


def test_every_page_is_valid_html_and_every_drawing_valid_svg(
    every_page: SiteCrawl, tmp_path: Path
):
    drawings = {
        path: answer.text
        for path, answer in every_page.answers.items()
        if answer.content_type == "image/svg+xml"
    }
    names = save(tmp_path, {path: page.html for path, page in every_page.pages.items()}, ".html")
    names |= save(tmp_path, drawings, ".svg")

    assert drawings
    # A fault of a template is on many pages, and one fault draws others: one of each says enough.
    by_message = {(fault.message, fault.extract): fault for fault in faults_in(tmp_path, names)}
    assert_none([str(fault) for fault in by_message.values()][:50])


def test_feeds_and_sitemap_are_valid_xml_with_something_in_them(every_page: SiteCrawl):
    feeds = [
        path
        for path, answer in every_page.answers.items()
        if answer.content_type == "application/rss+xml"
    ]
    assert len(feeds) >= len(LANGUAGES)
    for path in feeds:
        channel = ElementTree.fromstring(every_page.answers[path].text).find("channel")  # noqa: S314 - our own answer
        assert channel is not None, path
        assert channel.findtext("language", "")[:2] == ("en" if path.startswith("/en/") else "nl")
        assert channel.findall("item"), path
        for item in channel.findall("item"):
            assert item.findtext("title"), path
            assert item.findtext("link", "").startswith(every_page.base_url), path
    ElementTree.fromstring(every_page.answers["/sitemap.xml"].text)  # noqa: S314 - our own answer


def test_every_page_has_one_main_heading_and_skips_no_level(each_page):
    def question(page: HtmlPage) -> list[str]:
        levels = [level for level, _text in page.headings]
        faults = [f"{levels.count(1)} main headings"] if levels.count(1) != 1 else []
        faults += [f"empty h{level}" for level, text in page.headings if not text]
        before = 1
        for level, text in page.headings:
            if level > before + 1:
                faults.append(f"h{level} “{text}” follows an h{before}")
            before = level
        return faults

    each_page(question)


def test_every_page_says_its_language_and_names_each_part_once(each_page):
    def question(page: HtmlPage) -> list[str]:
        root = page.tree.find("html")
        faults = [f"id “{each}” twice" for each in set(page.ids) if page.ids.count(each) > 1]
        if page.language not in LANGUAGES:
            faults.append(f"lang “{page.language}”")
        if (page.language == "en") != page.path.startswith("/en/"):
            faults.append(f"lang “{page.language}” at this address")
        if root.get("dir", "ltr") != "ltr":
            faults.append("Dutch and English are written from left to right")
        return faults

    each_page(question)


def test_every_page_has_a_title_and_a_description_of_its_own(every_page: SiteCrawl):
    faults = []
    found = defaultdict(list)
    for path, page in every_page.pages.items():
        if len(page.titles) != 1 or not page.titles[0].partition("–")[0].strip():
            faults.append(f"{path}: titles {page.titles}")
    for pair in demo_pages():
        for language, path in pair.addresses.items():
            page = every_page.pages[path]
            descriptions = page.meta("description")
            if len(descriptions) != 1 or not 40 <= len(descriptions[0]) <= 200:
                faults.append(f"{path}: descriptions {descriptions}")
            for text in (*page.titles, *descriptions):
                found[language, text].append(path)
    faults += [f"{paths}: all have “{text}”" for (_, text), paths in found.items() if paths[1:]]
    assert_none(faults)


def test_every_page_comes_with_the_headers_that_protect_it(every_page: SiteCrawl):
    faults = []
    for path in every_page.pages:
        headers = every_page.answers[path].headers
        policy = headers.get("Content-Security-Policy", "")
        if "default-src 'self'" not in policy or "unsafe" in policy:
            faults.append(f"{path}: policy “{policy}”")
        if headers.get("X-Content-Type-Options") != "nosniff":
            faults.append(f"{path}: no nosniff")
    assert_none(faults)


def test_no_page_has_script_or_style_of_its_own_in_it(each_page):
    def question(page: HtmlPage) -> list[str]:
        found = page.tree.select(
            "style, [style], script:not([src]):not([type='application/ld+json'])"
        )
        handlers = page.tree.find_all(lambda tag: any(name.startswith("on") for name in tag.attrs))
        return [f"inline: {str(each)[:80]}" for each in (*found, *handlers)]

    each_page(question)


# --- The same page in the other language --------------------------------------------------------


def test_each_page_and_its_pair_point_to_each_other(every_page: SiteCrawl):
    """As search engines want it: the same set on both, each page in its own set."""
    faults = []
    for pair in demo_pages():
        absolute = {code: f"{every_page.base_url}{path}" for code, path in pair.addresses.items()}
        for language, path in pair.addresses.items():
            page = every_page.pages[path]
            if "noindex" in "".join(page.meta("robots")):
                continue
            if page.alternates != {**absolute, "x-default": absolute["nl"]}:
                faults.append(f"{path}: alternates {page.alternates}")
            if page.canonical != [absolute[language]]:
                faults.append(f"{path}: canonical {page.canonical}")
    assert_none(faults)


def test_the_language_switch_leads_to_the_same_page(every_page: SiteCrawl):
    faults = []
    for pair in (*demo_pages(), STATES[0]):
        for language, path in pair.addresses.items():
            other = "en" if language == "nl" else "nl"
            expected = {other: f"{every_page.base_url}{pair.addresses[other]}"}
            if every_page.pages[path].language_switch != expected:
                faults.append(f"{path}: {every_page.pages[path].language_switch}")
    assert_none(faults)
