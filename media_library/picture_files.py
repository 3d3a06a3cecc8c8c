"""Pictures as cameras and programs write them, made into nothing but their pixels.

What is stored is written anew from the pixels: upright, the first picture of several, eight bits a
channel, in the colours of the web. So no place, time, name, thumbnail or second picture comes
along, in whatever corner of the file it was, and every size that pages need can be made.
"""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, JpegImagePlugin

MILLION = 1_000_000
#: The only readers that look at an upload; Pillow has dozens.
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
#: Pixels. A side has at least so many, and at most so many times those of the other: what is
#: narrower cannot be cut for every place, and WebP takes no side over 16,383.
SHORTEST_SIDE = 10
LONGEST_PROPORTION = 10
#: Formats in which a phone keeps a second picture beside the one that is shown (CIPA DC-007).
_SEVERAL_AT_ONCE = ("MPO",)
#: How pictures are kept from which copies are made: as good as they came.
_KEEP = {
    "JPEG": {"quality": 95, "subsampling": 0},
    "PNG": {"compress_level": 3},
    "WEBP": {"quality": 95, "method": 2},
    "AVIF": {"quality": 90, "speed": 10},
}
_KEEP_LOSSLESS_WEBP = {"lossless": True, "quality": 20, "method": 0}


def check_picture(content: bytes, maximum_pixels: int | None = None) -> None:
    """Refuse a picture of which no copy could be made.

    Args:
        content: the file.
        maximum_pixels: the site's, unless told otherwise.

    Raises:
        ValidationError: says what is wrong, and what to do about it.
    """
    source = open_picture(content, maximum_pixels)
    check_shape(*source.size)
    if getattr(source, "is_animated", False) and source.format not in _SEVERAL_AT_ONCE:
        message = _("This picture moves, and it could flash. Choose one that does not move.")
        raise ValidationError(message)
    plain_pixels(source)


def cleaned_picture(content: bytes, maximum_pixels: int | None = None) -> bytes:
    """Return the picture in its own format, without anything that is no pixel of it.

    Args:
        content: the file.
        maximum_pixels: the site's, unless told otherwise.

    Raises:
        ValidationError: it is too large, damaged or no picture.
    """
    source = open_picture(content, maximum_pixels)
    pixels = plain_pixels(source)
    output = "JPEG" if source.format == "MPO" else str(source.format)
    stored = BytesIO()
    pixels.save(stored, output, **_how_to_keep(source, content, pixels))
    return stored.getvalue()


def open_picture(content: bytes, maximum_pixels: int | None = None) -> Image.Image:
    """Open a picture without reading its pixels: those of some would fill the memory.

    Raises:
        ValidationError: it is no picture, or too large.
    """
    try:
        # The limit of Pillow itself is looked at when it opens a file, and again for the pixels.
        source = Image.open(BytesIO(content), formats=FORMATS)
        width, height = source.size
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(maximum_pixels) from error
    except Exception as error:  # what a damaged file makes a reader stumble over is anybody's guess
        raise _damaged() from error
    if width * height > (maximum_pixels or settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS):
        raise _too_large(maximum_pixels)
    return source


def check_shape(width: int, height: int) -> None:
    """Refuse a size, in pixels, from which no copy could be cut for every place.

    Raises:
        ValidationError: says so.
    """
    shortest, longest = sorted((width, height))
    if shortest < SHORTEST_SIDE or longest > shortest * LONGEST_PROPORTION:
        message = _(
            "This picture is too narrow for our pages. Crop it so that each side has at least "
            "%(pixels)d pixels, and no side is more than %(times)d times the other."
        )
        raise ValidationError(
            message, params={"pixels": SHORTEST_SIDE, "times": LONGEST_PROPORTION}
        )


def plain_pixels(source: Image.Image) -> Image.Image:
    """Return what one sees of `source`, as grey, RGB or RGBA of eight bits, and close it.

    Raises:
        ValidationError: the file is damaged.
    """
    try:
        source.load()
        upright = ImageOps.exif_transpose(source)
        source.close()  # at once: of 25 million pixels each copy is 75 MB
        profile = upright.info.get("icc_profile")
        pixels = _eight_bits(upright)
        pixels = _in_colours_of_the_web(pixels, profile)
    except Exception as error:
        raise _damaged() from error
    pixels.info = {}  # Pillow writes some of it into copies
    return pixels


def _eight_bits(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):  # grey of 16 bits, which no browser gets
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    if picture.mode == "1":
        return picture.convert("L")
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")


def _in_colours_of_the_web(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert from the colours of a camera or a printer; a profile that is broken is as none."""
    output = "RGB" if picture.mode == "CMYK" else picture.mode
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB" if output == "L" else output,
            )
        except (ImageCms.PyCMSError, OSError):
            converted = None
        if converted is not None:
            return converted.convert(output)
    return picture if picture.mode == output else picture.convert(output)


def _how_to_keep(source: Image.Image, content: bytes, pixels: Image.Image) -> dict[str, Any]:
    if isinstance(source, JpegImagePlugin.JpegImageFile):
        sampling = JpegImagePlugin.get_sampling(source)
        tables = source.quantization
        if sampling >= 0 and len(tables) == len(pixels.getbands()[:2]) and source.mode != "CMYK":
            # With its own tables a picture loses next to nothing, and grows no larger.
            return {"qtables": tables, "subsampling": sampling}
    if source.format == "WEBP" and b"VP8L" in content[:64]:
        return _KEEP_LOSSLESS_WEBP
    return _KEEP["JPEG" if source.format == "MPO" else str(source.format)]


def _too_large(maximum_pixels: int | None) -> ValidationError:
    millions = (maximum_pixels or settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS) / MILLION
    message = _(
        "This picture has more pixels than we can show (at most %(millions)g million). Make it "
        "smaller, and upload it again."
    )
    return ValidationError(message, params={"millions": millions})


def _damaged() -> ValidationError:
    return ValidationError(
        _("This picture is damaged or incomplete. Open it, save it again, and upload it once more.")
    )
