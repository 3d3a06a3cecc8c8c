"""The files that the demo offers to download."""

import pytest
from pypdf import PdfReader
from wagtail.models import Page

from home.demo_content import build
from home.demo_content.documents import LANGUAGES, document_pks
from home.demo_content.reading.demo import the_demo
from media_library.models import ContentDocument

pytestmark = pytest.mark.django_db

DOCUMENTS = the_demo().documents
FILES = [demo.path(language) for demo in DOCUMENTS for language in LANGUAGES]


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
    pks = build.page_pks(the_demo().pages)
    keys = {pks[demo.page_key] for demo in DOCUMENTS}

    assert Page.objects.filter(pk__in=keys, live=True).count() == len(DOCUMENTS)
