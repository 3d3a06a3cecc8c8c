"""Pictures inside documents, without what cameras write beside them.

A document says itself how a picture in it is turned and shown, so here no pixel changes: only the
parts of a file go that say something about it. A picture that ends too early is left as it ends;
the document shows what it can.
"""

import re
from collections.abc import Callable, Iterator

Cleaner = Callable[[bytes], bytes]

JPEG_START = b"\xff\xd8"
PNG_START = b"\x89PNG\r\n\x1a\n"
GIF_STARTS = (b"GIF87a", b"GIF89a")
#: Kinds of parts of a JPEG (ITU-T T.81 B.1.1.3).
_APPLICATION_DATA = range(0xE0, 0xF0)
_COMMENT, _SCAN, _END = 0xFE, 0xDA, 0xD9
#: Application data that a picture is shown with: its density, its colours, how Adobe wrote those.
_SHOWN_WITH = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
#: Where the pixels of a scan end: at a marker that is no restart and no 0xFF among them.
_NEXT_PART = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
#: Parts with which a PNG is shown (https://www.w3.org/TR/png-3/#11Chunks).
_PNG_SHOWN = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB"),
    *(b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT"),
}
_PNG_END = b"IEND"
#: Parts with which a WebP is shown (RFC 9649 §2.7), and the bits that announce EXIF and XMP.
_WEBP_SHOWN = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_WEBP_ANNOUNCES = 0x0C
#: Blocks of a GIF (GIF89a §15–26), and those extensions that show something: how, and how often.
_GIF_EXTENSION, _GIF_PICTURE, _GIF_END = 0x21, 0x2C, 0x3B
_GIF_CONTROL, _GIF_APPLICATION = 0xF9, 0xFF
_GIF_LOOP = b"\x0bNETSCAPE2.0"
_BITMAP_START = b"BM"
#: Parts with which a JPEG 2000 is shown (ISO/IEC 15444-1 annex I), and where its pixels begin.
_JPEG_2000_SHOWN = {b"jP  ", b"ftyp", b"jp2h", b"jp2c"}
_JPEG_2000_START = b"\0\0\0\x0cjP  \r\n\x87\n"
_CODES_START = b"\xff\x4f\xff\x51"
_CODES_COMMENT, _CODES_TILE, _CODES_PIXELS, _CODES_END = 0x64, 0x90, 0x93, 0xD9


class OtherPictureError(Exception):
    """It is of a kind of which we do not know what else is in it."""


def without_notes(content: bytes) -> bytes:
    """Return a picture without notes, and of a kind that no browser shows as it is."""
    try:
        return cleaned(content)
    except OtherPictureError:
        return content


def cleaned(content: bytes) -> bytes:
    """Return a picture of a known kind without notes.

    Raises:
        OtherPictureError: see there.
    """
    if content.startswith(JPEG_START):
        return JPEG_START + b"".join(_kept_of_jpeg(content))
    if content.startswith(PNG_START):
        return PNG_START + b"".join(_kept_of_png(content))
    if content.startswith(GIF_STARTS):
        return b"".join(_kept_of_gif(content))
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        kept = b"WEBP" + b"".join(_kept_of_webp(content))
        return b"RIFF" + len(kept).to_bytes(4, "little") + kept
    if content.startswith(_BITMAP_START):
        return content[: int.from_bytes(content[2:6], "little")]  # what lies behind is no pixel
    if content.startswith(_JPEG_2000_START):
        return b"".join(_kept_of_jpeg_2000(content))
    if content.startswith(_CODES_START):
        return _without_comments(content)
    raise OtherPictureError


def is_picture(content: bytes) -> bool:
    """Whether it begins as a JPEG or PNG, which nothing else does."""
    return content.startswith((JPEG_START + b"\xff", PNG_START))


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
        if kind in _PNG_SHOWN:
            yield content[place:end]
        if kind == _PNG_END:
            return
        place = end


def _kept_of_webp(content: bytes) -> Iterator[bytes]:
    place = 12
    end_of_all = 8 + int.from_bytes(content[4:8], "little")
    while place < min(end_of_all, len(content)):
        kind = content[place : place + 4]
        size = int.from_bytes(content[place + 4 : place + 8], "little")
        end = place + 8 + size + size % 2
        if kind == b"VP8X":
            announced = content[place + 8 : place + 9]
            flags = bytes(flag & ~_WEBP_ANNOUNCES for flag in announced)
            yield content[place : place + 8] + flags + content[place + 9 : end]
        elif kind in _WEBP_SHOWN:
            yield content[place:end]
        place = end


def _kept_of_gif(content: bytes) -> Iterator[bytes]:
    place = 13 + _colours_of_gif(content[10:11])
    yield content[:place]
    while place < len(content):
        kind = content[place]
        if kind == _GIF_EXTENSION:
            end = _end_of_gif_blocks(content, place + 2)
            label = content[place + 1 : place + 2]
            if label == bytes([_GIF_CONTROL]) or (
                label == bytes([_GIF_APPLICATION]) and content.startswith(_GIF_LOOP, place + 2)
            ):
                yield content[place:end]
        elif kind == _GIF_PICTURE:
            pixels = place + 10 + _colours_of_gif(content[place + 9 : place + 10])
            end = _end_of_gif_blocks(content, pixels + 1)
            yield content[place:end]
        else:
            if kind == _GIF_END:
                yield content[place : place + 1]
            return
        place = end


def _colours_of_gif(flags: bytes) -> int:
    """How many bytes of colours follow after these flags."""
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _end_of_gif_blocks(content: bytes, place: int) -> int:
    while place < len(content) and content[place]:
        place += 1 + content[place]
    return place + 1


def _kept_of_jpeg_2000(content: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(content):
        start, size = place, int.from_bytes(content[place : place + 4], "big")
        kind, inside = content[place + 4 : place + 8], place + 8
        if size == 1:  # the real size follows in 64 bits
            size, inside = int.from_bytes(content[inside : inside + 8], "big"), inside + 8
        place = start + size if size else len(content)
        if place < inside:
            return
        if kind == b"jp2c":
            yield content[start:inside] + _without_comments(content[inside:place])
        elif kind in _JPEG_2000_SHOWN:
            yield content[start:place]


def _without_comments(codes: bytes) -> bytes:
    """Return the codes of a JPEG 2000 with zeros for comments: all the rest stays in its place."""
    cleaned_codes = bytearray(codes)
    place, tile, tile_size = 2, 0, 0
    while place + 4 <= len(codes):
        kind = codes[place + 1]
        if codes[place] != 0xFF or kind == _CODES_END:
            break
        if kind == _CODES_PIXELS:
            if not tile_size:  # this tile goes on to the end
                return bytes(cleaned_codes)
            place = max(tile + tile_size, place + 2)
            continue
        end = place + 2 + int.from_bytes(codes[place + 2 : place + 4], "big")
        if kind == _CODES_TILE:
            tile, tile_size = place, int.from_bytes(codes[place + 6 : place + 10], "big")
        elif kind == _CODES_COMMENT:
            cleaned_codes[place + 6 : end] = bytes(max(0, min(end, len(codes)) - place - 6))
        place = end
    return bytes(cleaned_codes[: place + 2])  # what lies behind it is another file


#: Kinds of parts of JBIG2 (ITU-T T.88 §7.3): one that explains, and one whose end is not said.
_BLACK_WHITE_NOTE, _BLACK_WHITE_REGION = 62, 38


def without_notes_in_black_and_white(content: bytes) -> bytes:
    """Return the parts of a JBIG2 that are in a PDF, with zeros for what they explain.

    Raises:
        OtherPictureError: the parts do not fit into each other.
    """
    cleaned_parts = bytearray(content)
    place = 0
    while place < len(content):
        number, flags = int.from_bytes(content[place : place + 4], "big"), content[place + 4]
        place += 5
        references = content[place] >> 5
        place += 1
        if references == 7:
            references = int.from_bytes(content[place - 1 : place + 3], "big") & 0x1FFFFFFF
            place += 3 + (references + 8) // 8
        place += references * (1 if number <= 256 else 2 if number <= 65_536 else 4)
        place += 4 if flags & 0x40 else 1
        size = int.from_bytes(content[place : place + 4], "big")
        place += 4
        if place + size > len(content):
            if flags & 0x3F == _BLACK_WHITE_REGION and size == 0xFFFFFFFF:
                break
            raise OtherPictureError
        if flags & 0x3F == _BLACK_WHITE_NOTE:
            cleaned_parts[place + 4 : place + size] = bytes(max(0, size - 4))
        place += size
    return bytes(cleaned_parts)
