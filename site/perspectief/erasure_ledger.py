"""What was deleted for good, outside every backup: who was erased does not come back with one.

A row is noted in the transaction that deletes. The worker keeps a file of the same lines up to
date, which outlives the database (settings.ERASURE_LEDGER). Neither says whose data it was: a line
has a keyed hash of a random number, without meaning once what had that number is gone.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from perspectief.encryption import blind_index
from perspectief.models import ErasedKey

#: Longer than any backup is kept, for one that somebody forgot to delete elsewhere.
LEDGER_KEPT = timedelta(days=366)
BATCH_SIZE = 500


@dataclass(frozen=True, order=True)
class Entry:
    """A line: when something was deleted, of which kind, and the keyed hash of its number."""

    erased_at: datetime
    kind: str
    key_hash: str

    @classmethod
    def read(cls, line: str) -> "Entry":
        """Return the entry that a line of the file holds.

        Raises:
            ValueError: it is no such line.
        """
        moment, kind, key_hash = line.split()
        return cls(datetime.fromisoformat(moment), kind, key_hash)

    def __str__(self) -> str:
        return f"{self.erased_at.isoformat()} {self.kind} {self.key_hash}"


def key_hash(kind: str, key: object) -> str:
    """Return what the ledger holds of something that has a random number or text `key`."""
    return blind_index(f"erased.{kind}", str(key))


def note(kind: str, keys: Iterable[object], now: datetime) -> None:
    """Note what is being deleted, in the transaction that does it.

    Args:
        kind: what it is, one word.
        keys: random, and of one row each; never anything that a person told us.
        now: an aware moment.
    """
    ErasedKey.objects.bulk_create(
        (ErasedKey(kind=kind, key_hash=key_hash(kind, key), erased_at=now) for key in keys),
        batch_size=BATCH_SIZE,
        ignore_conflicts=True,
    )


def update_file(now: datetime) -> int:
    """Bring the file up to date with the table, and drop from both what is older than needed.

    What only the file has stays in it: the table may come from a backup.

    Args:
        now: an aware moment.

    Returns:
        How many lines were added.

    Raises:
        OSError, ValueError: the file could not be read or written. It is as it was then.
    """
    limit = now - LEDGER_KEPT
    ErasedKey.objects.filter(erased_at__lt=limit).delete()
    path = Path(settings.ERASURE_LEDGER)
    before = set(read_file(path)) if path.exists() else set()
    rows = ErasedKey.objects.values_list("erased_at", "kind", "key_hash")
    known = {(entry.kind, entry.key_hash) for entry in before}
    added = {Entry(*row) for row in rows if row[1:] not in known}
    after = {entry for entry in before | added if entry.erased_at >= limit}
    if after != before or not path.exists():
        _write(path, after)
    return len(added)


def read_file(path: Path) -> list[Entry]:
    """Return the entries of a file.

    Raises:
        OSError, ValueError: it cannot be read, or has a line that is no entry.
    """
    return [Entry.read(line) for line in path.read_text().splitlines() if line]


@transaction.atomic
def take_in(entries: Iterable[Entry]) -> None:
    """Put entries of a file in the table, where they are not there yet."""
    ErasedKey.objects.bulk_create(
        (
            ErasedKey(kind=entry.kind, key_hash=entry.key_hash, erased_at=entry.erased_at)
            for entry in entries
        ),
        batch_size=BATCH_SIZE,
        ignore_conflicts=True,
    )


def _write(path: Path, entries: set[Entry]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}")  # another worker may be at it too
    with open(new, "w", opener=_private) as file:
        file.writelines(f"{entry}\n" for entry in sorted(entries))
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)
