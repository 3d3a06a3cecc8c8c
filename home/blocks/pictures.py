"""Pictures in a page; their alt text is in the library, in each language."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from media_library.models import ContentImage
from media_library.pictures import fetch_sizes


class PictureChooserBlock(ImageChooserBlock):
    """Chooses an image; those of a whole page come with their sizes in two queries."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[ContentImage | None]:
        """Return the images with these primary keys."""
        images: list[Any] = super().bulk_to_python(values)
        fetch_sizes({image.pk: image for image in images if image}.values())
        return images


class CaptionedImageBlock(blocks.StructBlock):
    """A picture with a caption."""

    image = PictureChooserBlock(
        label=_("Image"),
        help_text=_("Visitors who cannot see it get its description from the library."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, default="", max_length=200)

    class Meta:
        icon = "image"
        label = _("Image")
        group = _("Explain")
        description = _("A drawing or picture with a caption.")
        template = "home/blocks/image.html"
        preview_value = {"caption": "Twee stoelen, een tafel en een brief."}

    def get_preview_value(self) -> blocks.StructValue:
        """Show an image of the library, if there is one."""
        value = super().get_preview_value()
        value["image"] = ContentImage.objects.order_by("pk").first()
        return value
