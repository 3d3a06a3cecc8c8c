"""Finds the messages that are marked for translation, without the gettext tools.

Django itself turns templates into something that Babel can read.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

TEMPLATE_SUFFIXES = (".html", ".txt")
FOLDERS_WITHOUT_MESSAGES = {"migrations", "static", "__pycache__"}

_CONTEXT_FIRST = ((1, "c"), 2)
_CONTEXT_AND_PLURAL = ((1, "c"), 2, 3)
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": _CONTEXT_FIRST,
    "pgettext_lazy": _CONTEXT_FIRST,
    "npgettext": _CONTEXT_AND_PLURAL,
    "npgettext_lazy": _CONTEXT_AND_PLURAL,
}


def extract_messages(packages: Iterable[Path]) -> Catalog:
    """Return every message marked in the Python files and templates of `packages`.

    Raises SyntaxError, naming the file, for a translation block that Django cannot read.
    """
    found = Catalog()
    for package in packages:
        for path in sorted(package.rglob("*")):
            if FOLDERS_WITHOUT_MESSAGES.intersection(path.relative_to(package).parts):
                continue
            if path.suffix == ".py":
                source = path.read_text(encoding="utf-8")
            elif path.suffix in TEMPLATE_SUFFIXES:
                source = _template_as_python(path)
            else:
                continue
            _add_messages(found, source)
    return found


def _template_as_python(path: Path) -> str:
    python = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    # The layout of a template would be wrong indentation in Python.
    return "\n".join(line.strip() for line in python.splitlines())


def _add_messages(found: Catalog, source: str) -> None:
    extracted = extract(
        "python", BytesIO(source.encode()), KEYWORDS, ["Translators:"], {"encoding": "utf-8"}
    )
    for _line, message_id, comments, context in extracted:
        found.add(message_id, context=context, auto_comments=comments)
