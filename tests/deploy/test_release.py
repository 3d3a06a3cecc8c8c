"""What `make release` gives a server."""

import hashlib
import tarfile
from pathlib import Path

import pytest

from tests.support.release import make_release, release_notes

CHANGELOG = """# Changelog

## Unreleased

### Added
- Something new.

## 0.1.0

### Fixed
- Something old.
"""


@pytest.mark.parametrize(
    ("version", "told", "not_told"),
    [("0.2.0", "Something new.", "Something old."), ("0.1.0", "Something old.", "Something new.")],
    ids=["not named yet", "named"],
)
def test_the_notes_say_what_changed_and_of_which_commit(version: str, told: str, not_told: str):
    notes = release_notes(CHANGELOG, version, "abc123")

    assert f"# Perspectief {version}" in notes
    assert "Commit abc123." in notes
    assert told in notes
    assert not_told not in notes


def test_a_release_is_made_from_a_clean_clone_and_whole(tmp_path: Path):
    archive = make_release(tmp_path / "dist", "9.9.9")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    folder = tmp_path / "perspectief-9.9.9"

    assert {path.name for path in archive.parent.iterdir()} == {
        "perspectief-9.9.9.tar.gz",
        "perspectief_website-9.9.9-py3-none-any.whl",
        "RELEASE_NOTES.md",
        "SHA256SUMS",
    }
    for place in (folder, archive.parent):
        for line in (place / "SHA256SUMS").read_text("utf-8").splitlines():
            digest, _, name = line.partition("  ")
            assert hashlib.sha256((place / name).read_bytes()).hexdigest() == digest, name
    requirements = (folder / "requirements.txt").read_text("utf-8")
    assert "psycopg-pool==" in requirements
    assert "pytest" not in requirements
    assert (folder / "deploy" / "install").stat().st_mode & 0o100
