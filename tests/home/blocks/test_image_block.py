"""A picture in a page: in sizes for every screen, with the words that it has in the library."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from home.blocks.pictures import CaptionedImageBlock
from media_library.pictures import make_sizes
from tests.home.factories import ContentPageFactory
from tests.media_library.factories import make_image

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_picture_comes_in_several_sizes_with_its_text():
    image = make_image()
    make_sizes(image)
    block = CaptionedImageBlock()
    value = block.to_python({"image": image.pk, "caption": "Before the talk"})

    with translation.override("en"):
        html = block.render(value)

    assert 'alt="Two empty chairs"' in html
    assert "<figcaption>Before the talk</figcaption>" in html
    assert 'type="image/avif"' in html
    for width in ("480w", "960w", "1440w"):
        assert width in html


def test_a_picture_that_was_deleted_leaves_nothing_behind():
    block = CaptionedImageBlock()

    assert block.render(block.to_python({"image": None, "caption": "Gone"})).strip() == ""


def test_the_preview_shows_a_picture_of_the_library():
    make_image(description_nl="Een tafel")

    value = CaptionedImageBlock().get_preview_value()

    assert 'alt="Een tafel"' in CaptionedImageBlock().render(value)


def test_a_page_with_many_pictures_needs_no_more_queries_and_loads_one_at_once(
    home, client: Client
):
    def body(images: list) -> list:
        return [{"type": "image", "value": {"image": each.pk, "caption": ""}} for each in images]

    images = [make_image(f"{number}.png", size=(60, 40)) for number in range(12)]
    for image in images:
        make_sizes(image)
    page = ContentPageFactory(parent=home, slug="beelden", body=body(images[:1]))
    client.get("/beelden/")
    counts = []
    for amount in (1, 12):
        page.body = page.body.stream_block.to_python(body(images[:amount]))
        page.save_revision().publish()
        client.get("/beelden/")  # what is kept of the site is looked up anew
        page.save()
        with CaptureQueriesContext(connection) as queries:
            html = client.get("/beelden/", {"fresh": "1"}).content.decode()
        counts.append(len(queries))

    assert counts[0] == counts[1]
    pictures = re.findall(r"<img [^>]*>", html)
    assert len(pictures) == 12
    assert ["lazy" in each for each in pictures] == [False] + 11 * [True]
