"""Putting a site back from a backup. It sends no mail until somebody says so; see `restoration`."""

import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection

from perspectief import restoration
from perspectief.backup import databases, keeping, media, sealing
from perspectief.backup.making import MEDIA_FILE, Manifest
from perspectief.deleted_traces import scrub


class RestoreError(Exception):
    """The site was not put back, or not to its end; the message says why, and what is left."""


@dataclass(frozen=True)
class Restored:
    """What came back: how many uploads, and how many lines of the ledger were gone through."""

    uploads: int
    erasures: int


def checked_manifest(folder: Path) -> Manifest:
    """Return what belongs to a backup, if all of it is there as it was written.

    Raises:
        RestoreError: something is missing or was changed.
    """
    try:
        manifest = Manifest.read(folder)
    except (OSError, ValueError, TypeError) as error:
        raise RestoreError(f"{folder} holds no backup: its manifest cannot be read.") from error
    for name, digest in manifest.files.items():
        path = folder / Path(name).name
        if not path.exists() or sealing.digest_of(path) != digest:
            raise RestoreError(f"{name} is missing or damaged. Nothing was changed.")
    if manifest.database != connection.vendor:
        raise RestoreError(
            f"This backup is of {manifest.database}, and the site uses {connection.vendor}."
        )
    return manifest


def refuse_to_overwrite(replace: str) -> None:
    """Refuse to put a backup over a site that has something, unless its database is named.

    Args:
        replace: what was typed; "" is nothing.

    Raises:
        RestoreError: see above, or the site is running.
    """
    if replace and replace != databases.name():
        raise RestoreError(
            f"The database is called {databases.name()}, not {replace}. Nothing was changed."
        )
    if not replace and databases.has_content():
        raise RestoreError(
            "The database has tables already. To throw away what is in it:"
            f" --replace {databases.name()}"
        )
    if not replace and next(media.names_in(default_storage), None) is not None:
        raise RestoreError(
            "There are uploads already. To have those of the same name replaced:"
            f" --replace {databases.name()}"
        )
    databases.sign_own_connections()
    if others := databases.other_programs():
        raise RestoreError(
            f"{others} other connections to the database: stop the site and the worker first."
        )


def restore(
    folder: Path, identities: list[Any], ledgers: Sequence[Path] | None, now: datetime, replace: str
) -> Restored:
    """Put database and uploads back, bring them up to date, and delete what was erased since.

    Args:
        folder: of the backup.
        identities: of `sealing.read_identities`.
        ledgers: the files of what was erased; None goes on without.
        now: an aware moment.
        replace: the name of a database that has something, to be thrown away; else "".

    Raises:
        RestoreError: it could not be done.
    """
    manifest = checked_manifest(folder)
    refuse_to_overwrite(replace)
    for path in ledgers or ():
        if not path.is_file():
            raise RestoreError(f"There is no ledger of erasures at {path}. Nothing was changed.")
    _load_database(folder, manifest, identities, now, replace=bool(replace))
    try:
        uploads = _load_uploads(folder, identities)
    except (sealing.SealingError, tarfile.TarError, OSError, SuspiciousOperation) as error:
        raise RestoreError(
            f"The database is back, the uploads are not: {error} Mail is paused; restore again."
        ) from error
    call_command("migrate", verbosity=0, interactive=False)
    cache.clear()
    erasures = _repeat_erasures(ledgers, now)
    scrub()
    return Restored(uploads, erasures)


def _load_database(
    folder: Path, manifest: Manifest, identities: list[Any], now: datetime, *, replace: bool
) -> None:
    # Paused from the first moment on: a worker may be started before all of this is done.
    made_at = keeping.made_at(folder) or datetime.fromisoformat(manifest.made_at)
    moments = ", ".join(f"'{moment.astimezone(UTC).isoformat()}'" for moment in (made_at, now))
    paused = f"INSERT INTO perspectief_restoration (backup_made_at, restored_at) VALUES ({moments})"  # noqa: S608 - two moments
    try:
        with sealing.opened(folder / databases.FILE_NAMES[manifest.database], identities) as reader:
            databases.load(reader, [paused], replace=replace)
    except (databases.DatabaseError, sealing.SealingError) as error:
        raise RestoreError(f"{error} The database is as it was.") from error


def _load_uploads(folder: Path, identities: list[Any]) -> int:
    with sealing.opened(folder / MEDIA_FILE, identities) as reader:
        return media.unpack(reader, default_storage)


def _repeat_erasures(ledgers: Sequence[Path] | None, now: datetime) -> int:
    if ledgers is None:
        restoration.skip_erasures(now)
        return 0
    try:
        return restoration.repeat_erasures(list(ledgers), now)
    except (OSError, ValueError) as error:
        raise RestoreError(
            "All is back, but the ledger cannot be read, so people who were erased may be there"
            " again. Mail is paused. Mend the file and run: perspectief repeat_erasures"
        ) from error
