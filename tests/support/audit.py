"""`make audit`: whether a version in `uv.lock` has a known weakness.

uv asks the database of open source vulnerabilities (osv.dev) about every locked package, those for
development included. A finding fails. Where the database cannot be reached nothing was looked at,
which is said loudly and fails only with `--must-answer`: a run without a network goes on.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
#: What uv itself has in its message when a request fails, whatever the reason.
NOT_REACHED = re.compile(r"\bfor url\s+\(")  # it breaks lines
NOT_AUDITED = (
    "NOT AUDITED: the database of known weaknesses (osv.dev) cannot be reached from here.\n"
    "Nothing is known about the locked versions. Run `make audit` where there is a network."
)
#: Findings that do not touch us, with why; each counts again once there is a version without it.
ACCEPTED: Mapping[str, str] = {}


def audit(*, must_answer: bool = False, service: str = "") -> int:
    """Ask about every locked version, and show what comes of it.

    Args:
        must_answer: fail also if the database cannot be reached.
        service: address of another database; empty is osv.dev.

    Returns:
        The exit code: 0 if nothing is known against any version.
    """
    command = [str(Path(sys.executable).with_name("uv")), "audit", "--frozen"]
    command += ["--preview-features", "audit-command"]
    command += [f"--ignore-until-fixed={finding}" for finding in ACCEPTED]
    if service:
        command.append(f"--service-url={service}")
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env=_environment()
    )
    if result.returncode not in (0, 1) and NOT_REACHED.search(result.stderr):
        print(NOT_AUDITED, file=sys.stderr, flush=True)
        return 1 if must_answer else 0
    print(result.stdout, result.stderr, flush=True)
    return 1 if result.returncode else 0


def _environment() -> dict[str, str]:
    # Without a name server uv would try again and again.
    return {"UV_HTTP_RETRIES": "1", "UV_PYTHON_DOWNLOADS": "never", **os.environ}


if __name__ == "__main__":
    sys.exit(audit(must_answer="--must-answer" in sys.argv))
