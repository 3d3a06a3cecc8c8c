"""Pictures and downloads in a real browser."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from media_library.models import ContentImage
from media_library.pictures import make_sizes
from tests.home.factories import ContentPageFactory, plant_site, translate
from tests.media_library.factories import make_document, make_image
from tests.support.page_drawn import wait_until_drawn
from tests.support.page_fit import sticking_out

LINK = '<p>Lees <a linktype="document" id="{}">de folder</a>.</p>'


@pytest.fixture
def page_with_media(live_server, settings, tmp_path) -> None:
    """A page with two pictures, a link in a text, a list of downloads and a poster."""
    settings.MEDIA_ROOT = tmp_path
    images = [make_image(f"{number}.png") for number in range(2)]
    for image in images:
        make_sizes(image)
    document, leaflet = make_document(), make_document("leaflet.pdf", language="en")
    row = {"title": "Folder", "text": "", "documents": [document.pk, leaflet.pk], "page": None}
    poster = {"heading": "Blijf je zitten met een vraag?", "text": "Het kan.", "contact": "Bel."}
    home = plant_site()
    translate(home, "Perspectief", "home-en")
    ContentPageFactory(
        parent=home,
        slug="media",
        body=[
            {"type": "image", "value": {"image": images[0].pk, "caption": "Twee stoelen"}},
            {"type": "text", "value": {"heading": "Tekst", "text": LINK.format(document.pk)}},
            {"type": "downloads", "value": {"heading": "Meenemen", "downloads": [row]}},
            {"type": "poster", "value": poster},
            {"type": "image", "value": {"image": images[1].pk, "caption": ""}},
        ],
    )


def test_pictures_and_downloads_are_accessible_and_fit_a_phone(
    page_with_media, phone_page: Page, assert_accessible
):
    phone_page.goto("/media/")

    assert_accessible(phone_page)
    phone_page.set_viewport_size({"width": 320, "height": 640})
    assert sticking_out(phone_page) == ""


def test_a_browser_takes_the_best_format_and_nothing_jumps(page_with_media, page: Page):
    page.goto("/media/")
    first = page.locator(".picture img").first

    expect(first).to_have_js_property("complete", True)
    assert first.evaluate("image => image.currentSrc").endswith(".avif")
    box = first.bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(16 / 9, abs=0.01)


def test_a_picture_that_is_damaged_is_told_in_words(
    page_with_media, phone_page: Page, assert_accessible
):
    damaged, _whole = ContentImage.objects.order_by("pk")
    damaged.renditions.all().delete()
    Path(damaged.file.path).write_bytes(b"no picture")

    phone_page.goto("/media/")

    expect(phone_page.locator(".picture").first).to_contain_text("Afbeelding: Twee lege stoelen")
    expect(phone_page.locator(".picture").first).to_contain_text("Twee stoelen")
    expect(phone_page.locator(".picture img")).to_have_count(1)
    assert_accessible(phone_page)
    assert sticking_out(phone_page) == ""


def test_the_name_of_a_link_has_kind_and_size(page_with_media, page_without_script: Page):
    page_without_script.goto("/media/")

    for name in (r"Folder \(PDF, 1\skB\)", r"In het Engels \(PDF, 1\skB\) ?: Folder"):
        link = page_without_script.get_by_role("link", name=re.compile(f"^{name}$"))
        expect(link).to_be_visible()
    in_text = re.compile(r"^de folder \(PDF, 1\skB\)$")
    link = page_without_script.get_by_role("link", name=in_text)
    address = link.get_attribute("href")
    assert address is not None
    answer = page_without_script.request.get(address)
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/pdf"


def test_on_paper_a_page_with_a_poster_is_the_poster(
    page_with_media, new_context: Callable[..., BrowserContext]
):
    page = new_context(viewport={"width": 794, "height": 1123}).new_page()  # A4 at 96 dpi
    page.goto("/media/")
    page.emulate_media(media="print")

    expect(page.locator(".poster h2")).to_be_visible()
    expect(page.locator(".poster .motif")).to_be_visible()
    for hidden in ("h1", ".picture", ".downloads", ".site-footer"):
        for part in page.locator(hidden).all():
            expect(part).to_be_hidden()
    wait_until_drawn(page)
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(PdfReader(BytesIO(printed)).pages) == 1
