"""What pages show besides words: images, documents, videos, and what appeared in the media.

Images and documents are our own models, so that they can gain fields without moving data later.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from media_library.coverage import MediaCoverage
from media_library.videos import Video

__all__ = ["ContentDocument", "ContentImage", "ContentRendition", "MediaCoverage", "Video"]


class ContentImage(AbstractImage):
    """An image of the site, with the text that says what it shows."""

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class ContentRendition(AbstractRendition):
    """A resized copy of a ContentImage."""

    image: models.ForeignKey = models.ForeignKey(
        ContentImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"),
                name="unique_content_rendition",
            )
        ]


class ContentDocument(AbstractDocument):
    """A file that visitors can download."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
