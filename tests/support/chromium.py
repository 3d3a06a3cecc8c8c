"""Where Chromium is and how to start it, for the browser tests and the README's pictures."""

import os
import shutil
from pathlib import Path
from typing import Any

# The first does the same with two thirds of the work: it has no windows to draw.
SYSTEM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Chromium calls home in many ways; a test must not depend on whether it gets through.
QUIET_ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def system_chromium() -> str | None:
    """Return the path of the Chromium that the system has installed, if any."""
    for name in SYSTEM_NAMES:
        path = shutil.which(name)
        if path:
            return path
    return None


def launch_arguments(own_executable: str) -> dict[str, Any]:
    """Return the arguments for Playwright's `launch`.

    `own_executable` is where Playwright would look for its own build; without that build the
    system's Chromium is used. Raises FileNotFoundError when there is neither.
    """
    arguments = list(QUIET_ARGUMENTS)
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium refuses its sandbox to root
    launch: dict[str, Any] = {"args": arguments}
    if Path(own_executable).exists():
        return launch
    path = system_chromium()
    if path is None:
        raise FileNotFoundError("No Chromium found: `make test` installs it.")
    return {**launch, "executable_path": path}
