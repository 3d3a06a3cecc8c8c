"""Pictures inside documents, without what cameras write beside them.

A document says itself how a picture in it is turned and shown, so here no pixel changes: only the
parts of JPEG and PNG files go that say something about them. A picture that ends too early is
left as it ends; the document shows what it can.
"""

import re
from collections.abc import Iterator

JPEG_START = b"\xff\xd8"
PNG_START = b"\x89PNG\r\n\x1a\n"
#: Kinds of parts of a JPEG (ITU-T T.81 B.1.1.3).
_APPLICATION_DATA = range(0xE0, 0xF0)
_COMMENT, _SCAN, _END = 0xFE, 0xDA, 0xD9
#: Application data that a picture is shown with: its density, its colours, how Adobe wrote those.
_SHOWN_WITH = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
#: Where the pixels of a scan end: at a marker that is no restart and no 0xFF among them.
_NEXT_PART = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
#: Parts of a PNG that say something about it (https://www.w3.org/TR/png-3/#11Chunks).
_PNG_NOTES = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME")
_PNG_END = b"IEND"


def without_notes(content: bytes) -> bytes:
    """Return a JPEG or PNG without notes, and anything else as it is."""
    if content.startswith(JPEG_START):
        return JPEG_START + b"".join(_kept_of_jpeg(content))
    if content.startswith(PNG_START):
        return PNG_START + b"".join(_kept_of_png(content))
    return content


def _kept_of_jpeg(content: bytes) -> Iterator[bytes]:
    place = len(JPEG_START)
    while found := _NEXT_PART.search(content, place):
        place, kind = found.start(), content[found.start() + 1]
        if kind == _END:
            yield content[place : place + 2]
            return  # what lies behind it is another file
        end = place + 2 + int.from_bytes(content[place + 2 : place + 4], "big")
        is_note = kind == _COMMENT or (
            kind in _APPLICATION_DATA
            and not (kind in _SHOWN_WITH and content.startswith(_SHOWN_WITH[kind], place + 4))
        )
        if kind == _SCAN:
            following = _NEXT_PART.search(content, end)
            end = following.start() if following else len(content)
        if not is_note:
            yield content[place:end]
        place = end


def _kept_of_png(content: bytes) -> Iterator[bytes]:
    place = len(PNG_START)
    while place < len(content):
        kind = content[place + 4 : place + 8]
        end = place + 12 + int.from_bytes(content[place : place + 4], "big")
        if kind not in _PNG_NOTES:
            yield content[place:end]
        if kind == _PNG_END:
            return
        place = end
