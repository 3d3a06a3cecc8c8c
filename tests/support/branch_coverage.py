"""Measure which branches a run takes: a plugin for pytest, asked for by `PYTEST_PLUGINS`.

It is loaded before Django, in each process of a run, and by `measured_process`. A trace function
adds more than half to the work in Python 3.11, and SlipCover a quarter: it rewrites all code in
each process, and calls a function for each line.
"""

import json
import os
import sys
import time
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType

from tests.support.coverage_floor import FOLDER, PACKAGES, ROOT, is_measured
from tests.support.marked_code import SEEN, marked

#: For each file the list in which its code marks what ran.
_seen: dict[Path, list[bool]] = {}


class _MarkedFile(SourceFileLoader):
    """Runs a module of the project as code that marks what it does."""

    def exec_module(self, module: ModuleType) -> None:
        path = Path(self.path)
        places, code = marked(path)
        module.__dict__[SEEN] = _seen.setdefault(path, [False] * len(places))
        exec(code, module.__dict__)  # noqa: S102 - our own module


class _OurImports:
    """Finds the modules of the project, and leaves all others to those who come after it."""

    @staticmethod
    def find_spec(
        fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in PACKAGES:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and spec.origin and is_measured(Path(spec.origin)):
            spec.loader = _MarkedFile(fullname, spec.origin)
        return spec


sys.meta_path.insert(0, _OurImports)


def pytest_sessionfinish() -> None:
    """Write what this process of pytest saw."""
    write()


def write() -> None:
    """Write what this process saw."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    # A number of a process may come again within a run.
    path = FOLDER / f"{os.getpid()}-{time.time_ns()}.json"
    found = {
        str(file.relative_to(ROOT)): [index for index, is_seen in enumerate(seen) if is_seen]
        for file, seen in _seen.items()
    }
    path.write_text(json.dumps(found))
