"""How long backups are kept: the one place for what pages, mails and the statement promise."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

#: What was deleted on the site is gone from every backup after this time.
BACKUPS_KEPT = timedelta(days=30)
#: Backups go so much sooner, so that a night in which none is made breaks no promise.
MARGIN = timedelta(days=2)
NAME_FORMAT = "%Y%m%dT%H%M%SZ"
UNFINISHED = ".unfinished-"


def name_at(moment: datetime) -> str:
    """Return the name of the folder of a backup that is made at an aware moment."""
    return moment.astimezone(UTC).strftime(NAME_FORMAT)


def made_at(folder: Path) -> datetime | None:
    """Return when a backup was made, by the name of its folder; None if it is no backup."""
    try:
        return datetime.strptime(folder.name, NAME_FORMAT).replace(tzinfo=UTC)
    except ValueError:
        return None


def backups_in(place: Path) -> list[Path]:
    """Return the folders of the backups in `place`, the oldest first."""
    if not place.is_dir():
        return []
    folders = [folder for folder in place.iterdir() if folder.is_dir()]
    return sorted(folder for folder in folders if made_at(folder) is not None)


def delete_old(place: Path, now: datetime) -> int:
    """Delete the backups whose time is over, and what runs that were broken off left behind.

    The last one goes too: what was erased must not stay because no new backup could be made.

    Args:
        place: the folder of all backups. Nobody else may be making one.
        now: an aware moment.

    Returns:
        How many backups were deleted.
    """
    for left_behind in place.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left_behind)
    limit = now - BACKUPS_KEPT + MARGIN
    old = [folder for folder in backups_in(place) if _is_made_by(folder, limit)]
    for folder in old:
        # Out of sight first: half a backup must not look like one.
        hidden = folder.rename(place / f"{UNFINISHED}{folder.name}")
        shutil.rmtree(hidden)
    return len(old)


def _is_made_by(folder: Path, limit: datetime) -> bool:
    moment = made_at(folder)
    return moment is not None and moment <= limit
