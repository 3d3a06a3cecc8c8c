"""PDF files without what programs and cameras write beside what one reads in them.

Not only whole objects are looked at, but whatever is nested in them, and each packing around a
picture is taken off. A picture that is packed in a way that we do not know is refused.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import LimitReachedError
from pypdf.filters import decode_stream_data
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    EncodedStreamObject,
    NameObject,
    NullObject,
    StreamObject,
)

from media_library.document_refusals import (
    RefusedDocumentError,
    TooMuchInDocumentError,
    UncleanablePdfError,
    UnreadablePdfError,
)
from media_library.embedded_pictures import (
    Cleaner,
    OtherPictureError,
    cleaned,
    is_picture,
    without_notes_in_black_and_white,
)

#: How much of a PDF is read: objects, dictionaries and lists in them, and unpacked bytes.
MAXIMUM_OBJECTS = 100_000
MAXIMUM_NESTED = 1_000_000
MAXIMUM_UNPACKED = 200 * 1024 * 1024

#: What nobody reads, wherever it is (ISO 32000-2): notes, files, programs, signatures, thumbnails.
_NOTES = {
    *("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/Thumb", "/SpiderInfo", "/Author"),
    *("/CreatorInfo", "/EF", "/RF", "/EmbeddedFiles", "/Collection", "/RichMediaContent"),
    *("/RichMediaSettings", "/JavaScript", "/JS", "/AA", "/Renditions", "/AlternatePresentations"),
    *("/XFA", "/DSS", "/Perms", "/URLS", "/IDS", "/OPI"),
}
#: Dictionaries whose keys somebody chose, such as the names of fonts.
_NAMED_FREELY = (
    *("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties"),
    *("/CharProcs", "/RoleMap", "/ClassMap", "/Colorants", "/Dests", "/N"),
)
#: Where something is done when somebody presses or opens, and what may be done.
_ACTIONS = ("/A", "/PA", "/OpenAction", "/Next")
_HARMLESS_ACTIONS = {
    *("/GoTo", "/URI", "/Named", "/Thread", "/SetOCGState", "/Hide", "/ResetForm"),
}
#: Remarks that are nothing but a file.
_FILE_REMARKS = {"/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"}
#: Of a field in a form /T is its name; of a remark it is who made it (§12.5.6.2).
_WHO_REMARKED = ("/T", "/M", "/CreationDate")

#: How streams are packed, and as what pictures are kept.
_PACKINGS = {
    *("/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"),
}
_PICTURES: dict[str, Cleaner] = {
    "/DCTDecode": cleaned,
    "/JPXDecode": cleaned,
    "/JBIG2Decode": without_notes_in_black_and_white,
    "/CCITTFaxDecode": lambda content: content,  # a fax has room for nothing else
}
_NOTES_START = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xpacket|x:xmpmeta)")
#: A picture among what is drawn (§8.9.7) that is kept as a JPEG.
_PICTURE_INSIDE = re.compile(rb"\bBI\b(?:(?!\bID\b)[^\0]){0,500}?/(?:DCT|JPX)")


def without_traces(content: bytes) -> bytes:
    """Return a PDF with nothing but what one reads in it, and its title.

    Raises:
        RefusedDocumentError: it cannot be read or cleaned.
    """
    try:
        changed = _rewritten(content, _clean)
        # What nothing points to any more goes when it is written again.
        return _rewritten(changed, lambda writer: None)
    except RefusedDocumentError:
        raise
    except (LimitReachedError, MemoryError) as error:
        raise TooMuchInDocumentError from error
    except Exception as error:  # what a broken file makes a reader stumble over is anybody's guess
        raise UnreadablePdfError from error


def _rewritten(content: bytes, change: Callable[[PdfWriter], None]) -> bytes:
    """Write what can be reached from the root, in which `change` changed something."""
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadablePdfError
    if sum(map(len, (*reader.xref.values(), reader.xref_objStm))) > MAXIMUM_OBJECTS:
        raise TooMuchInDocumentError
    title = reader.metadata.title if reader.metadata else None
    writer = PdfWriter()
    writer.pdf_header = reader.pdf_header
    writer.clone_reader_document_root(reader)
    change(writer)
    writer.metadata = {"/Title": title} if title else None
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _clean(writer: PdfWriter) -> None:
    stored = list(writer._objects)
    dictionaries = list(_nested_in(stored))
    named_freely = {
        id(names)
        for dictionary in dictionaries
        for key in _NAMED_FREELY
        if isinstance(names := _at(dictionary, key), DictionaryObject)
    }
    for dictionary in dictionaries:
        if id(dictionary) not in named_freely:
            _clean_dictionary(dictionary)
    unpacked = 0
    for each in stored:
        if isinstance(each, StreamObject):
            unpacked += _clean_stream(each, MAXIMUM_UNPACKED - unpacked)


def _nested_in(values: list[Any]) -> Iterator[DictionaryObject]:
    """Yield all dictionaries in `values`, those in others too; references are not followed."""
    waiting, looked_at = [*values], 0
    while waiting:
        value = waiting.pop()
        looked_at += 1
        if looked_at > MAXIMUM_NESTED:
            raise TooMuchInDocumentError
        if isinstance(value, DictionaryObject):
            yield value
            waiting += [each for each in dict.values(value) if isinstance(each, list | dict)]
        elif isinstance(value, ArrayObject):
            waiting += [each for each in list.__iter__(value) if isinstance(each, list | dict)]


def _at(dictionary: DictionaryObject, key: str) -> Any:
    """What stands there, also if that is only referred to."""
    found = dictionary.get(key)
    return None if found is None else found.get_object()


def _clean_dictionary(dictionary: DictionaryObject) -> None:
    for key in _NOTES & dictionary.keys():
        del dictionary[key]
    for key in _ACTIONS:
        action = _at(dictionary, key)
        is_list = key == "/Next" and isinstance(action, ArrayObject)
        if is_list or (
            isinstance(action, DictionaryObject)
            and "/S" in action
            and _at(action, "/S") not in _HARMLESS_ACTIONS
        ):
            del dictionary[key]
    if "/ByteRange" in dictionary:  # a signature, which fits no longer
        dictionary.clear()
    elif _at(dictionary, "/FT") == "/Sig":
        dictionary.pop("/V", None)
    if "/Rect" in dictionary or _at(dictionary, "/Type") == "/Annot":
        _forget_who_remarked(dictionary)
    remarks = _at(dictionary, "/Annots")
    if isinstance(remarks, ArrayObject):
        remarks[:] = [each for each in list.__iter__(remarks) if _is_kept(each.get_object())]


def _is_kept(remark: Any) -> bool:
    """Whether a remark is more than a file; who made it is forgotten."""
    if not isinstance(remark, DictionaryObject):
        return True
    _forget_who_remarked(remark)
    return _at(remark, "/Subtype") not in _FILE_REMARKS


def _forget_who_remarked(remark: DictionaryObject) -> None:
    if _at(remark, "/Subtype") != "/Widget":
        for key in _WHO_REMARKED:
            remark.pop(key, None)


def _clean_stream(stream: StreamObject, most: int) -> int:
    """Clean what a stream holds, and return how many bytes had to be unpacked for that."""
    for key in ("/F", "/FFilter", "/FDecodeParms"):  # a file elsewhere
        stream.pop(key, None)
    kind = _at(stream, "/Type")
    if kind in ("/EmbeddedFile", "/Metadata"):
        _fill(stream, b"", [])
        return 0
    names = _filters_of(stream)
    picture = names.pop() if names and names[-1] in _PICTURES else ""
    if not _PACKINGS.issuperset(names):
        raise UncleanablePdfError
    if not picture and _at(stream, "/Subtype") == "/Image":
        return 0  # nothing but pixels
    content = _unpacked(stream, names)
    if len(content) > most:
        raise TooMuchInDocumentError
    if picture:
        parameters = _parameters_of(stream)[len(names) :]
        try:
            content = _PICTURES[picture](content)
        except (OtherPictureError, IndexError) as error:
            raise UncleanablePdfError from error
        _fill(stream, content, [picture], parameters)
    elif is_picture(content):
        _fill(stream, cleaned(content), [])
    elif _NOTES_START.match(content):
        _fill(stream, b"", [])
    elif b"BI" in content and _PICTURE_INSIDE.search(content):
        raise UncleanablePdfError
    return len(content)


def _filters_of(stream: StreamObject) -> list[str]:
    return [str(name) for name in _as_list(_at(stream, "/Filter"))]


def _parameters_of(stream: StreamObject) -> list[Any]:
    return _as_list(_at(stream, "/DecodeParms"))


def _as_list(value: Any) -> list[Any]:
    if value is None or isinstance(value, NullObject):
        return []
    return [each.get_object() for each in value] if isinstance(value, ArrayObject) else [value]


def _unpacked(stream: StreamObject, names: list[str]) -> bytes:
    packed = EncodedStreamObject()
    packed._data = stream._data
    packed[NameObject("/Filter")] = ArrayObject(map(NameObject, names))
    parameters = _parameters_of(stream)[: len(names)]
    parameters += [DictionaryObject()] * (len(names) - len(parameters))
    packed[NameObject("/DecodeParms")] = ArrayObject(parameters)
    return decode_stream_data(packed)


def _fill(
    stream: StreamObject, content: bytes, filters: list[str], parameters: list[Any] | None = None
) -> None:
    stream._data = content
    for key in ("/Filter", "/DecodeParms", "/DL"):
        stream.pop(key, None)
    if filters:
        stream[NameObject("/Filter")] = ArrayObject(map(NameObject, filters))
    if parameters:
        stream[NameObject("/DecodeParms")] = ArrayObject(parameters)
