"""A backup is readable for nobody but the holder of its key, and does not outlive the promise."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test import Client

from perspectief.backup import databases, keeping, making, sealing
from perspectief.backup.keeping import BACKUPS_KEPT
from tests.perspectief.backup.conftest import BackupPlace
from tests.registration.factories import DeskMemberFactory

pytestmark = pytest.mark.django_db(transaction=True)
PLANTED = b"Plantverhaal bij de Plantbrug" * 1000


@pytest.fixture
def upload(backup_place: BackupPlace) -> str:
    """Something that nobody may read in a backup."""
    return default_storage.save("documents/plantnaam.pdf", ContentFile(PLANTED))


def test_nothing_in_a_backup_can_be_read_without_its_key(upload: str, backup_place: BackupPlace):
    folder = backup_place.make()
    assert folder.stat().st_mode & 0o077 == 0
    for file in folder.iterdir():
        content = file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
        assert PLANTED[:30] not in content
        assert b"plantnaam" not in content
        assert file.name == making.MANIFEST or content.startswith(b"age-encryption.org/v1\n")


def test_whoever_has_the_key_can_read_it_without_the_site(upload: str, backup_place: BackupPlace):
    folder = backup_place.make()
    identities = sealing.read_identities(backup_place.identity.read_text())
    with sealing.opened(folder / making.MEDIA_FILE, identities) as reader:
        assert PLANTED in reader.read()
    with sealing.opened(next(folder.glob("database.*")), identities) as reader:
        beginning = {"sqlite": b"SQLite format 3\0", "postgresql": b"PGDMP"}[connection.vendor]
        assert reader.read().startswith(beginning)


def test_nothing_is_written_in_clear_on_the_way(
    upload: str, backup_place: BackupPlace, monkeypatch: pytest.MonkeyPatch
):
    """Not even for a moment: every file that is opened for writing is an encrypted one."""
    opened: list[str] = []
    path_open = Path.open

    def note(path: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        if set(mode) & set("wxa+"):
            opened.append(path.name)
        return path_open(path, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", note)
    backup_place.make()
    database_file = databases.FILE_NAMES[connection.vendor]
    assert opened == [making.LOCK, database_file, making.MEDIA_FILE, making.MANIFEST]


def test_no_password_is_on_a_command_line(
    backup_place: BackupPlace, monkeypatch: pytest.MonkeyPatch
):
    started: list[list[str]] = []
    popen = databases.subprocess.Popen

    def note(command: list[str], **kwargs: Any) -> Any:
        started.append(command)
        return popen(command, **kwargs)

    monkeypatch.setattr(databases.subprocess, "Popen", note)
    monkeypatch.setitem(connection.settings_dict, "PASSWORD", "planted-password")
    backup_place.make()
    assert len(started) == (connection.vendor == "postgresql")
    assert not any("planted-password" in part for command in started for part in command)


def test_who_is_logged_in_is_not_in_a_backup(backup_place: BackupPlace):
    client = Client()
    client.force_login(DeskMemberFactory())
    key = Session.objects.get().session_key.encode()
    folder = backup_place.make()
    identities = sealing.read_identities(backup_place.identity.read_text())
    with sealing.opened(next(folder.glob("database.*")), identities) as reader:
        if connection.vendor == "sqlite":
            assert key not in reader.read()
            return
        listing = _restored_script(reader)
    assert b"COPY public.registration_registration " in listing
    assert b"COPY public.django_session " not in listing


def _restored_script(reader: Any) -> bytes:
    with databases._start(
        "pg_restore",
        ["--file=-"],
        connects=False,
        stdin=databases.subprocess.PIPE,
        stdout=databases.subprocess.PIPE,
    ) as process:
        return process.communicate(reader.read())[0]


@pytest.mark.parametrize("missed", [None, 3, 28])
def test_what_was_erased_is_gone_from_every_backup_in_time(tmp_path: Path, missed: int | None):
    """Also if one night's run does not take place, or begins late."""
    first = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)
    for night in range(70):
        now = first + timedelta(days=night, minutes=20 * (night % 3))
        oldest = next(iter(keeping.backups_in(tmp_path)), None)
        if oldest is not None:
            made_at = keeping.made_at(oldest)
            assert made_at is not None
            assert now - made_at <= BACKUPS_KEPT
        if night == missed:
            continue
        keeping.delete_old(tmp_path, now)
        (tmp_path / keeping.name_at(now)).mkdir()
    assert len(keeping.backups_in(tmp_path)) >= BACKUPS_KEPT.days - keeping.MARGIN.days - 1


def test_old_backups_go_although_no_new_one_can_be_made(backup_place: BackupPlace, settings):
    old = backup_place.folder / "20260101T020000Z"
    broken_off = backup_place.folder / f"{keeping.UNFINISHED}20260102T020000Z"
    kept = backup_place.folder / "something else"
    for folder in (old, broken_off, kept):
        folder.mkdir(parents=True)
    settings.BACKUP_RECIPIENTS = ""
    with pytest.raises(CommandError, match="BACKUP_RECIPIENTS must hold"):
        call_command("backup")
    assert not old.exists()
    assert not broken_off.exists()
    assert kept.exists()


def test_what_is_missing_or_wrong_is_named_and_not_repeated(backup_place: BackupPlace, settings):
    private = backup_place.identity.read_text().splitlines()[-1]
    settings.BACKUP_RECIPIENTS = f"{settings.BACKUP_RECIPIENTS}, {private}"
    with pytest.raises(CommandError, match=r"Key 2 of BACKUP_RECIPIENTS") as raised:
        call_command("backup")
    assert private not in str(raised.value)
    settings.BACKUP_DIR = ""
    with pytest.raises(CommandError, match="BACKUP_DIR must say"):
        call_command("backup")


def test_two_backups_are_not_made_at_once(backup_place: BackupPlace):
    with making.alone_in(backup_place.folder), pytest.raises(CommandError, match="Another backup"):
        backup_place.make()


def test_nothing_is_left_of_a_backup_that_fails(
    upload: str, backup_place: BackupPlace, monkeypatch: pytest.MonkeyPatch
):
    def fail(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making.media, "pack", fail)
    with pytest.raises(CommandError, match="No space left on device"):
        backup_place.make()
    assert [file.name for file in backup_place.folder.iterdir()] == [making.LOCK]


def test_a_new_pair_of_keys_fits_and_says_which_is_which(capsys):
    call_command("make_backup_key")
    lines = capsys.readouterr().out
    (public,) = re.findall(r"BACKUP_RECIPIENTS=(age1\w+)", lines)
    assert sealing.read_recipients(public)
    (identity,) = sealing.read_identities(lines)
    assert str(identity.to_public()) == public
