"""Office documents (ECMA-376, ODF) without what programs and cameras write beside their words.

They are ZIP files whose order and names stay. Of each part we know what may be in it: words about
the document, XML, a picture of a kind that can be cleaned, a font, or another such document. What
is anything else is refused.
"""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePath
from xml.etree.ElementTree import Element, tostring
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from defusedxml.ElementTree import fromstring
from django.core.exceptions import ValidationError

from media_library.document_refusals import (
    RefusedDocumentError,
    TooMuchInDocumentError,
    UncleanablePartError,
    UnreadableDocumentError,
)
from media_library.embedded_pictures import OtherPictureError, cleaned
from media_library.xml_amount import (
    TooMuchXmlError,
    UnreadableXmlError,
    check_amount,
    root_of,
)

#: Bytes of all that is packed, of one part, and how many parts that are.
MAXIMUM_UNPACKED = 200 * 1024 * 1024
MAXIMUM_PART = 100 * 1024 * 1024
MAXIMUM_FILES = 5_000
#: A document in a document may hold no third.
MAXIMUM_DEPTH = 2
#: Of the words about a document, of which real ones have some dozens.
MAXIMUM_BYTES_ABOUT = 256 * 1024
MAXIMUM_ELEMENTS_ABOUT = 5_000
MAXIMUM_DEPTH_ABOUT = 10
#: How the parts of such documents are packed, in both standards.
_PACKINGS = (ZIP_STORED, ZIP_DEFLATED)

SUFFIXES = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")
#: Pictures of what is drawn in another part, which programs make again.
_MADE_AGAIN = ("objectreplacements/", "docprops/thumbnail.", "thumbnails/")
_PRINTERS = "printersettings"  # with the names of printers, and of those who own them
_FONTS = (".odttf", ".ttf", ".otf", ".fntdata")
_BARE = ("mimetype", "layout-cache")
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_KEPT_WORDS = {f"{_DUBLIN_CORE}{name}" for name in ("title", "language")}
#: Words about a document, by their place and by what they are: in other places they count too.
_ABOUT = {
    "docprops/core.xml": "core",
    "docprops/app.xml": "nothing",
    "docprops/custom.xml": "nothing",
    "meta.xml": "meta",
    "coreProperties": "core",
    "Properties": "nothing",
    "document-meta": "meta",
    "document-settings": "settings",
}
_CONFIGURED_NAME = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}name"
_CONFIGURED_PRINTERS = ("PrinterName", "PrinterSetup")


def _emptied(*attributes: str) -> list[tuple[re.Pattern[bytes], bytes]]:
    return [(re.compile(rf'(<[^<>]*?\s{each}=)"[^"]*"'.encode()), rb'\1""') for each in attributes]


_DATED = (re.compile(rb'(<[^<>]*?)\s\w+:date(?:Utc)?="[^"]*"'), rb"\1")
_REMARKED = [*_emptied(r"\w+:author", r"\w+:initials", r"\w+:userId"), _DATED]
_REMARKED_IN_ODF = [(re.compile(rb"(<(?:dc:creator|dc:date|meta:creator-initials)>)[^<]+"), rb"\1")]
#: Who made a remark or a change, and when, by the root of a part; and where a file was kept.
_WHO = {
    **dict.fromkeys(("document", "footnotes", "endnotes", "hdr", "ftr"), _REMARKED),
    **dict.fromkeys(("people", "commentsExtensible", "glossaryDocument"), _REMARKED),
    "comments": [*_REMARKED, (re.compile(rb"(<(?:\w+:)?author>)[^<]+"), rb"\1")],
    "personList": _emptied("displayName", "userId"),
    "ThreadedComments": [(re.compile(rb'(<[^<>]*?)\sdT="[^"]*"'), rb"\1")],
    "workbook": [
        *_emptied("userName"),
        (re.compile(rb'(<\w+:absPath[^<>]*?\surl=)"[^"]*"'), rb'\1""'),
    ],
    **dict.fromkeys(("document-content", "document-styles"), _REMARKED_IN_ODF),
}
#: A picture or file that is written into XML as letters.
_FILE_IN_XML = re.compile(rb"[<:](?:binary-data|binData|binaryData)[\s>]")


def without_traces(content: bytes) -> bytes:
    """Return an office document with nothing but what one reads in it, and its title.

    Raises:
        RefusedDocumentError: it cannot be read or cleaned.
    """
    try:
        return _Cleaning().package(content)
    except RefusedDocumentError:
        raise
    except (TooMuchXmlError, MemoryError) as error:
        raise TooMuchInDocumentError from error
    except Exception as error:  # what a broken file makes a reader stumble over is anybody's guess
        raise UnreadableDocumentError from error


class _Cleaning:
    """One document with those in it, which share what may be unpacked."""

    def __init__(self) -> None:
        self.files_left = MAXIMUM_FILES
        self.bytes_left = MAXIMUM_UNPACKED
        self.depth = 0

    def package(self, content: bytes) -> bytes:
        written = BytesIO()
        self.depth += 1
        with ZipFile(BytesIO(content)) as source, ZipFile(written, "w") as target:
            entries = source.infolist()
            self.files_left -= len(entries)
            self.bytes_left -= sum(entry.file_size for entry in entries)
            if min(self.files_left, self.bytes_left) < 0 or any(
                entry.file_size > MAXIMUM_PART for entry in entries
            ):
                raise TooMuchInDocumentError
            if any(entry.compress_type not in _PACKINGS for entry in entries):
                raise UnreadableDocumentError
            for entry in entries:
                part = self._part(entry.filename, source.read(entry))
                entry.date_time = (1980, 1, 1, 0, 0, 0)  # as early as a ZIP file goes
                entry.extra = entry.comment = b""
                target.writestr(entry, part, compress_type=entry.compress_type)
        self.depth -= 1
        return written.getvalue()

    def _part(self, name: str, part: bytes) -> bytes:
        suffix = PurePath(name).suffix.lower()
        if not part or name in _BARE or suffix in _FONTS:
            return part
        if name.lower().startswith(_MADE_AGAIN):
            return b""
        if _PRINTERS in name.lower():
            return bytes(len(part))
        if suffix in SUFFIXES and self.depth < MAXIMUM_DEPTH:
            return self.package(part)
        try:
            return _xml(name, part) if _is_xml(part) else cleaned(part)
        except OtherPictureError as error:
            raise UncleanablePartError(name) from error


def _is_xml(part: bytes) -> bool:
    return part.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def _xml(name: str, part: bytes) -> bytes:
    try:
        local = root_of(part).rpartition("}")[2]
    except UnreadableXmlError as error:
        raise UncleanablePartError(name) from error
    if local == "svg":
        return _drawing(name, part)
    if kind := _ABOUT.get(name.lower()) or _ABOUT.get(local):
        return _about(part, kind)
    if b"\0" in part or _FILE_IN_XML.search(part):  # of two bytes a letter, as no program writes it
        raise UncleanablePartError(name)
    for who, nobody in _WHO.get(local, ()):
        part = who.sub(nobody, part)
    return part


def _drawing(name: str, part: bytes) -> bytes:
    from media_library.drawings import cleaned_drawing  # asks for settings when it is imported

    try:
        return cleaned_drawing(part)
    except ValidationError as error:
        raise UncleanablePartError(name) from error


def _about(part: bytes, kind: str) -> bytes:
    if len(part) > MAXIMUM_BYTES_ABOUT:
        raise TooMuchInDocumentError
    check_amount(part, MAXIMUM_ELEMENTS_ABOUT, MAXIMUM_DEPTH_ABOUT)
    root = fromstring(part)
    _KEEP[kind](root)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _keep_words(parent: Element) -> None:
    parent[:] = [child for child in parent if child.tag in _KEPT_WORDS]
    for child in parent:
        child.attrib.clear()
        child[:] = []


def _keep_words_inside(root: Element) -> None:
    for inner in root:
        _keep_words(inner)


def _keep_nothing(root: Element) -> None:
    root[:] = []
    root.text = None


def _forget_printers(root: Element) -> None:
    for parent in root.iter():
        parent[:] = [
            child for child in parent if child.get(_CONFIGURED_NAME) not in _CONFIGURED_PRINTERS
        ]


_KEEP: dict[str, Callable[[Element], None]] = {
    "core": _keep_words,
    "meta": _keep_words_inside,
    "nothing": _keep_nothing,
    "settings": _forget_printers,
}
