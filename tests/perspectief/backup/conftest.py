"""A key for backups, a folder for them, and another machine to put one back on."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from perspectief import erasure_ledger
from perspectief.backup import keeping, sealing
from tests.support.empty_database import empty_database, path_with_postgres
from tests.support.worker_process import ROOT, process_environment


@dataclass(frozen=True)
class BackupPlace:
    """Where backups are kept, and the file with the private key that opens them."""

    folder: Path
    identity: Path

    def make(self, **options: Any) -> Path:
        """Make a backup of the site of the test; return its folder."""
        call_command("backup", stdout=StringIO(), **options)
        return keeping.backups_in(self.folder)[-1]


@dataclass(frozen=True)
class OtherMachine:
    """Another machine, with the keys of the site and nothing else."""

    folder: Path
    database_url: str
    identity: Path

    def environment(self, **extra: str) -> Mapping[str, str]:
        """Return the environment of a program there."""
        return {
            **process_environment(),
            "DATABASE_URL": self.database_url,
            "VAR_DIR": str(self.folder),
            "PATH": path_with_postgres(),
            **extra,
        }

    def run(self, *command: object, **extra: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the site there."""
        return subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, "-m", *map(str, command)],
            cwd=ROOT,
            env=self.environment(**extra),
            capture_output=True,
            text=True,
            check=False,
        )

    def restore(self, backup: Path, *options: object) -> subprocess.CompletedProcess[str]:
        """Put a backup back there, with the ledger as the worker of the first machine keeps it."""
        erasure_ledger.update_file(timezone.now())
        files = ("--identity", self.identity, "--ledger", settings.ERASURE_LEDGER)
        return self.run("perspectief", "restore", backup, *files, *options)

    def tables(self) -> int:
        """Return how many tables the database there has."""
        if self.database_url.startswith("sqlite"):
            with sqlite3.connect(self.database_url.removeprefix("sqlite:///")) as database:
                return database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        with psycopg.connect(self.database_url) as database:
            known = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
            return database.execute(known).fetchone()[0]

    def contents(self) -> dict[str, list[str]]:
        """Return all that the site there holds."""
        return json.loads(self.run("tests.support.site_contents").stdout)


@pytest.fixture
def backup_place(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> BackupPlace:
    """A folder for backups and a key for them."""
    private, public = sealing.new_key()
    identity = tmp_path / "key.txt"
    identity.write_text(f"# made for this test\n{private}\n")
    settings.BACKUP_DIR = str(tmp_path / "backups")
    settings.BACKUP_RECIPIENTS = public
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ERASURE_LEDGER = tmp_path / "erasures.txt"
    monkeypatch.setenv("PATH", path_with_postgres())
    return BackupPlace(tmp_path / "backups", identity)


@pytest.fixture
def other_machine(tmp_path: Path, backup_place: BackupPlace) -> Iterator[OtherMachine]:
    """A machine without a site on it."""
    folder = tmp_path / "other"
    folder.mkdir()
    with empty_database(folder) as url:
        yield OtherMachine(folder, url, backup_place.identity)
