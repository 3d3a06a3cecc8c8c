"""The instruments that look at every page: each must see the fault that it is there for."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.crawl import SiteCrawl, crawl
from tests.support.html_checker import faults_in, save
from tests.support.html_page import HtmlPage, Words
from tests.support.language_of_text import foreign
from tests.support.page_visits import look, look_without_script

BOTH = frozenset({"nl", "en"})
PAGE = '<!doctype html>\n<html lang="{language}"><head><title>Title</title></head>{body}</html>'
FRAME = (
    '<header><button popovertarget="site-menu">Menu</button><nav id="site-menu" popover>'
    '<a href="/">Home</a></nav></header>{main}<footer><p>Under</p></footer>'
)
GOOD = FRAME.format(main="<main><h1>Title</h1></main>")
WIDE = '<main><h1>Title</h1><img src="/wide.svg" width="900" alt=""></main>'
FILES = {
    "index.html": '<main><h1>Home</h1><a href="/one.html">1</a><a href="/en.html">EN</a></main>',
    "one.html": '<main><h1>One</h1><img src="/gone.png" alt=""><a href="/two.html#no">2</a></main>',
    "two.html": "<main><h1>Two</h1></main>",
    "en.html": '<main><h1>English</h1><a href="/three.html">3</a></main>',
    "three.html": "<main><h1>Three</h1></main>",
    "wide.html": FRAME.format(main=WIDE),
    "useless.html": FRAME.format(main='<main><h1>T</h1><button type="button">Go</button></main>'),
    "outside.html": FRAME.format(
        main='<main><h1>T</h1><img src="https://tracker.example/x.png" alt=""></main>'
    ),
    "bare.html": "<main><p>Nothing around it</p></main>",
    "good.html": GOOD,
}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests look at the pages."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """Serve `FILES` and return the address."""
    (tmp_path / "wide.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (tmp_path / "sitemap.xml").write_text("<urlset></urlset>")
    (tmp_path / "robots.txt").write_text("")
    for name, body in FILES.items():
        language = "en" if name == "en.html" else "nl"
        (tmp_path / name).write_text(PAGE.format(language=language, body=f"<body>{body}</body>"))
    handler = functools.partial(_Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


# --- The crawl ----------------------------------------------------------------------------------


@pytest.fixture
def crawled(site: str) -> SiteCrawl:
    return crawl(site, ["/"])


def test_the_crawl_follows_links_and_files_and_knows_who_named_them(crawled: SiteCrawl):
    assert crawled.answers["/two.html"].status == 200
    assert crawled.answers["/gone.png"].status == 404
    assert crawled.named_by["/gone.png"] == "/one.html"
    assert crawled.pages["/two.html"].ids == []


def test_what_only_pages_in_another_language_lead_to_counts_as_out_of_reach(crawled: SiteCrawl):
    reached = crawled.reachable_from("/", "nl")

    assert {"/", "/one.html", "/two.html", "/en.html"} <= reached
    assert "/three.html" not in reached
    assert "/three.html" in crawled.pages


def test_a_page_names_all_that_it_fetches():
    page = HtmlPage(
        "https://a.example",
        "/x/",
        '<link rel="stylesheet" href="s.css"><link rel="canonical" href="/x/">'
        '<img src="/1.png" srcset="/2.png 1x, https://b.example/3.png 2x">'
        '<a href="#y">Y</a><video poster="p.webp"></video><form action="/z/"></form>',
    )

    fetched = {each.url for each in page.references if each.is_fetched}
    named = {each.url for each in page.references if not each.is_fetched}

    assert fetched == {
        "https://a.example/x/s.css",
        "https://a.example/1.png",
        "https://a.example/2.png",
        "https://b.example/3.png",
        "https://a.example/x/p.webp",
    }
    assert named == {
        "https://a.example/x/",
        "https://a.example/x/#y",
        "https://a.example/z/",
    }


# --- The checker --------------------------------------------------------------------------------


def test_the_checker_names_the_file_of_each_error(tmp_path: Path):
    valid = PAGE.format(language="nl", body="<body><p>Goed</p></body>")
    nested = PAGE.format(language="nl", body='<body><a href="/"><a href="/">x</a></a></body>')
    strange = PAGE.format(language="nl", body='<body><p role="nothing"><div></p></body>')
    names = save(tmp_path, {"/": valid, "/nested/": nested, "/strange/": strange}, ".html")
    names |= save(
        tmp_path, {"/x.svg": "<svg xmlns='http://www.w3.org/2000/svg'><b/></svg>"}, ".svg"
    )

    faults = faults_in(tmp_path, names)

    assert {fault.file for fault in faults} == {"/nested/", "/strange/", "/x.svg"}
    assert any(str(fault).startswith("/nested/:2: ") for fault in faults)


def test_the_checker_knows_html_of_today_and_refuses_to_check_nothing(tmp_path: Path):
    with pytest.raises(ValueError, match="nothing"):
        faults_in(tmp_path)
    body = (
        '<body><nav popover id="m"></nav><button type="button" popovertarget="m"'
        ' popovertargetaction="hide">Close</button>'
        "<details><summary><h2>More</h2><svg></svg></summary>Text</details></body>"
    )
    save(tmp_path, {"/": PAGE.format(language="nl", body=body)}, ".html")

    assert faults_in(tmp_path) == []


# --- Languages ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claimed", "text", "found"),
    [
        ("nl", "We bellen je binnen drie dagen.", []),
        ("en", "We call you within three days.", []),
        ("nl", "We call you within three days.", ["[nl] We call you within three days."]),
        ("en", "We call you. We bellen je terug.", ["[en] We bellen je terug."]),
        ("nl", "Read the answer", ["[nl] Read the answer"]),
        ("en", "Perspectief Herstelbemiddeling", []),
        ("nl", "+31 30 234 00 45", []),
        ("fr", "Appelez-nous demain.", ["[fr] Appelez-nous demain."]),
    ],
)
def test_text_in_another_language_than_it_claims_is_found(
    claimed: str, text: str, found: list[str]
):
    assert foreign([Words(claimed, text, "p")], BOTH) == found


def test_words_carry_the_language_of_the_nearest_element_that_says_it():
    page = HtmlPage(
        "https://a.example",
        "/",
        '<html lang="nl"><title>Titel</title><body><p>Wij <b>bellen</b> <i lang="en">you</i></p>'
        '<img alt="Een plaatje"><p aria-label="Naam" data-two="Nog twee">x</p>'
        "<script>code()</script></body></html>",
    )

    words = {(each.language, each.text) for each in page.words()}

    assert words == {
        ("nl", "Titel"),
        ("nl", "Wij bellen"),
        ("en", "you"),
        ("nl", "Een plaatje"),
        ("nl", "Naam"),
        ("nl", "Nog twee"),
        ("nl", "x"),
    }


# --- The browser --------------------------------------------------------------------------------


@pytest.mark.browser
def test_visits_note_what_is_wrong_and_nothing_else(browser: Browser, site: str):
    paths = ["/wide.html", "/outside.html", "/bare.html", "/good.html"]

    wide, outside, bare, good = look(browser, site, paths)

    assert "px wide: img." in wide.sticking_out
    assert any("another site: https://tracker.example/x.png" in each for each in outside.faults)
    assert "page-has-heading-one" in bare.accessibility
    assert (good.accessibility, good.sticking_out, good.faults) == ("", "", [])


@pytest.mark.browser
def test_visits_without_script_note_what_is_lacking(browser: Browser, site: str):
    useless, good = look_without_script(browser, site, ["/useless.html", "/good.html"])

    assert useless.lacking == ["a button that does nothing: Go"]
    assert (good.lacking, good.faults) == ([], [])
