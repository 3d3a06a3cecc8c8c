"""How many lines and branches the last run took, and whether that is enough.

`tests/support/branch_coverage.py` wrote what each process saw. What only runs in a process of its
own (the worker, the server, a command that is started) is not seen.
"""

import json
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from tests.support.marked_code import STATEMENT, Place, marked

ROOT = Path(__file__).resolve().parent.parent.parent
#: One file for each process of a run: for each module the places that were seen.
FOLDER = ROOT / "var" / "test" / "coverage"
PACKAGES = {"perspectief": ROOT / "site" / "perspectief"} | {
    name: ROOT / name for name in ("home", "registration", "media_library")
}
LEFT_OUT = ["*/migrations/*", "*/settings/*"]
#: Per cent that a run must take: what it was when these were set, rounded down (96.9 and 92.5).
LINES_AND_BRANCHES, BRANCHES = 96, 92
#: How many files are named, those with the most that no test takes.
NAMED = 10


@dataclass(frozen=True)
class Measured:
    """What can be taken of a file, and what was."""

    name: str
    places: list[Place]
    missed: list[Place]


def main() -> int:
    """Print the figures; return 1 if they are under the floor, or if nothing was measured."""
    seen = seen_by_all()
    if not seen:
        print("Nothing was measured.", file=sys.stderr)
        return 1
    files = [measured(path, seen[str(path.relative_to(ROOT))]) for path in measured_files()]
    whole, branches = percentage(files), percentage(map(only_branches, files))
    print(
        f"{whole:.1f}% of lines and branches are tested (floor: {LINES_AND_BRANCHES}%), "
        f"{branches:.1f}% of branches ({BRANCHES}%)."
    )
    with_gaps = sorted((file for file in files if file.missed), key=lambda file: -len(file.missed))
    for file in with_gaps[:NAMED]:
        print(f"  {len(file.missed):4} not in {file.name}")
    return 0 if whole >= LINES_AND_BRANCHES and branches >= BRANCHES else 1


def forget_last_run() -> None:
    """Throw away what an earlier run wrote."""
    shutil.rmtree(FOLDER, ignore_errors=True)


def is_measured(path: Path) -> bool:
    """Return whether `path` is code of ours that a run has to take."""
    is_ours = any(path.is_relative_to(folder) for folder in PACKAGES.values())
    return is_ours and not any(fnmatch(str(path), pattern) for pattern in LEFT_OUT)


def measured_files() -> Iterator[Path]:
    """Give each file that a run has to take, also those that none imports."""
    for folder in PACKAGES.values():
        yield from filter(is_measured, sorted(folder.rglob("*.py")))


def seen_by_all() -> dict[str, set[int]]:
    """Return which places all processes saw together, for each file that one of them imported."""
    together: dict[str, set[int]] = defaultdict(set)
    for path in FOLDER.glob("*.json"):
        for name, indices in json.loads(path.read_text()).items():
            together[name].update(indices)
    return together


def measured(path: Path, seen: set[int]) -> Measured:
    """Return what can be taken of a file, of which the places `seen` were."""
    places, _code = marked(path)
    missed = [place for index, place in enumerate(places) if index not in seen]
    return Measured(str(path.relative_to(ROOT)), places, missed)


def only_branches(file: Measured) -> Measured:
    """Return the same without the lines."""
    return Measured(
        file.name,
        [place for place in file.places if place[1] != STATEMENT],
        [place for place in file.missed if place[1] != STATEMENT],
    )


def percentage(files: Iterable[Measured]) -> float:
    """Return how much of some files was taken, in per cent."""
    counts = [(len(file.places), len(file.missed)) for file in files]
    places, missed = map(sum, zip(*counts, strict=True))
    return 100 * (places - missed) / places


if __name__ == "__main__":
    sys.exit(main())
