"""A picture in a page: in sizes for every screen, with the words of the editor."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.images import get_image_model

from home.blocks.texts import CaptionedImageBlock

pytestmark = pytest.mark.django_db


def test_a_picture_comes_in_several_sizes_with_its_text(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    content = BytesIO()
    Image.new("RGB", (1600, 900), "#54bbb1").save(content, "PNG")
    content.seek(0)
    image = get_image_model().objects.create(title="chairs", file=ImageFile(content, "chairs.png"))
    block = CaptionedImageBlock()
    value = block.to_python(
        {
            "image": {"image": image.pk, "decorative": False, "alt_text": "Two empty chairs"},
            "caption": "Before the talk",
        }
    )

    html = block.render(value)

    assert 'alt="Two empty chairs"' in html
    assert "<figcaption>Before the talk</figcaption>" in html
    assert 'type="image/webp"' in html
    for width in ("480w", "960w", "1440w"):
        assert width in html
