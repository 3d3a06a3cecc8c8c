"""The library uses our own image and document models."""

from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from media_library.models import ContentDocument, ContentImage


def test_documents_and_images_have_names_in_the_admin():
    assert get_image_model() is ContentImage
    assert get_document_model() is ContentDocument
    assert str(ContentDocument._meta.verbose_name)
    assert str(ContentImage._meta.verbose_name_plural)
