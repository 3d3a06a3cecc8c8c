"""CSV files: text, and nothing else that was given such a name."""

from media_library.document_refusals import NoTableError

#: What a spreadsheet program writes; Excel writes the second where nobody chose UTF-8.
ENCODINGS = ("utf-8-sig", "cp1252")
_LAYOUT = frozenset("\t\r\n")
#: How pages and other files begin that are text too.
_OTHERS = ("<", "%pdf", "#!", "{\\rtf")


def checked(content: bytes) -> bytes:
    """Return a table as it is.

    Raises:
        NoTableError: it is a program, a page or another file.
    """
    text = _text_of(content)
    is_other = text.lstrip().lower().startswith(_OTHERS)
    if is_other or any(sign < " " and sign not in _LAYOUT for sign in text):
        raise NoTableError
    return content


def _text_of(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NoTableError
