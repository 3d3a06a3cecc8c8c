"""Images say what they show."""

import pytest
from django.core.files.images import ImageFile
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.images.tests.utils import get_test_image_file

from media_library.models import ContentDocument, ContentImage, ContentRendition

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(settings, tmp_path) -> ContentImage:
    settings.MEDIA_ROOT = tmp_path
    file = ImageFile(get_test_image_file().file, name="proef.png")
    return ContentImage.objects.create(title="proef.png", description="Twee stoelen", file=file)


def test_editors_are_asked_what_an_image_shows():
    assert get_image_model() is ContentImage
    assert "description" in get_image_form(ContentImage).base_fields


def test_the_description_is_the_alt_text_of_every_size(image):
    rendition = image.get_rendition("width-100")

    assert isinstance(rendition, ContentRendition)
    assert rendition.alt == "Twee stoelen"


def test_documents_and_images_have_names_in_the_admin():
    assert str(ContentDocument._meta.verbose_name)
    assert str(ContentImage._meta.verbose_name_plural)
