"""`{% picture_in "column" image %}`: the one way in which pages show images."""

from typing import Any

from django import template

from media_library.models import ContentImage
from media_library.pictures import one_size, picture_of

register = template.Library()

FIRST_SHOWN = "_first_picture_shown"


@register.inclusion_tag("media_library/picture.html", takes_context=True)
def picture_in(
    context: template.Context, layout: str, image: ContentImage, alt: str | None = None
) -> dict[str, Any]:
    """Show `image` in a layout of `media_library.pictures`, in the sizes that are there.

    What it shows is told in words where there is no copy, because its file is damaged or gone.

    The first picture of a page loads at once, the others when they come near.

    Args:
        layout: a key of LAYOUTS.
        image: the image.
        alt: "" where a text beside the picture says the same; else the image's own is used.
    """
    return {
        "picture": picture_of(image, layout),
        "alt": image.default_alt_text if alt is None else alt,
        "is_first": _is_first(context.get("request")),
    }


@register.simple_tag
def one_size_url(layout: str, image: ContentImage | None) -> str:
    """Address of the copy for a place that takes one, "" while there is none."""
    rendition = one_size(image, layout) if image else None
    return rendition.url if rendition else ""


def _is_first(request: Any) -> bool:
    if request is None or getattr(request, FIRST_SHOWN, False):
        return False
    setattr(request, FIRST_SHOWN, True)
    return True
