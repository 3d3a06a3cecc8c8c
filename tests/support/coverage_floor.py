"""How many lines and branches the last run took, and whether that is enough.

`tests/support/branch_coverage.py` wrote what each process saw. What only runs in a process of its
own (the worker, the server, a command that is started) is not seen.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import slipcover

ROOT = Path(__file__).resolve().parent.parent.parent
#: One file for each process of a run.
FOLDER = ROOT / "var" / "test" / "coverage"
#: Per cent that a run must take: what it was when these were set, rounded down (96.9 and 92.5).
LINES_AND_BRANCHES, BRANCHES = 96, 92
#: How many files are named, those with the most that no test takes.
NAMED = 10


def main() -> int:
    """Print the figures; return 1 if they are under the floor, or if nothing was measured."""
    seen = merged()
    if seen is None:
        print("Nothing was measured.", file=sys.stderr)
        return 1
    for line in figures(seen):
        print(line)
    is_enough = seen["summary"]["percent_covered"] >= LINES_AND_BRANCHES
    return 0 if is_enough and percent_of_branches(seen["summary"]) >= BRANCHES else 1


def forget_last_run() -> None:
    """Throw away what an earlier run wrote."""
    shutil.rmtree(FOLDER, ignore_errors=True)


def merged() -> dict[str, Any] | None:
    """Return what all processes saw together, or None if there was none."""
    together: dict[str, Any] | None = None
    for path in sorted(FOLDER.glob("*.json")):
        one = json.loads(path.read_text())
        if together is None:
            together = one
        else:
            slipcover.merge_coverage(together, one)
    return together


def percent_of_branches(summary: dict[str, Any]) -> float:
    """Return how many of all branches were taken, in per cent."""
    taken, missed = summary["covered_branches"], summary["missing_branches"]
    return 100 * taken / (taken + missed)


def figures(seen: dict[str, Any]) -> list[str]:
    """Return lines with the figures of all files, and of those that miss most."""
    whole = seen["summary"]
    missed = {
        name: one["summary"]["missing_lines"] + one["summary"]["missing_branches"]
        for name, one in seen["files"].items()
    }
    most = sorted((name for name in missed if missed[name]), key=lambda name: -missed[name])
    return [
        f"{whole['percent_covered']:.1f}% of lines and branches are tested (floor: "
        f"{LINES_AND_BRANCHES}%), {percent_of_branches(whole):.1f}% of branches ({BRANCHES}%).",
        *(f"  {missed[name]:4} not in {name}" for name in most[:NAMED]),
    ]


if __name__ == "__main__":
    sys.exit(main())
