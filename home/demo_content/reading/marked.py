"""A YAML file whose every value knows its file and line, so that a fault can be found."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import yaml

# Every scalar is a string (a Dutch “no” is a word), whatever else YAML would make of it.
# The C library is ten times faster; a platform may lack it.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


#: What most often goes wrong in a text.
HINT = "A text with a colon goes on the lines below, after >-."

T = TypeVar("T")


class FaultyWordsError(Exception):
    """Files of the demo need work; the message has a line for every fault."""


@dataclass
class Faults:
    """What was found wrong so far, in all files."""

    folder: Path
    _found: set[tuple[str, int, str]] = field(default_factory=set)

    def add(self, file: Path, line: int, sentence: str) -> None:
        """Remember a fault; the same one at the same place counts once."""
        name = file.relative_to(self.folder.parent).as_posix()
        self._found.add((name, line, sentence))

    def refuse(self) -> None:
        """Tell all that was found.

        Raises:
            FaultyWordsError: anything was.
        """
        if self._found:
            lines = [f"{name}, line {line}: {text}" for name, line, text in sorted(self._found)]
            raise FaultyWordsError("\n".join(lines))


@dataclass(frozen=True)
class Marked:
    """A value with its place: a mapping, a list or a word."""

    raw: yaml.Node
    file: Path
    faults: Faults

    def fault(self, sentence: str) -> None:
        """Say what is wrong here."""
        self.faults.add(self.file, self.raw.start_mark.line + 1, sentence)

    def mapping(self) -> dict[str, "Marked"]:
        """Return the values by key; empty, with a fault, where there are no keys."""
        if not isinstance(self.raw, yaml.MappingNode):
            self.fault("Names with values belong here.")
            return {}
        found: dict[str, Marked] = {}
        for key, value in self.raw.value:
            if key.value in found:
                self._at(key).fault(f"‘{key.value}’ stands here twice.")
            found[key.value] = self._at(value)
        return found

    def record(self, needed: Collection[str], optional: Collection[str] = ()) -> "Record":
        """Return the values by key; a key that is missing, or is none of these, is a fault."""
        known = [*needed, *optional]
        found = self.mapping()
        if isinstance(self.raw, yaml.MappingNode):
            for key, _value in self.raw.value:
                if key.value not in known:
                    self._at(key).fault(
                        f"‘{key.value}’ is not known here; known are {', '.join(known)}."
                    )
            for name in needed:
                if name not in found:
                    self.fault(f"‘{name}’ is missing.")
        return Record({name: value for name, value in found.items() if name in known})

    def items(self) -> list["Marked"]:
        """Return the values of a list; empty, with a fault, where there is none."""
        if not isinstance(self.raw, yaml.SequenceNode):
            self.fault("A list belongs here: lines that begin with a dash.")
            return []
        return [self._at(item) for item in self.raw.value]

    def word(self) -> str:
        """Return what is written here; "", with a fault, where there is no word."""
        if not self.is_word() or self.is_empty():
            self.fault("A word or a text belongs here.")
            return ""
        return str(self.raw.value)

    def is_word(self) -> bool:
        """Return whether this is neither a mapping nor a list."""
        return isinstance(self.raw, yaml.ScalarNode)

    def is_empty(self) -> bool:
        """Return whether nothing is written here."""
        return self.is_word() and not self.raw.value.strip()

    def _at(self, node: yaml.Node) -> "Marked":
        return Marked(node, self.file, self.faults)


@dataclass(frozen=True)
class Record:
    """The values of a mapping whose keys are known."""

    found: dict[str, Marked]

    def read(self, name: str, read: Callable[[Marked], T], otherwise: T) -> T:
        """Return what `read` makes of a value; `otherwise` where there is none."""
        return read(self.found[name]) if name in self.found else otherwise

    def items(self, name: str) -> list[Marked]:
        """Return the values of a list; none where there is no list."""
        return self.found[name].items() if name in self.found else []


def read_marked(file: Path, faults: Faults) -> Marked | None:
    """Return what a file holds, None with a fault when it is no YAML."""
    try:
        with file.open(encoding="utf-8") as stream:
            node = yaml.compose(stream, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.add(
            file, mark.line + 1 if mark else 1, f"This cannot be read: {error.problem}. {HINT}"
        )
        return None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        faults.add(file, 1, f"This cannot be read: {error}.")
        return None
    if node is None:
        faults.add(file, 1, "The file is empty.")
        return None
    return Marked(node, file, faults)
