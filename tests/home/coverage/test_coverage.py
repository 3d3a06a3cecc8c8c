"""Press and media: the list, its filters, its feed, in both languages."""

import re
from xml.etree import ElementTree

import pytest

from home.coverage.page import CoverageIndexPage
from media_library.coverage import CoverageKind
from media_library.models import MediaCoverage
from tests.home.factories import ContentPageFactory, SiteMenuFactory, translate
from tests.media_library.coverage_factories import MediaCoverageFactory

pytestmark = pytest.mark.django_db

NL, EN = "/pers-en-media/", "/en/press-and-media/"


@pytest.fixture
def index(home) -> CoverageIndexPage:
    """The list in both languages."""
    SiteMenuFactory()
    page = home.add_child(
        instance=CoverageIndexPage(
            title="Pers en media",
            slug="pers-en-media",
            intro="Waar je ons kon lezen.",
            press_heading="Ben je journalist?",
            press_text="We denken graag mee.",
        )
    )
    translate(page, "Press and media", "press-and-media")
    return page


@pytest.fixture
def items(index) -> dict[str, MediaCoverage]:
    """Three items of different years, kinds and languages."""
    return {
        "radio": MediaCoverageFactory(
            outlet="Radio Een", kind=CoverageKind.RADIO, year=2024, month=3, day=5,
            title_nl="Over contact", title_en="About contact", url="https://example.org/radio?a=1&b=2",
            people_nl="een bemiddelaar", people_en="a mediator",
        ),
        "podcast": MediaCoverageFactory(
            outlet="Vrij & Open", kind=CoverageKind.PODCAST, year=2024,
            title_nl="Na <de> straf", title_en="After <the> sentence",
        ),
        "english": MediaCoverageFactory(
            outlet="The Herald", year=2022, language="en",
            title_nl="Uit Engeland", title_en="From England",
        ),
    }  # fmt: skip


def titles(page: str) -> list[str]:
    """The outlets on the page, in order."""
    return re.findall(r'class="coverage__outlet"[^>]*>([^<]+)<', page)


def feed_of(client, address: str) -> ElementTree.Element:
    """The feed below a list, parsed."""
    response = client.get(f"{address}rss/")
    assert response.headers["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own answer


# --- The list -----------------------------------------------------------------------------------


def test_each_language_shows_the_items_in_its_own_words(items, html):
    dutch, english = html(NL), html(EN)

    assert titles(dutch) == ["Radio Een", "Vrij &amp; Open", "The Herald"] == titles(english)
    for words in ("Over contact", "5 maart 2024", "een bemiddelaar", "Na &lt;de&gt; straf"):
        assert words in dutch
        assert words not in english
    for words in ("About contact", "5 March 2024", "a mediator", "After &lt;the&gt; sentence"):
        assert words in english
        assert words not in dutch


def test_an_outlet_in_another_language_than_the_page_is_marked_so(items, html):
    dutch, english = html(NL), html(EN)

    assert '"coverage__outlet" lang="en">The Herald<' in dutch
    assert '"coverage__outlet">Radio Een<' in dutch
    assert '"coverage__outlet" lang="nl">Radio Een<' in english
    assert '"coverage__outlet">The Herald<' in english


def test_items_stand_under_their_year(items, html):
    assert re.findall(r'class="coverage-year">(\d+)<', html(NL)) == ["2024", "2022"]


def test_an_item_without_a_link_says_so(items, html):
    page = html(EN)

    assert page.count("We have no link") == 2
    assert '<a href="https://example.org/radio?a=1&amp;b=2"' in page


def test_journalists_find_whom_to_call_and_their_own_page(index, html):
    assert "Ben je journalist?" in html(NL)
    assert 'href="tel:+31302340045"' in html(NL)

    journalists = ContentPageFactory(parent=index, title="Voor journalisten", slug="journalisten")
    index.press_link = [
        ("link", {"label": "Lees meer", "page": journalists, "external_url": "", "special": ""})
    ]
    index.save_revision().publish()

    assert f'<a href="{NL}journalisten/">Lees meer</a>' in html(NL)


def test_without_items_it_says_so(index, html):
    assert "0 items" in html(EN)
    assert "<form class=" not in html(EN).split("<main")[1].split("</main")[0]


# --- Filters ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=radio", ["radio"]),
        ("kind=radio&kind=podcast", ["radio", "podcast"]),
        ("year=2022", ["english"]),
        ("language=nl&year=2024", ["radio", "podcast"]),
        ("language=en&year=2024", []),
        ("kind=television", []),
        (
            "kind=nonsense&year=20x4&year=99999&language=%7F&page=zz",
            ["radio", "podcast", "english"],
        ),
        ("year=2024&page=-1", ["radio", "podcast"]),
    ],
)
def test_filters_combine_and_survive_anything(items, html, query, found):
    outlets = {"radio": "Radio Een", "podcast": "Vrij &amp; Open", "english": "The Herald"}

    for address in (NL, EN):
        assert titles(html(f"{address}?{query}")) == [outlets[key] for key in found]


def test_each_choice_says_how_many_items_it_leads_to(items, html):
    page = html(f"{NL}?year=2024")
    counts = re.findall(
        r'name="(\w+)" value="(\w+)".*?class="filter__count">\((\d+)\)', page, re.DOTALL
    )

    assert counts == [
        ("kind", "article", "0"),
        ("kind", "radio", "1"),
        ("kind", "podcast", "1"),
        ("year", "2024", "2"),
        ("year", "2022", "1"),
        ("language", "nl", "2"),
        ("language", "en", "0"),
    ]


def test_the_form_remembers_what_was_chosen(items, html):
    page = html(f"{NL}?kind=radio&kind=television")

    assert re.findall(r'name="kind" value="(\w+)" checked', page) == ["radio", "television"]
    assert re.findall(r'name="year" value="(\w+)"', page) == ["2024", "2022"]


def test_a_question_with_one_answer_is_not_asked(index, html):
    for kind in (CoverageKind.RADIO, CoverageKind.PODCAST):
        MediaCoverageFactory(kind=kind)
    page = html(NL)

    assert 'name="kind"' in page
    assert 'name="year"' not in page
    assert 'name="language"' not in page


def test_pages_keep_the_filters(index, html, monkeypatch):
    monkeypatch.setattr(CoverageIndexPage, "items_per_page", 2)
    for _number in range(3):
        MediaCoverageFactory(kind=CoverageKind.RADIO)
        MediaCoverageFactory(kind=CoverageKind.PODCAST)
    page = html(f"{NL}?kind=radio")

    assert len(titles(page)) == 2
    assert 'rel="next" href="?kind=radio&amp;page=2"' in page
    assert len(titles(html(f"{NL}?kind=radio&page=2"))) == 1


def test_a_saved_item_is_on_the_page_at_once(items, html):
    html(NL)  # keeps the page
    MediaCoverageFactory(outlet="Net Binnen", year=2025)

    assert titles(html(NL))[0] == "Net Binnen"


# --- The feed -----------------------------------------------------------------------------------


def test_the_feed_is_valid_and_in_its_language(items, client):
    for language, address, title in (
        ("nl", NL, "Vrij & Open: Na <de> straf"),
        ("en", EN, "Vrij & Open: After <the> sentence"),
    ):
        root = feed_of(client, address)
        channel = root.find("channel")
        assert (root.tag, root.get("version")) == ("rss", "2.0")
        assert channel.findtext("language") == language
        for name in ("title", "link", "description"):
            assert channel.findtext(name)
        assert channel.findtext("link") == f"http://testserver{address}"
        atom = channel.find("{http://www.w3.org/2005/Atom}link")
        assert atom.get("href") == f"http://testserver{address}rss/"
        found = channel.findall("item")
        assert found[1].findtext("title") == title
        assert len({item.findtext("guid") for item in found}) == len(found) == 3


def test_the_feed_gives_no_date_that_we_do_not_know(items, client):
    root = feed_of(client, NL)
    radio, podcast, _english = root.iter("item")

    assert radio.findtext("pubDate") == "Tue, 05 Mar 2024 12:00:00 +0000"
    assert radio.findtext("link") == "https://example.org/radio?a=1&b=2"
    assert radio.findtext("description") == "Waar het over gaat. een bemiddelaar"
    assert podcast.findtext("pubDate") is None
    assert podcast.findtext("link") == f"http://testserver{NL}?year=2024"


def test_an_item_keeps_its_identity_when_a_link_is_added(items, client):
    def guids() -> list[str | None]:
        root = feed_of(client, NL)
        return [item.findtext("guid") for item in root.iter("item")]

    before = guids()
    items["podcast"].url = "https://example.org/podcast"
    items["podcast"].save()

    assert guids() == before


def test_the_feed_is_not_endless(index, client, monkeypatch):
    monkeypatch.setattr("home.pages.feeds.FEED_LENGTH", 2)
    MediaCoverageFactory.create_batch(3)

    assert len(list(feed_of(client, NL).iter("item"))) == 2


def test_feed_readers_find_the_feed_from_the_page(items, html):
    assert '<link rel="alternate" type="application/rss+xml"' in html(NL)
    assert html(NL).count(f'href="{NL}rss/"') == 2
    assert html(EN).count(f'href="{EN}rss/"') == 2


def test_the_feed_of_a_page_that_is_not_published_is_not_there(index, client):
    index.unpublish()

    assert client.get(f"{NL}rss/").status_code == 404


def test_filtered_lists_have_one_address_for_search_engines(items, html):
    page = html(f"{EN}?kind=radio")

    assert f'<link rel="canonical" href="http://testserver{EN}">' in page
    assert f'hreflang="nl" href="http://testserver{NL}"' in page
