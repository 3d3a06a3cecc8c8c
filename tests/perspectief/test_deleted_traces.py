"""What was erased is gone from the files of the database, not only from what queries find."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from perspectief.deleted_traces import personal_models, scrub
from registration.background import periodic
from registration.casework import changes_by_person
from registration.models import Draft, OutboundMail, Registration, Reminder
from tests.registration.factories import CallbackFactory
from tests.registration.reminder.test_sending import ask

pytestmark = pytest.mark.django_db(transaction=True)
SEARCH = """
import pathlib, sys
for name in sys.argv[2:]:
    if bytes.fromhex(sys.argv[1]) in pathlib.Path(name).read_bytes():
        print(pathlib.Path(name).name)
"""


def stored_answers() -> bytes:
    """Return the answers as the database has them, of the only registration."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM registration_registration")
        (row,) = cursor.fetchall()
    return bytes(row[0])


def places_with(planted: bytes) -> list[str]:
    """Return the files of the database that hold the bytes."""
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        files = [database.with_name(database.name + end) for end in ("", "-wal", "-journal")]
    else:
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")  # writes what is in memory, and removes old files
            cursor.execute("SHOW data_directory")
            files = list(Path(cursor.fetchone()[0], "base").rglob("*"))
    names = [str(file) for file in files if file.is_file()]
    # A program of its own: closing a file gives up the locks that a process holds on it for SQLite.
    search = [sys.executable, "-c", SEARCH, planted.hex(), *names]
    return subprocess.run(  # noqa: S603 - this file
        search, check=True, capture_output=True, text=True
    ).stdout.split()


def test_what_was_erased_is_in_no_file_of_the_database():
    callback = CallbackFactory()
    # The beginning of the value: its end may stand on another page.
    planted = stored_answers()[:100]
    assert places_with(planted)
    changes_by_person.erase(callback.registration_id, timezone.now())
    assert not Registration.objects.exists()
    assert scrub() == []
    assert places_with(planted) == []


def test_the_worker_does_that_too():
    callback = CallbackFactory()
    planted = stored_answers()[:100]
    changes_by_person.erase(callback.registration_id, timezone.now())
    job = next(job for job in periodic.JOBS if job.name == "scrub_deleted")
    at_night = timezone.now().astimezone(periodic.DESK_TIME_ZONE).replace(hour=periodic.QUIET_HOUR)
    job.run(at_night)
    assert places_with(planted) == []


def test_what_is_kept_outlives_it():
    callback = CallbackFactory()
    ask()
    scrub()
    assert Registration.objects.get().pk == callback.registration_id
    assert Reminder.objects.get().recipient["email"]


def test_it_knows_all_that_is_about_people():
    assert {Registration, Draft, OutboundMail, Reminder} <= set(personal_models())
