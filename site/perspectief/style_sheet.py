"""The style sheets of every page as one file, so that a browser waits for one and not for ten.

Each sheet stays a file of its own to work on. Put together they compress better, too.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

FOLDER = Path(__file__).parent / "static" / "perspectief" / "css"
#: In the order of their layers, which the first one fixes.
SHEETS = (
    "reset",
    "tokens",
    "base",
    "layout",
    "components",
    "forms",
    "pages",
    "blocks",
    "media",
    "utilities",
)
#: Beside the sheets, so that the addresses in them are right.
NAME = "perspectief/css/site.css"


def style_sheet() -> str:
    """Return all sheets, one after the other."""
    return "\n".join((FOLDER / f"{sheet}.css").read_text(encoding="utf-8") for sheet in SHEETS)


class StyleSheetFinder(BaseFinder):
    """Finds that file, for collecting and for a server that does without."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "style-sheet")
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: Any) -> list[Any]:
        """Return that nothing about its settings can be wrong: it has none."""
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Return where the file is, if it is the one that is looked for."""
        if path != NAME:
            return []
        found = self._write()
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:
        """Give its name, and the folder that it stands in."""
        self._write()
        yield NAME, self.storage

    def _write(self) -> str:
        path, text = Path(self.storage.path(NAME)), style_sheet()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f"{path.name}.new")
            unfinished.write_text(text, encoding="utf-8")
            unfinished.replace(path)
        return str(path)
