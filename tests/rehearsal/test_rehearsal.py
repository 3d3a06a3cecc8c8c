"""The site on a server of Debian, from `deploy/`, in short; `make rehearsal` does all of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.rehearsal.__main__ import CANNOT_BE_TRIED

# It brings its own machine and database: one run, beside the browser tests, is enough.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("wheel")]

ROOT = Path(__file__).resolve().parent.parent.parent
TIMEOUT = 900  # seconds; a busy machine is slow


def test_a_server_is_set_up_restarted_and_left_alone_without_a_visitor_noticing():
    result = subprocess.run(
        [sys.executable, "-m", "tests.rehearsal", "--short"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    if result.returncode == CANNOT_BE_TRIED:
        pytest.xfail(result.stdout.splitlines()[-1])
    assert result.returncode == 0, result.stdout + result.stderr
