#!/usr/bin/env python
"""Run a management command from a checkout, without installing the project."""

import sys
from pathlib import Path

SITE_DIRECTORY = Path(__file__).resolve().parent
sys.path[:0] = [str(SITE_DIRECTORY.parent), str(SITE_DIRECTORY)]

from perspectief.__main__ import run_command  # noqa: E402  (needs the path above)

if __name__ == "__main__":
    run_command("perspectief.settings.dev")
