"""A disk that is full: nobody is promised what was not stored, and nothing else stops."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management.base import CommandError
from django.db import connection
from django.test import Client
from django.urls import reverse

from media_library.models import ContentImage
from perspectief.backup import keeping, making
from registration.models import OutboundMail, Registration
from tests.faults.many import assert_nothing_lost, deliver_all, drafts
from tests.media_library.factories import picture_file
from tests.perspectief.backup.conftest import BackupPlace, backup_place
from tests.registration.journey.visitor import Visitor
from tests.support.site_tree import SiteTree
from tests.support.small_disk import fill, make_room, small_disk
from tests.support.smtp_server import Mailbox
from tests.support.worker_process import ROOT, process_environment

__all__ = ["backup_place"]

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def no_room_for_registrations(folder: Path) -> Iterator[None]:
    """Let the database have no room left where registrations are stored."""
    if connection.vendor == "sqlite":
        with _no_page_more():
            yield
        return
    with small_disk(folder) as disk, connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        owner = Path(cursor.fetchone()[0]).stat()
        os.chown(disk, owner.st_uid, owner.st_gid)
        cursor.execute("VACUUM FULL registration_registration")  # of rows of before nothing is left
        cursor.execute(f"CREATE TABLESPACE small LOCATION '{disk}'")
        cursor.execute("ALTER TABLE registration_registration SET TABLESPACE small")
        fill(disk)
        try:
            yield
        finally:
            make_room(disk)
            cursor.execute("ALTER TABLE registration_registration SET TABLESPACE pg_default")
            cursor.execute("DROP TABLESPACE small")


@contextmanager
def _no_page_more() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # no free page is left to fill
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages:d}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")


def test_whoever_meets_a_full_database_is_not_thanked_and_can_send_it_later(
    site_tree: SiteTree, tmp_path: Path
):
    visitor = Visitor("nl", browser=Client(raise_request_exception=False))
    # What somebody tells at length needs room of its own.
    visitor.fill_in(kind="traffic", story="Ik wil weten waarom. " * 200)
    answers = visitor.consent()
    # Under /var/tmp: the account of PostgreSQL may not open pytest's folders.
    disk = Path("/var/tmp", f"perspectief-{os.getpid()}")  # noqa: S108 - a mount of our own
    try:
        with no_room_for_registrations(disk):
            refused = visitor.send("check", answers)
    finally:
        shutil.rmtree(disk, ignore_errors=True)
    assert refused.status_code >= 500
    assert not Registration.objects.exists()
    assert not OutboundMail.objects.exists()

    # The person presses the button again.
    thanked = visitor.send("check", answers)
    assert thanked.status_code == 302
    assert Registration.objects.count() == 1


def test_a_full_disk_for_uploads_leaves_no_half_picture(
    admin_client: Client, settings, tmp_path: Path
):
    admin_client.raise_request_exception = False
    upload = {"title": "Stoelen", "description_nl": "Twee", "description_en": "Two"}
    with small_disk(tmp_path / "uploads") as disk:
        settings.MEDIA_ROOT = disk
        fill(disk)
        admin_client.post(reverse("wagtailimages:add"), {**upload, "file": picture_file()})
        assert not ContentImage.objects.exists()
        assert admin_client.get(reverse("wagtailimages:index")).status_code == 200
        make_room(disk)
        admin_client.post(reverse("wagtailimages:add"), {**upload, "file": picture_file()})
        assert ContentImage.objects.count() == 1


@pytest.mark.any_database
def test_a_full_disk_for_logs_stops_neither_web_nor_worker(smtp_server: Mailbox):
    people = drafts()
    environment = process_environment(smtp_server.host, smtp_server.port)
    with Path("/dev/full").open("w") as full:
        for command in (
            ["tests.support.registrar_process", *(str(draft.pk) for draft in people)],
            ["perspectief", "worker", "--once"],
        ):
            done = subprocess.run(  # noqa: S603 - our own commands
                [sys.executable, "-m", *command],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=full,
                check=False,
            )
            assert done.returncode == 0
    deliver_all()
    assert assert_nothing_lost(people, smtp_server) == 0


def test_a_full_disk_for_backups_leaves_the_last_one_as_it_was(
    backup_place: BackupPlace, settings, tmp_path: Path
):
    default_storage.save("film.mp4", ContentFile(os.urandom(100_000)))
    with small_disk(tmp_path / "small") as disk:
        settings.BACKUP_DIR = str(disk)
        fill(disk)
        with pytest.raises(CommandError, match="No space left on device"):
            backup_place.make()
        make_room(disk)
        assert keeping.backups_in(disk) == []
        assert [file.name for file in disk.iterdir()] in ([], [making.LOCK])
