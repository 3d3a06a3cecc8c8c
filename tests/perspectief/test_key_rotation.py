"""A new key takes over without anything being lost or readable in between."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command

from perspectief import key_rotation
from perspectief.encryption import DecryptionError
from tests.perspectief.encrypted_note import EncryptedNote

pytestmark = pytest.mark.django_db


@pytest.fixture
def keys(settings) -> tuple[str, str]:
    """The key that everything is encrypted with, and a new one."""
    return settings.FIELD_ENCRYPTION_KEYS[0], Fernet.generate_key().decode()


@pytest.fixture
def notes(keys) -> list[EncryptedNote]:
    """More rows than fit in a batch."""
    rows = [EncryptedNote(body=f"tekst {number}") for number in range(key_rotation.BATCH + 3)]
    return EncryptedNote.objects.bulk_create(rows)


@pytest.fixture
def second_factor(keys, admin_user) -> Authenticator:
    """An authenticator app and recovery codes."""
    TOTP.activate(admin_user, "JBSWY3DPEHPK3PXP")
    return RecoveryCodes.activate(admin_user).instance


def rotate(**options) -> str:
    """Run the command."""
    out = StringIO()
    call_command("rotate_encryption_keys", stdout=out, **options)
    return out.getvalue()


def test_old_key_can_go_afterwards(settings, keys, notes, second_factor):
    old, new = keys
    codes = second_factor.wrap().get_unused_codes()
    settings.FIELD_ENCRYPTION_KEYS = [new, old]
    assert rotate().startswith(f"{len(notes) + 2} values encrypted")
    settings.FIELD_ENCRYPTION_KEYS = [new]
    assert {note.body for note in EncryptedNote.objects.all()} == {note.body for note in notes}
    totp = Authenticator.objects.get(type="totp")
    assert totp.wrap().instance.data["secret"].startswith("gAAAAA")
    assert Authenticator.objects.get(pk=second_factor.pk).wrap().get_unused_codes() == codes


def test_second_run_finds_nothing_to_do(settings, keys, notes):
    settings.FIELD_ENCRYPTION_KEYS = [keys[1], keys[0]]
    rotate()
    assert rotate().startswith("0 values")


def test_dry_run_counts_and_changes_nothing(settings, keys, notes, second_factor):
    settings.FIELD_ENCRYPTION_KEYS = [keys[1], keys[0]]
    assert rotate(dry_run=True).startswith(f"{len(notes) + 2} values would be")
    settings.FIELD_ENCRYPTION_KEYS = [keys[0]]
    assert EncryptedNote.objects.count() == len(list(EncryptedNote.objects.all()))


def test_missing_old_key_stops_it_with_a_message_without_data(settings, keys, notes):
    settings.FIELD_ENCRYPTION_KEYS = [keys[1]]
    with pytest.raises(CommandError, match=r"encryptednote\.body of row") as caught:
        rotate()
    assert "tekst" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_what_the_site_writes_meanwhile_wins(settings, keys, monkeypatch):
    """The site saves the row between the moment it is read here and the moment it is replaced."""
    note = EncryptedNote.objects.create(body="vóór")
    settings.FIELD_ENCRYPTION_KEYS = [keys[1], keys[0]]
    rotate_one = key_rotation._rotate

    def rotate_while_the_site_saves(token, place):
        EncryptedNote.objects.filter(pk=note.pk).update(body="ná")
        return rotate_one(token, place)

    monkeypatch.setattr(key_rotation, "_rotate", rotate_while_the_site_saves)
    rotate()
    settings.FIELD_ENCRYPTION_KEYS = [keys[1]]
    assert EncryptedNote.objects.get(pk=note.pk).body == "ná"


def test_every_encrypted_field_of_the_site_is_included():
    labels = {field.label for field in key_rotation.all_encrypted_fields()}
    assert {"registration.registration.answers", "registration.draft.answers"} <= labels
    assert {"registration.handover.told", "registration.handover.note"} <= labels


def test_new_values_use_the_first_key_and_old_ones_stay_readable(settings, keys):
    old, new = keys
    before = EncryptedNote.objects.create(body="oud")
    settings.FIELD_ENCRYPTION_KEYS = [new, old]
    after = EncryptedNote.objects.create(body="nieuw")
    assert EncryptedNote.objects.get(pk=before.pk).body == "oud"
    settings.FIELD_ENCRYPTION_KEYS = [new]
    assert EncryptedNote.objects.get(pk=after.pk).body == "nieuw"
    found = EncryptedNote.objects.get(pk=before.pk)
    with pytest.raises(DecryptionError):
        found.body  # noqa: B018 - reading it is what fails
