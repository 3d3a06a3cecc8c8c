"""A disk of a few kilobytes, to be full in earnest."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

KILOBYTES = 256
FILLER = "filler"


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a small disk on a new folder; ends the test as known to fail where that needs rights.

    Args:
        folder: where there is nothing yet.
    """
    folder.mkdir()
    options = f"size={KILOBYTES}k"
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.xfail("This account may not mount a small disk.")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S607


def fill(disk: Path) -> None:
    """Leave no room on a disk."""
    with (disk / FILLER).open("ab", buffering=0) as filler:
        try:
            while True:
                filler.write(b"\0" * 4096)
        except OSError:
            return


def make_room(disk: Path) -> None:
    """Take away what `fill` put there."""
    (disk / FILLER).unlink()
