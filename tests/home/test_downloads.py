"""Files to download: on pages, in both languages, and the demo's own."""

import re

import pytest
from django.utils import translation
from pypdf import PdfReader
from wagtail.models import Page

from home.blocks.downloads import DownloadsBlock
from home.blocks.posters import PosterBlock
from home.demo_content import build
from home.demo_content.documents import DOCUMENTS, LANGUAGES, document_pks
from media_library.models import ContentDocument
from tests.home.factories import ContentPageFactory
from tests.media_library.factories import make_document, pdf, upload

pytestmark = pytest.mark.django_db

FILES = [demo.path(language) for demo in DOCUMENTS for language in LANGUAGES]


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


# --- The block ----------------------------------------------------------------------------------


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

    assert "Folder" in block.render(block.get_preview_value())


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


# --- The demo's files ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_demo_file_is_small_and_made_for_everybody(path):
    """Tagged, with its language and title, and with its fonts inside."""
    reader = PdfReader(path)
    root = reader.trailer["/Root"]

    assert path.stat().st_size < 100_000
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == path.stem.rsplit("-", 1)[1]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "Perspectief Herstelbemiddeling" in reader.metadata.title
    assert reader.metadata.creation_date is None
    fonts = [
        font.get_object()
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    ]
    assert fonts
    for font in fonts:
        assert is_embedded(font), font["/BaseFont"]


def is_embedded(font) -> bool:
    if font["/Subtype"] == "/Type3":  # drawn within the file
        return True
    described = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = described.get_object()["/FontDescriptor"]
    return any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))


@pytest.mark.parametrize("key", ["leaflet", "poster", "fact-sheet", "youth-detention"])
def test_a_sheet_is_one_sheet(key):
    for language in LANGUAGES:
        path = next(demo for demo in DOCUMENTS if demo.key == key).path(language)
        assert len(PdfReader(path).pages) == 1


def test_the_demo_offers_its_files_where_they_are_needed(demo_site, html):
    for page, name in (
        ("/voor-professionals/", "folder-voor-clienten.pdf"),
        ("/voor-professionals/materiaal/", "poster-voor-de-wachtkamer.pdf"),
        ("/jongeren/zit-je-vast/", "blad-voor-jongeren-die-vastzitten.pdf"),
        ("/pers-en-media/voor-journalisten/", "feitenblad.pdf"),
        ("/klacht/", "klachtenreglement.pdf"),
        ("/over-ons/privacyreglement/", "privacyreglement.pdf"),
        ("/en/for-professionals/", "leaflet-for-clients.pdf"),
        ("/en/about-us/complaints-procedure/", "complaints-procedure.pdf"),
    ):
        assert f"/{name}" in html(page), page


def test_each_demo_file_can_be_downloaded(demo_site, client):
    assert ContentDocument.objects.count() == len(FILES)
    for document in ContentDocument.objects.all():
        answer = client.get(document.url)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/pdf"
        assert document.is_tagged


def test_a_file_that_somebody_replaced_or_deleted_stays_so(demo_site):
    dutch, english = (ContentDocument.objects.get(pk=pk) for pk in document_pks("poster"))
    dutch.title = "Onze eigen poster"
    dutch.save()
    english.delete()

    build.load()

    assert document_pks("poster") == [dutch.pk]
    assert ContentDocument.objects.get(pk=dutch.pk).title == "Onze eigen poster"
    assert ContentDocument.objects.count() == len(FILES) - 1


def test_the_page_of_each_file_exists(demo_site):
    keys = {str(build.page_pk(demo.page_key)) for demo in DOCUMENTS}

    assert Page.objects.filter(pk__in=keys, live=True).count() == len(DOCUMENTS)
