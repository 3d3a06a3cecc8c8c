"""What a PDF tells about itself."""

from typing import IO, Any

from pypdf import PdfReader

from media_library.document_refusals import UnreadablePdfError


def is_tagged_pdf(file: IO[bytes]) -> bool:
    """Whether a screen reader finds headings and lists in it (ISO 32000-1 §14.7 and §14.8).

    Raises:
        UnreadablePdfError: see there.
    """
    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadablePdfError
        root: Any = reader.trailer["/Root"].get_object()
        marks = root.get("/MarkInfo")
        is_marked = marks is not None and marks.get_object().get("/Marked", False)
        return bool(is_marked) and "/StructTreeRoot" in root
    except Exception as error:  # what a broken file makes a reader stumble over is anybody's guess
        raise UnreadablePdfError from error
