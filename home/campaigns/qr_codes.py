"""QR codes for print.

Error correction of level Q still reads when a quarter is dirty or torn; the quiet zone of four
modules is what ISO/IEC 18004 asks for around the code. White is painted, because paper may not be.
"""

import io
from typing import Any

import segno

QUIET_ZONE = 4  # modules
ERROR_CORRECTION = "q"
#: Pixels of a module: with 300 dots per inch a usual code becomes nine centimetres wide.
PNG_SCALE = 25
_COLOURS = {"dark": "#000000", "light": "#ffffff"}


def qr_svg(content: str) -> bytes:
    """Return a QR code as an SVG file, which any size of print can use.

    Args:
        content: what a phone reads, an absolute address.
    """
    return _save(content, kind="svg", scale=10, title=content)


def qr_png(content: str) -> bytes:
    """Return a QR code as a PNG file, for programs that cannot use SVG."""
    return _save(content, kind="png", scale=PNG_SCALE)


def qr_inline(content: str) -> str:
    """Return a QR code as SVG for within a page; it scales with the element around it."""
    return _make(content).svg_inline(border=QUIET_ZONE, omitsize=True, svgclass="qr", **_COLOURS)


def _make(content: str) -> segno.QRCode:
    return segno.make_qr(content, error=ERROR_CORRECTION)


def _save(content: str, **options: Any) -> bytes:
    file = io.BytesIO()
    _make(content).save(file, border=QUIET_ZONE, **_COLOURS, **options)
    return file.getvalue()
