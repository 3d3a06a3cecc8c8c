"""Measure which branches a run takes: a plugin for pytest, asked for by `PYTEST_PLUGINS`.

It is loaded before Django, in each process of a run, and by `measured_process`. SlipCover rewrites
code as it is imported: a tenth more work, where a trace function adds more than half in Python
3.11. Only code of the project is rewritten: the plugin that SlipCover brings also takes over the
imports of pytest, which then finds no package in `tests`.
"""

import json
import os
import sys
import time
from typing import Any

import slipcover
from slipcover.importer import SlipcoverMetaPathFinder

from tests.support.coverage_floor import FOLDER, ROOT

PACKAGES = {"perspectief": ROOT / "site" / "perspectief"} | {
    name: ROOT / name for name in ("home", "registration", "media_library")
}
#: SlipCover changes functions while they are used, and one of `stack_room` would lose its size.
LEFT_OUT = ["*/migrations/*", "*/settings/*", "*/stack_room.py"]

_measured = slipcover.Slipcover(
    branch=True, source=[str(folder) for folder in PACKAGES.values()], omit=LEFT_OUT
)
_matcher = slipcover.FileMatcher(sources=list(PACKAGES.values()), omit=LEFT_OUT)


class _OurImports(SlipcoverMetaPathFinder):
    """Rewrites the modules of the project, and leaves all others to those who come after it."""

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        if fullname.partition(".")[0] not in PACKAGES:
            return None
        return super().find_spec(fullname, path, target)


sys.meta_path.insert(0, _OurImports(_measured, _matcher))


def pytest_sessionfinish() -> None:
    """Write what this process of pytest saw."""
    write()


def write() -> None:
    """Write what this process saw."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    # A number of a process may come again within a run.
    path = FOLDER / f"{os.getpid()}-{time.time_ns()}.json"
    path.write_text(json.dumps(_measured.get_coverage()))
