"""Pictures in the sizes that pages need, made before anybody asks for them.

Making all sizes of one picture takes seconds (AVIF most of all), so that happens in the background
when an image is saved (`media_library.tasks`). A page shows the sizes that are there. While there
are none, right after an upload, it makes the smallest one only; the file that was uploaded is
never shown. Where no copy can be made the page says in words what the image shows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.images.models import Filter

from media_library.models import ContentImage, ContentRendition

#: Formats of copies; the last is for browsers that know neither of the others.
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
#: How drawings (SVG), which fit any size, are copied.
DRAWING = "original"


@dataclass(frozen=True)
class Layout:
    """A place on pages that holds a picture.

    `operations` are Wagtail's, from small to large; `sizes` tells browsers how wide the place is;
    `formats` are keys of TYPES, best first.
    """

    operations: tuple[str, ...]
    sizes: str = ""
    formats: tuple[str, ...] = tuple(TYPES)

    def specs(self, output: str) -> list[str]:
        """What Wagtail calls the copies in one format, from small to large."""
        return [f"{operation}|format-{output}" for operation in self.operations]

    @property
    def all_specs(self) -> list[str]:
        """What Wagtail calls all copies."""
        return [spec for output in self.formats for spec in self.specs(output)]


#: Every place. A new one, or a new size: also run `make_picture_sizes`.
LAYOUTS = {
    # as wide as the column of text, whole
    "column": Layout(
        ("width-480", "width-960", "width-1440"), "(min-width: 64rem) 55rem, calc(100vw - 2rem)"
    ),
    # in a list, cut to 16 by 9 around the focal point
    "card": Layout(
        ("fill-320x180", "fill-640x360", "fill-960x540"),
        "(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, calc(100vw - 2rem)",
    ),
    # beside the words of a campaign, cut to 3 by 2 around the focal point
    "campaign": Layout(("fill-720x480", "fill-1440x960"), "(min-width: 48rem) 52vw, 100vw"),
    # before a video plays: an attribute that takes one address
    "poster": Layout(("fill-1280x720",), formats=("webp",)),
    # the card of a social network
    "social": Layout(("fill-1200x630",), formats=("jpeg",)),
}


@dataclass(frozen=True)
class Source:
    """The copies of a picture in one format, for `<source>`."""

    content_type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """What a `<picture>` needs; the size keeps its place free while it loads."""

    sources: list[Source]
    sizes: str
    url: str
    srcset: str
    width: int
    height: int


def picture_of(image: ContentImage, layout_name: str) -> Picture | None:
    """Choose the copies of `image` for a place; None where no copy can be made.

    Args:
        image: with its `renditions` prefetched if there may be many on a page (or `fetch_sizes`).
        layout_name: a key of LAYOUTS.
    """
    layout = LAYOUTS[layout_name]
    if image.is_svg():
        copies = {DRAWING: image.get_rendition(DRAWING)}
        by_format = {"svg": list(copies.values())}
    else:
        copies = _existing(image, layout.all_specs)
        by_format = {
            output: _different([copies[spec] for spec in layout.specs(output) if spec in copies])
            for output in layout.formats
        }
    last = by_format.popitem()[1] if by_format else []
    if not last:
        last = [image.get_rendition(layout.specs(layout.formats[-1])[0])]
    if not last[0].is_there:
        return None
    largest = last[-1]
    return Picture(
        sources=[
            Source(TYPES[output], _srcset(found)) for output, found in by_format.items() if found
        ],
        sizes=layout.sizes,
        url=last[0].url,
        srcset=_srcset(last) if len(last) > 1 else "",
        width=round(largest.width),  # a drawing's may have a fraction
        height=round(largest.height),
    )


def one_size(image: ContentImage, layout_name: str) -> ContentRendition | None:
    """The largest copy for a place that takes one, such as `social`; None while there is none.

    Args:
        image: the image; None is returned for a drawing too, which social networks do not show.
        layout_name: a key of LAYOUTS.
    """
    layout = LAYOUTS[layout_name]
    if image.is_svg():
        return None
    copies = _existing(image, layout.specs(layout.formats[-1]))
    return list(copies.values())[-1] if copies else None


def make_sizes(image: ContentImage) -> None:
    """Make every copy that is not there yet; takes seconds."""
    if image.is_svg():
        image.get_rendition(DRAWING)
        return
    for layout in LAYOUTS.values():
        for spec in layout.all_specs:  # one by one: several at once would need much memory
            image.get_rendition(spec)


def fetch_sizes(images: Iterable[ContentImage]) -> None:
    """Fetch the copies of several images at once, for a page that shows them."""
    prefetch_related_objects(list(images), "renditions")


def _existing(image: ContentImage, specs: list[str]) -> dict[str, Any]:
    found = image.find_existing_renditions(*(Filter(spec) for spec in specs))
    by_spec = {filter_.spec: rendition for filter_, rendition in found.items()}
    return {spec: by_spec[spec] for spec in specs if spec in by_spec}


def _different(renditions: list[Any]) -> list[Any]:
    """Without those that are no larger than the one before, because the image is small."""
    return list({rendition.width: rendition for rendition in renditions}.values())


def _srcset(renditions: list[Any]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)
