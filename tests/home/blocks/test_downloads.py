"""Files to download on pages, in both languages."""

import re

import pytest
from django.utils import translation

from home.blocks.downloads import DownloadsBlock
from home.blocks.posters import PosterBlock
from media_library.models import ContentDocument
from tests.home.factories import ContentPageFactory
from tests.media_library.factories import make_document, pdf, upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def show(*rows: dict, language: str = "nl") -> str:
    block = DownloadsBlock()
    downloads = [
        {"title": "Folder", "text": "", "documents": [], "page": None} | row for row in rows
    ]
    with translation.override(language):
        html = block.render(block.to_python({"heading": "Meenemen", "downloads": downloads}))
    return html.replace("\N{NO-BREAK SPACE}", " ")


def links(html: str) -> list[tuple[str, str]]:
    """Language and accessible name of each link."""
    found = re.findall(r"<a [^>]*?(?:hreflang=\"(\w+)\")?>(.*?)</a>", html, re.DOTALL)
    plain = [(language, re.sub(r"<[^>]+>", "", text)) for language, text in found]
    return [(language, " ".join(text.split())) for language, text in plain]


@pytest.fixture
def pair(settings, tmp_path) -> list[int]:
    settings.MEDIA_ROOT = tmp_path
    english = make_document("leaflet.pdf", title="Leaflet", language="en")
    dutch = make_document("folder.pdf", file=upload("folder.pdf", pdf(tagged=False)))
    return [english.pk, dutch.pk]


def test_the_file_in_the_language_of_the_page_goes_first(pair):
    assert links(show({"documents": pair})) == [
        ("nl", "Folder (PDF, 1 kB)"),
        ("en", "In het Engels (PDF, 1 kB): Folder"),
    ]
    assert links(show({"documents": pair, "title": "Leaflet"}, language="en")) == [
        ("en", "Leaflet (PDF, 1 kB)"),
        ("nl", "In Dutch (PDF, 1 kB): Leaflet"),
    ]


def test_a_file_that_exists_in_another_language_only_says_so(pair):
    assert links(show({"documents": pair[:1]})) == [("en", "Folder (in het Engels, PDF, 1 kB)")]


def test_it_says_whether_a_screen_reader_can_use_the_file(pair):
    assert "Geschikt voor schermlezers." in show({"documents": pair[:1]})
    assert "schermlezers" not in show({"documents": pair[1:]})


def test_the_page_that_says_the_same_is_in_the_language_of_the_reader(about, pair):
    row = {"documents": pair, "page": about.pk}

    assert 'href="/over-ons/">Lees het als pagina' in show(row)
    assert 'href="/en/about-us/">Read it as a page' in show(row, language="en")
    about.unpublish()
    assert "Lees het als pagina" not in show(row)


def test_a_file_that_was_deleted_is_no_longer_offered(pair):
    ContentDocument.objects.filter(pk=pair[1]).delete()

    assert links(show({"documents": pair})) == [("en", "Folder (in het Engels, PDF, 1 kB)")]
    ContentDocument.objects.all().delete()
    assert "<li>" not in show({"documents": pair})


def test_the_preview_shows_a_file_of_the_library(pair):
    block = DownloadsBlock()

    assert f"/{pair[0]}/leaflet.pdf" in block.render(block.get_preview_value())


def test_the_preview_shows_an_example_while_the_library_is_empty(db):
    block = DownloadsBlock()

    assert links(block.render(block.get_preview_value())) == [("nl", "Folder (PDF, 48 kB)")]


def test_many_files_cost_no_more_queries_than_one(home, html, pair, django_assert_max_num_queries):
    rows = [
        {"title": f"Folder {number}", "text": "", "documents": pair, "page": None}
        for number in range(20)
    ]
    ContentPageFactory(
        parent=home,
        slug="bestanden",
        body=[{"type": "downloads", "value": {"heading": "Mee", "downloads": rows}}],
    )
    html("/")  # looks up what is kept of the whole site

    with django_assert_max_num_queries(20):
        text = html("/bestanden/?fresh=1")

    assert text.count("downloads__main") == 20


def test_a_poster_prints_on_a_sheet_of_its_own():
    block = PosterBlock()

    html = block.render(block.get_preview_value())

    assert "sheet--poster" in html
    assert "Blijf je zitten met vragen?" in html
