"""Reads all files of the demo, and tells all of their faults at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from wagtail.hooks import search_for_hooks

from home.demo_content.coverage import DemoItem
from home.demo_content.documents import DemoDocument
from home.demo_content.figures import DemoFigures
from home.demo_content.reading.figures import read_figures
from home.demo_content.reading.lists import read_coverage, read_documents
from home.demo_content.reading.marked import Faults, FaultyWordsError, Marked, read_marked
from home.demo_content.reading.pages import read_menus, read_page, read_tree
from home.demo_content.reading.words import Mentions
from home.demo_content.texts import DemoFields, DemoPage
from home.demo_content.videos.script import DemoVideo

FOLDER = Path(__file__).resolve().parent.parent / "words"
TREE, MENUS, FIGURES = "site_tree", "menus", "figures"
DOCUMENTS, COVERAGE = "documents", "coverage"
#: The files that are no page.
LISTS = (TREE, MENUS, FIGURES, DOCUMENTS, COVERAGE)

T = TypeVar("T")


@dataclass(frozen=True)
class Demo:
    """The whole demo: its pages in the order in which they are made, and what belongs to them."""

    pages: list[DemoPage]
    menus: DemoFields
    figures: DemoFigures
    documents: list[DemoDocument]
    coverage: list[DemoItem]

    def videos(self) -> list[DemoVideo]:
        """All videos: those with a page of their own, and those within another page."""
        return list(_videos_in([[page.video, page.streams] for page in self.pages]))


@cache
def the_demo() -> Demo:
    """Return the demo as its files are now."""
    return read_demo(FOLDER)


def read_demo(folder: Path) -> Demo:
    """Return the demo that is written down in a folder.

    Raises:
        FaultyWordsError: some file needs work; its message has a line for every fault.
    """
    search_for_hooks()  # blocks can only be asked about snippets that are registered
    faults = Faults(folder)
    mentions = Mentions()
    files = _files(folder, faults)

    def read(name: str, make: Callable[[Marked, Mentions], T]) -> T | None:
        node = read_marked(files[name], faults) if name in files else None
        return make(node, mentions) if node else None

    names = files.keys() - set(LISTS)
    parents = read(TREE, lambda node, _mentions: read_tree(node, names)) or {}
    for key in names - parents.keys():
        faults.add(files[key], 1, f"The page ‘{key}’ does not stand in {TREE}.yaml.")
    pages = [
        page
        for key, parent in parents.items()
        if (page := read(key, partial(read_page, key=key, parent=parent)))
    ]
    figures = read(FIGURES, read_figures)
    documents = read(DOCUMENTS, read_documents)
    menus = read(MENUS, read_menus)
    coverage = read(COVERAGE, read_coverage)
    mentions.check(
        {
            "page": set(parents),
            "page with a video": {page.key for page in pages if page.video},
            "figure": set(figures.names() if figures else ()),
            "set of figures": {each.code for each in (figures.sets if figures else ())},
            "document": {each.key for each in documents or ()},
        }
    )
    faults.refuse()
    if menus is None or figures is None or documents is None or coverage is None:
        raise FaultyWordsError("A file with words is missing.")  # which `faults` told already
    return Demo(pages, menus, figures, documents, coverage)


def _videos_in(value: Any) -> Iterator[DemoVideo]:
    if isinstance(value, DemoVideo):
        yield value
    elif isinstance(value, dict):
        yield from _videos_in(list(value.values()))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _videos_in(inner)


def _files(folder: Path, faults: Faults) -> dict[str, Path]:
    """Every file by its name, in whatever folder it is."""
    found: dict[str, Path] = {}
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        if file.suffix != ".yaml":
            faults.add(file, 1, "This is no file with words: its name does not end in .yaml.")
        elif file.stem in found:
            other = found[file.stem].relative_to(folder.parent).as_posix()
            faults.add(file, 1, f"{other} has the same name.")
        else:
            found[file.stem] = file
    for name in LISTS:
        if name not in found:
            faults.add(folder / f"{name}.yaml", 1, "The file is missing.")
    return found
