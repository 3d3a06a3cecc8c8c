"""Making a backup: database and uploads, encrypted on the way, in a folder of its own."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection

from perspectief.backup import databases, keeping, media, sealing

MANIFEST = "manifest.json"
MEDIA_FILE = "media.tar.age"
LOCK = ".lock"


class BackupError(Exception):
    """No backup was made; the message says why."""


@dataclass
class Manifest:
    """What belongs to a backup, in clear: it says nothing of what is in it.

    `files` has the SHA-256 of each by name, `uploads` how many files there are.
    """

    made_at: str
    database: str
    uploads: int = 0
    files: dict[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Keep it in the folder of the backup."""
        (folder / MANIFEST).write_text(json.dumps(asdict(self), indent=2) + "\n")

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Read it back.

        Raises:
            OSError, ValueError, TypeError: it is not there, or not what we wrote.
        """
        return cls(**json.loads((folder / MANIFEST).read_text()))


@contextmanager
def alone_in(place: Path) -> Iterator[None]:
    """Let nobody else make or delete backups in a folder meanwhile; it is made if need be.

    Raises:
        BackupError: somebody is at it, or the folder cannot be made.
    """
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = (place / LOCK).open("w")
    except OSError as error:
        raise BackupError(f"{place} cannot be used: {error.strerror}.") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupError("Another backup is being made.") from None
        yield


def make_backup(place: Path, recipients: list[object], now: datetime) -> Path:
    """Make a backup and return its folder, which appears only when all of it is written.

    Args:
        place: the folder of all backups; see `alone_in`.
        recipients: of `sealing.read_recipients`.
        now: an aware moment; what the backup is called by.

    Raises:
        BackupError: it could not be made; nothing is left of it.
    """
    folder = place / keeping.name_at(now)
    unfinished = place / f"{keeping.UNFINISHED}{folder.name}"
    if folder.exists():
        raise BackupError(f"{folder} is there already.")
    try:
        unfinished.mkdir(mode=0o700)
        _fill(unfinished, recipients, now)
        unfinished.rename(folder)
        _sync(place)
    except (OSError, databases.DatabaseError, sealing.SealingError) as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise BackupError(str(error)) from error
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return folder


def _fill(folder: Path, recipients: list[object], now: datetime) -> None:
    manifest = Manifest(made_at=now.isoformat(), database=connection.vendor)
    # The database first: whatever it refers to is among the uploads that are read after it.
    database_file = databases.FILE_NAMES[connection.vendor]
    with databases.dumped() as reader:
        digest = sealing.seal(reader, folder / database_file, recipients)
    manifest.files[database_file] = digest
    packed: list[int] = []
    with sealing.produced_by(
        lambda writer: packed.append(media.pack(default_storage, writer))
    ) as reader:
        manifest.files[MEDIA_FILE] = sealing.seal(reader, folder / MEDIA_FILE, recipients)
    manifest.uploads = packed[0]
    manifest.write(folder)
    for file in folder.iterdir():
        file.chmod(0o600)
    _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
