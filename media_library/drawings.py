"""SVG files: drawings that could also hold scripts, fetch things from elsewhere, or never end.

A small file can ask for any amount of memory or time, so it is counted before anything builds a
tree of it, and its size is read as Wagtail reads it before it comes into the library.
"""

import base64
import binascii
import math
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, ElementTree

from defusedxml import ElementTree as SafeElementTree
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from py_svg_hush import filter_svg
from willow.svg import SvgWrapper, WillowSvgException

from media_library import xml_amount
from media_library.picture_files import LONGEST_PROPORTION, cleaned_picture

#: Pictures within a drawing, and nothing else.
KEPT_DATA = {"image": ["png", "jpeg", "webp"]}

#: A drawing of a page full of details stays far below these.
MAXIMUM_BYTES = 8 * 1024 * 1024  # as of any picture
MAXIMUM_ELEMENTS = 20_000
MAXIMUM_DEPTH = 100
MAXIMUM_PICTURES = 20
MAXIMUM_PICTURE_PIXELS = 5_000_000
#: Of elements after each `<use>` is replaced by what it stands for, as a browser does.
MAXIMUM_DRAWN = 100_000
#: Pixels, of either side.
SHORTEST_SIDE = 1
LONGEST_SIDE = 20_000

_PICTURE = re.compile(rb"(data:image/(?:png|jpeg|webp);base64,)([A-Za-z0-9+/=\s]+)")
_ANY_PICTURE = re.compile(rb"data:\s*image", re.IGNORECASE)
_USE = "{http://www.w3.org/2000/svg}use"
_LINKS = ("href", "{http://www.w3.org/1999/xlink}href")


def cleaned_drawing(content: bytes) -> bytes:
    """Return an SVG without scripts, handlers, addresses on other sites, and notes of programs.

    Raises:
        ValidationError: `content` is no SVG, more than a browser should draw, or of no size.
    """
    if b"\0" in content:  # UTF-16, which not every program reads
        raise _in_two_bytes()
    check_amount(content)
    try:
        drawing = filter_svg(content, KEPT_DATA)
    except ValueError as error:
        raise _unreadable() from error
    drawing = _with_cleaned_pictures(drawing)
    drawing_size(drawing)  # counts again: the filter writes each element on a line of its own
    return drawing


def with_changed_pictures(drawing: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a drawing with each picture in it as `change` makes it.

    Raises:
        ValidationError: a picture cannot be read.
    """

    def changed(found: re.Match[bytes]) -> bytes:
        try:
            picture = base64.b64decode(found[2])
        except binascii.Error as error:
            raise _unreadable() from error
        return found[1] + base64.b64encode(change(picture))

    return _PICTURE.sub(changed, drawing)


def check_amount(content: bytes) -> None:
    """Refuse a drawing that is too large or too deep to be read, in time that its length bounds.

    Raises:
        ValidationError: says so; also about what is no XML, or declares entities.
    """
    if len(content) > MAXIMUM_BYTES:
        raise _too_much()
    try:
        xml_amount.check_amount(content, MAXIMUM_ELEMENTS, MAXIMUM_DEPTH)
    except xml_amount.TooMuchXmlError as error:
        raise _too_much() from error
    except xml_amount.UnreadableXmlError as error:
        raise _unreadable() from error


def drawing_size(content: bytes) -> tuple[float, float]:
    """Width and height in pixels.

    Raises:
        ValidationError: it is too much to be read, or has none that fits; says what to change.
    """
    check_amount(content)
    root = SafeElementTree.fromstring(content)
    if _drawn(root) > MAXIMUM_DRAWN:
        raise _too_much()
    try:
        drawing = SvgWrapper(ElementTree(root))
    except (WillowSvgException, KeyError) as error:  # KeyError: a unit that Willow cannot convert
        raise _no_size() from error
    sides = (drawing.width, drawing.height)
    box = drawing.view_box
    if not all(math.isfinite(number) for number in (*sides, *box)):
        raise _no_size()
    for shortest, longest in (sorted(sides), sorted((box.width, box.height))):
        if shortest <= 0 or longest > shortest * LONGEST_PROPORTION:
            raise _no_size()
    if min(sides) < SHORTEST_SIDE or max(sides) > LONGEST_SIDE:
        raise _no_size()
    return sides


def _drawn(root: Element) -> int:
    """How many elements a browser draws; more than allowed where `<use>` leads on and on."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    amounts: dict[Element, int] = {}
    open_elements: set[Element] = set()

    def amount(element: Element) -> int:
        if element in open_elements or len(open_elements) > 2 * MAXIMUM_DEPTH:
            return MAXIMUM_DRAWN + 1
        if element not in amounts:
            open_elements.add(element)
            parts = list(element)
            if element.tag == _USE:
                links = [element.get(link, "") for link in _LINKS]
                parts += [named[link[1:]] for link in links if link[1:] in named]
            total = 1
            for part in parts:
                total = min(total + amount(part), MAXIMUM_DRAWN + 1)
            open_elements.discard(element)
            amounts[element] = total
        return amounts[element]

    return amount(root)


def _with_cleaned_pictures(drawing: bytes) -> bytes:
    pictures = len(_ANY_PICTURE.findall(drawing))
    if pictures > MAXIMUM_PICTURES:
        raise _too_much()
    if pictures != len(_PICTURE.findall(drawing)):  # written in another way
        raise _unreadable()
    return with_changed_pictures(
        drawing, lambda picture: cleaned_picture(picture, MAXIMUM_PICTURE_PIXELS)
    )


def _unreadable() -> ValidationError:
    return ValidationError(_("This SVG file cannot be read. Save it again."))


def _in_two_bytes() -> ValidationError:
    return ValidationError(
        _("This SVG file is written in UTF-16. Save it as ‘plain SVG’ (UTF-8), or as PNG.")
    )


def _too_much() -> ValidationError:
    return ValidationError(
        _("This drawing has too many parts for a browser. Make it simpler, or save it as PNG.")
    )


def _no_size() -> ValidationError:
    message = _(
        "This drawing has no size that fits our pages. Give it a width and a height in pixels, "
        "up to %(pixels)d, and no side more than %(times)d times the other."
    )
    return ValidationError(message, params={"pixels": LONGEST_SIDE, "times": LONGEST_PROPORTION})
