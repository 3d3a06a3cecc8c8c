"""Measure the branches of commands that tests start in a process of their own.

A `.pth` file in the environment loads this before anything else, where a run that measures says so.
Only those commands are measured that no test can run within its own process: rewriting the whole
site takes seconds, and tests start hundreds of processes.
"""

import atexit
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
#: What a run that measures puts into the environment of its processes.
MEASURED_FROM = "MEASURED_FROM"
COMMANDS = frozenset({"restore", "run_demo"})
HOOK = Path(sysconfig.get_paths()["purelib"], "perspectief_measured.pth")
#: One line, as such a file wants it; the folder is not left on the path of who did not have it.
LINE = (
    f'import os, sys; d = os.environ.get("{MEASURED_FROM}"); d and (sys.path.insert(0, d), '
    '__import__("tests.support.measured_process"), sys.path.remove(d))\n'
)


def install() -> None:
    """Have each process of this environment look whether it is measured."""
    HOOK.write_text(LINE)


if COMMANDS.intersection(sys.orig_argv[1:]):
    from tests.support import branch_coverage

    atexit.register(branch_coverage.write)
