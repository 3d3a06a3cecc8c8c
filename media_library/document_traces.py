"""Documents without what programs and cameras write beside what one reads in them.

The title stays: browsers and screen readers say it. Names of authors, moments, XMP, notes of
programs, attached files, and what cameras wrote into pictures go.
"""

from collections.abc import Callable
from pathlib import PurePath

from media_library import office_traces, pdf_traces, text_tables

_CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    ".pdf": pdf_traces.without_traces,
    ".csv": text_tables.checked,
    **dict.fromkeys(office_traces.SUFFIXES, office_traces.without_traces),
}


def without_traces(name: str, content: bytes) -> bytes:
    """Return a document with nothing but what one reads in it.

    What it takes depends on the file: use `document_process` for what somebody uploads.

    Raises:
        RefusedDocumentError: nobody can open it, or it cannot be cleaned.
    """
    clean = _CLEANERS.get(PurePath(name).suffix.lower())
    return clean(content) if clean else content
