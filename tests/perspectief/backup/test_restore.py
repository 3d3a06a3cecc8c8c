"""What is put back from a backup is the site as it was, without who was erased since."""

import os
import uuid
from datetime import timedelta
from io import StringIO

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from perspectief import erasure_ledger, restoration
from perspectief.backup import sealing
from perspectief.backup.making import Manifest
from perspectief.models import ErasedKey, Restoration
from registration.casework import changes_by_person
from registration.casework.erasure import ASKED_KIND
from registration.casework.submission import Submission, submit_registration
from registration.models import OutboundMail, Registration
from registration.reminder import asking
from tests.perspectief.backup.conftest import BackupPlace, OtherMachine
from tests.perspectief.staff.conftest import editor, make_staff
from tests.registration.factories import AnswersFactory
from tests.registration.reminder.test_sending import ask
from tests.support.site_contents import contents
from tests.support.smtp_server import Mailbox

__all__ = ["editor", "make_staff"]

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "JBSWY3DPEHPK3PXP"
NAMES = ("Zwaantje Plantvorst", "Bewaarder Plantzaad", "Client Plantsma")


def register(name: str) -> Registration:
    """Send the registration of somebody."""
    key = uuid.uuid4()
    answers = AnswersFactory(name=name, all_channels=True)
    submit_registration(Submission(answers=answers, language="nl", key=key))
    return Registration.objects.get(submission_key=key)


@pytest.fixture
def site(editor, backup_place: BackupPlace) -> list[Registration]:
    """A site with people, a second factor and uploads."""
    TOTP.activate(editor, SECRET)
    for name in ("images/plaatje.png", "videos/film.mp4", "documents/diep/brief é.pdf"):
        default_storage.save(name, ContentFile(os.urandom(200_000)))
    return [register(name) for name in NAMES]


def test_every_row_upload_and_key_comes_back(
    site: list[Registration], backup_place: BackupPlace, other_machine: OtherMachine
):
    before = contents()
    backup = backup_place.make()
    done = other_machine.restore(backup)
    assert done.returncode == 0, done.stderr
    assert "3 uploads" in done.stdout
    assert other_machine.contents() == before
    assert len(before["uploads"]) == 3
    assert all(any(name in row for row in before["registration.registration"]) for name in NAMES)


def test_who_was_erased_after_the_backup_does_not_come_back(
    site: list[Registration], backup_place: BackupPlace, other_machine: OtherMachine
):
    cancelled, kept = ask("een@plantkalender.example"), ask("twee@plantkalender.example")
    backup = backup_place.make()
    erased = site[1]
    changes_by_person.erase(erased.pk, timezone.now())
    assert asking.cancel(cancelled.reference)
    left = contents()
    assert other_machine.restore(backup).returncode == 0
    restored = other_machine.contents()
    for label in ("registration.registration", "registration.callback", "registration.reminder"):
        assert restored[label] == left[label]
    assert not any(NAMES[1] in row for rows in restored.values() for row in rows)
    assert len(restored["registration.registration"]) == 2
    assert len(restored["registration.reminder"]) == 1
    assert kept.reference


def test_the_ledger_says_nothing_about_anybody(site: list[Registration], settings):
    keys = [site[0].submission_key, site[0].reference_hash, site[0].phone_hash]
    changes_by_person.erase(site[0].pk, timezone.now())
    erasure_ledger.update_file(timezone.now())
    ledger = settings.ERASURE_LEDGER.read_text()
    entries = [line.split() for line in ledger.splitlines()]
    assert {kind: len(key_hash) for _moment, kind, key_hash in entries} == {
        "registration": 64,
        ASKED_KIND: 64,
    }
    assert not any(str(key) in ledger for key in keys)


def test_what_only_the_file_has_stays_in_the_ledger(site: list[Registration], settings):
    """The table may come from a backup of before."""
    changes_by_person.erase(site[0].pk, timezone.now())
    erasure_ledger.update_file(timezone.now())
    before = settings.ERASURE_LEDGER.read_text()
    ErasedKey.objects.all().delete()
    changes_by_person.erase(site[1].pk, timezone.now())
    each = len(before.splitlines())
    assert erasure_ledger.update_file(timezone.now()) == each > 0
    after = settings.ERASURE_LEDGER.read_text()
    assert after.startswith(before)
    assert len(after.splitlines()) == 2 * each
    later = timezone.now() + erasure_ledger.LEDGER_KEPT + timedelta(days=1)
    erasure_ledger.update_file(later)
    assert settings.ERASURE_LEDGER.read_text() == ""


def test_an_erasure_that_is_rolled_back_is_not_in_the_ledger(site: list[Registration], settings):
    with transaction.atomic():
        changes_by_person.erase(site[0].pk, timezone.now())
        transaction.set_rollback(True)
    assert erasure_ledger.update_file(timezone.now()) == 0


def test_a_restored_site_mails_nobody_until_somebody_says_so(
    site: list[Registration],
    backup_place: BackupPlace,
    other_machine: OtherMachine,
    smtp_server: Mailbox,
):
    mail_server = {"SMTP_HOST": smtp_server.host, "SMTP_PORT": str(smtp_server.port)}
    backup = backup_place.make()
    waiting = OutboundMail.objects.filter(sent_at=None).count()
    assert waiting >= len(NAMES)
    assert other_machine.restore(backup).returncode == 0
    worker = ("perspectief", "worker", "--once")
    assert other_machine.run(*worker, **mail_server).returncode == 0
    assert smtp_server.messages == []
    resumed = other_machine.run("perspectief", "resume_mail")
    assert resumed.stdout == "Mail goes out again.\n"
    other_machine.run(*worker, **mail_server)
    assert len(smtp_server.messages) == waiting


def test_mail_waits_until_the_ledger_was_gone_through(
    site: list[Registration], backup_place: BackupPlace, settings
):
    Restoration.objects.create(backup_made_at=timezone.now())
    with pytest.raises(CommandError, match="repeat_erasures"):
        call_command("resume_mail")
    with pytest.raises(CommandError, match="ledger cannot be read"):
        call_command("repeat_erasures")
    erasure_ledger.update_file(timezone.now())
    call_command("repeat_erasures", stdout=StringIO())
    call_command("resume_mail", stdout=StringIO())
    assert restoration.unfinished_restoration() is None


def test_a_backup_does_not_go_over_a_site_that_is_not_named(
    site: list[Registration], backup_place: BackupPlace, other_machine: OtherMachine
):
    backup = backup_place.make()
    assert other_machine.restore(backup).returncode == 0
    name = other_machine.database_url.rpartition("/")[2]
    for options, message in (
        ([], f"--replace {name}"),
        (["--replace", "another"], f"The database is called {name}, not another"),
    ):
        refused = other_machine.restore(backup, *options)
        assert refused.returncode == 1
        assert message in refused.stderr
    changes_by_person.erase(site[0].pk, timezone.now())
    replaced = other_machine.restore(backup, "--replace", name)
    assert replaced.returncode == 0, replaced.stderr
    assert len(other_machine.contents()["registration.registration"]) == len(NAMES) - 1


@pytest.mark.parametrize("damage", ["changed", "missing", "cut short", "other key"])
def test_what_cannot_be_read_changes_nothing(
    site: list[Registration],
    backup_place: BackupPlace,
    other_machine: OtherMachine,
    damage: str,
):
    backup = backup_place.make()
    database = next(backup.glob("database.*"))
    if damage == "changed":
        content = bytearray(database.read_bytes())
        content[len(content) // 2] ^= 1
        database.write_bytes(content)
    elif damage == "missing":
        database.unlink()
    elif damage == "cut short":  # and the manifest says that this is right
        database.write_bytes(database.read_bytes()[:-100])
        manifest = Manifest.read(backup)
        manifest.files[database.name] = sealing.digest_of(database)
        manifest.write(backup)
    else:
        other_machine.identity.write_text(sealing.new_key()[0])
    refused = other_machine.restore(backup)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    assert other_machine.tables() == 0
