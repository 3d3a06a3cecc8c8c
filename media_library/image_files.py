"""The files of images, of both sorts: pictures of pixels, and drawings (SVG)."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images.fields import get_allowed_image_extensions
from wagtail.images.models import Filter
from willow.image import Image, ImageFile, SvgImageFile
from willow.plugins.pillow import PillowImage

from media_library.drawings import check_amount, cleaned_drawing, drawing_size
from media_library.picture_files import (
    check_picture,
    check_shape,
    cleaned_picture,
    open_picture,
    plain_pixels,
)

#: Pictures that are not taken, and how to make one of them that is.
_OF_OTHER_KINDS = {
    **dict.fromkeys(
        ("heic", "heif", "hif"),
        gettext_lazy(
            "Browsers cannot show this kind of photo (HEIC). Save it as JPEG: open it on the phone "
            "or computer, choose ‘Export’ or ‘Save as’, and then JPEG."
        ),
    ),
    "gif": gettext_lazy("A GIF may flash. Save one picture of it as PNG, and upload that."),
    **dict.fromkeys(
        ("tif", "tiff", "bmp", "psd", "raw", "dng", "cr2", "nef", "arw", "jp2", "jxl"),
        gettext_lazy(
            "Browsers cannot show this kind of picture. Save it as JPEG, and upload that."
        ),
    ),
}


def check_kind(name: str) -> None:
    """Refuse a file of a kind that browsers or people are better off without.

    Raises:
        ValidationError: says how to make one of it that is taken.
    """
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    allowed = get_allowed_image_extensions()
    if suffix in allowed:
        return
    if suffix in _OF_OTHER_KINDS:
        raise ValidationError(str(_OF_OTHER_KINDS[suffix]))
    message = _("This is not a picture that browsers show. Choose one of these kinds: %(kinds)s.")
    raise ValidationError(message, params={"kinds": ", ".join(allowed).upper()})


def is_drawing(name: str) -> bool:
    """Whether a file of this name is an SVG."""
    return PurePath(name).suffix.lower() == ".svg"


def check_image(name: str, content: bytes, maximum_pixels: int | None = None) -> None:
    """Refuse a file that could not be shown in every place.

    Raises:
        ValidationError: says what to do about it.
    """
    if is_drawing(name):
        cleaned_drawing(content)
    else:
        check_picture(content, maximum_pixels)


def odd_image() -> ValidationError:
    """Return what is said of a file that we can read, and other programs cannot."""
    return ValidationError(
        _(
            "Not every program can read this file. Open it, save it again as JPEG or PNG, and "
            "upload that."
        )
    )


def cleaned_image(name: str, content: bytes) -> bytes:
    """Return the file with nothing in it but what one sees.

    Raises:
        ValidationError: it cannot be shown in every place.
    """
    if is_drawing(name):
        return cleaned_drawing(content)
    check_shape(*open_picture(content).size)
    return cleaned_picture(content)


def size_of_image(name: str, content: bytes) -> tuple[float, float]:
    """Width and height in pixels.

    Raises:
        ValidationError: the file cannot be read.
    """
    return drawing_size(content) if is_drawing(name) else open_picture(content).size


class _PlainPicture(PillowImage):
    """A picture of which Willow gets the pixels only; else it puts EXIF back into JPEG and PNG."""

    def __init__(self, opened: ImageFile) -> None:
        opened.f.seek(0)
        super().__init__(plain_pixels(open_picture(opened.f.read())))
        self.format_name = opened.format_name


class PlainFilter(Filter):
    """Makes copies that hold nothing but what one sees, also of files from before that was so."""

    @contextmanager
    def get_willow_image(self, image: Any, source: File | None = None) -> Iterator[Any]:
        """Open the image, unless that would take more than we have.

        Raises:
            ValidationError: it would, or the file is damaged.
        """
        with image.open_file() if source is None else nullcontext(source) as file:
            file.seek(0)
            content = file.read()
            if image.is_svg():
                check_amount(content)
            opened = Image.open(BytesIO(content))
            yield opened if isinstance(opened, SvgImageFile) else _PlainPicture(opened)
