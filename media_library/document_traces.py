"""Documents without what programs and cameras write beside what one reads in them.

The title stays: browsers and screen readers say it. Names of authors, moments, XMP, notes of
programs, attached files, and what cameras wrote into pictures go.
"""

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import Element, tostring
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from media_library.document_files import UnreadablePdfError
from media_library.embedded_pictures import without_notes

#: Bytes of all that is packed in an office document, and how many files that are.
MAXIMUM_UNPACKED = 200 * 1024 * 1024
MAXIMUM_FILES = 5_000

#: Of a PDF (ISO 32000-1 §14.3, §14.5, §7.11.4, §14.8): notes wherever they are.
_PDF_NOTES = ("/Metadata", "/PieceInfo", "/LastModified", "/AF")
_PDF_PICTURE = "/DCTDecode"
_PDF_PACKED = "/FlateDecode"

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_KEPT_WORDS = {f"{_DUBLIN_CORE}{name}" for name in ("title", "language")}


class UnreadableDocumentError(Exception):
    """It is not what its name says, or more than we unpack."""


def without_traces(name: str, content: bytes) -> bytes:
    """Return a document with nothing but what one reads in it.

    Raises:
        UnreadablePdfError: nobody can open it.
        UnreadableDocumentError: see there.
    """
    clean = _CLEANERS.get(PurePath(name).suffix.lower())
    return clean(content) if clean else content


def _pdf(content: bytes) -> bytes:
    try:
        cleaned = _rewritten_pdf(content, _clean_pdf)
        # What nothing points to any more goes when it is written again.
        return _rewritten_pdf(cleaned, lambda writer: None)
    # What a broken file makes the reader stumble over is anybody's guess.
    except (
        *(PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError),
        *(IndexError, zlib.error),
    ) as error:
        raise UnreadablePdfError from error


def _rewritten_pdf(content: bytes, change: Callable[[PdfWriter], None]) -> bytes:
    """Write what can be reached from the root, in which `change` changed something."""
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadablePdfError
    title = reader.metadata.title if reader.metadata else None
    writer = PdfWriter()
    writer.pdf_header = reader.pdf_header
    writer.clone_reader_document_root(reader)
    change(writer)
    writer.metadata = {"/Title": title} if title else None
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _clean_pdf(writer: PdfWriter) -> None:
    names = writer.root_object.get("/Names")
    if names is not None:
        names.get_object().pop("/EmbeddedFiles", None)
    for stored in writer._objects:
        _clean_pdf_object(stored)
    for page in writer.pages:
        for remark in page.get("/Annots") or []:
            _forget_who_remarked(remark.get_object())


def _forget_who_remarked(remark: Any) -> None:
    """Of a field in a form /T is its name; of a remark it is who made it (§12.5.6.2)."""
    if isinstance(remark, DictionaryObject) and remark.get("/Subtype") != "/Widget":
        for name in ("/T", "/M", "/CreationDate"):
            remark.pop(name, None)


def _clean_pdf_object(stored: Any) -> None:
    if not isinstance(stored, DictionaryObject):
        return
    for name in _PDF_NOTES:
        stored.pop(name, None)
    if stored.get("/Type") == "/Filespec":
        stored.pop("/EF", None)  # a file that is attached to a remark
    if isinstance(stored, StreamObject):
        filters = stored.get("/Filter")
        if filters == _PDF_PICTURE or filters == [_PDF_PICTURE]:
            stored._data = without_notes(stored._data)
        elif filters == [_PDF_PACKED, _PDF_PICTURE]:
            stored._data = without_notes(_unpacked(stored._data))
            stored[NameObject("/Filter")] = NameObject(_PDF_PICTURE)
            stored.pop("/DecodeParms", None)


def _unpacked(packed: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(packed, MAXIMUM_UNPACKED)
    if unpacking.unconsumed_tail:
        raise UnreadablePdfError
    return content


def _office(content: bytes) -> bytes:
    """An office document (ECMA-376, ODF): a ZIP file whose order and names stay."""
    written = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as source, ZipFile(written, "w") as target:
            entries = source.infolist()
            if (
                len(entries) > MAXIMUM_FILES
                or sum(entry.file_size for entry in entries) > MAXIMUM_UNPACKED
            ):
                raise UnreadableDocumentError
            for entry in entries:
                part = _clean_part(entry.filename, source.read(entry))
                entry.date_time = (1980, 1, 1, 0, 0, 0)  # as early as a ZIP file goes
                entry.extra = entry.comment = b""
                target.writestr(entry, part, compress_type=entry.compress_type)
    except (
        *(BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError),
        *(ElementTree.ParseError, ExpatError, DefusedXmlException),
    ) as error:
        raise UnreadableDocumentError from error
    return written.getvalue()


def _clean_part(name: str, part: bytes) -> bytes:
    if name == "docProps/core.xml":
        root = ElementTree.fromstring(part)
        _keep_words(root)
    elif name == "meta.xml":
        root = ElementTree.fromstring(part)
        for inner in root:
            _keep_words(inner)
    elif name in ("docProps/app.xml", "docProps/custom.xml"):
        root = ElementTree.fromstring(part)
        for child in list(root):
            root.remove(child)
    else:
        return without_notes(part)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _keep_words(parent: Element) -> None:
    for child in list(parent):
        if child.tag not in _KEPT_WORDS:
            parent.remove(child)


_CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    ".pdf": _pdf,
    **dict.fromkeys((".docx", ".xlsx", ".odt", ".ods"), _office),
}
