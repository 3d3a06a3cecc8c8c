"""The encrypted field and the blind index."""

import copy
import json
import pickle
import traceback

import pytest
from cryptography.fernet import Fernet
from django.core import serializers
from django.core.exceptions import FieldError
from django.core.management import call_command
from django.db import connection, models
from django.db.models import F
from django.test.utils import isolate_apps

from perspectief import encryption
from perspectief.encryption import (
    SERIALISED_KEY,
    DecryptionError,
    EncryptedField,
    blind_index,
    decrypt_labelled,
    encrypt_labelled,
)
from tests.perspectief.encrypted_note import EncryptedNote

pytestmark = pytest.mark.django_db

SECRET = "Zoë meldt zich om drie uur 🙂"


def stored_bytes(note: EncryptedNote, column: str = "body") -> bytes:
    """Return what the database holds, without the field in between."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM {EncryptedNote._meta.db_table} WHERE id = %s",  # noqa: S608
            [note.pk],
        )
        return bytes(cursor.fetchone()[0])


def overwrite(note: EncryptedNote, column: str, value: bytes) -> None:
    """Put bytes into the database behind the back of the field."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {EncryptedNote._meta.db_table} SET {column} = %s WHERE id = %s",  # noqa: S608
            [value, note.pk],
        )


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(SECRET, id="text"),
        pytest.param("", id="empty"),
        pytest.param("x" * 10_000, id="long"),
        pytest.param("\u202eright to left\u202c", id="right-to-left"),
        pytest.param("half \ud83d", id="half-surrogate"),
        0,
        False,
        True,
        -1.5,
        pytest.param(["a", {"b": None}], id="list"),
        pytest.param({}, id="empty-dict"),
        pytest.param({"story": "Hé", "moments": [1, 2]}, id="dict"),
        None,
    ],
)
def test_value_comes_back_as_it_was(value):
    note = EncryptedNote.objects.create(answers=value)
    found = EncryptedNote.objects.get(pk=note.pk).answers
    assert found == value
    assert type(found) is type(value)


def test_none_is_null_and_can_be_asked_for():
    empty = EncryptedNote.objects.create(answers=None)
    full = EncryptedNote.objects.create(answers="")
    assert EncryptedNote.objects.get(answers__isnull=True) == empty
    assert EncryptedNote.objects.get(answers__isnull=False) == full
    inner = EncryptedNote.objects.filter(answers__isnull=True).values("pk")
    assert EncryptedNote.objects.exclude(pk__in=inner).get() == full


def test_database_holds_no_plain_text_and_never_the_same_bytes():
    first, second = (EncryptedNote.objects.create(body=SECRET) for _ in range(2))
    assert stored_bytes(first).startswith(b"gAAAAA")
    assert stored_bytes(first) != stored_bytes(second)


def test_length_does_not_tell_which_option_was_chosen():
    lengths = {
        len(stored_bytes(EncryptedNote.objects.create(body=code)))
        for code in ("victim", "accident_causer", "", "I would rather not say" * 3)
    }
    assert len(lengths) == 1


def test_full_clean_accepts_text_that_is_not_ascii():
    note = EncryptedNote(body="Zoë", answers={"name": "Zoë"})
    note.full_clean()
    assert note.body == "Zoë"
    assert note.answers == {"name": "Zoë"}


def test_update_and_bulk_writes_are_encrypted_too():
    note, other = EncryptedNote.objects.bulk_create([EncryptedNote(body="a") for _ in range(2)])
    EncryptedNote.objects.filter(pk=note.pk).update(body=SECRET)
    other.body = SECRET
    EncryptedNote.objects.bulk_update([other], ["body"])
    for pk in (note.pk, other.pk):
        found = EncryptedNote.objects.get(pk=pk)
        assert found.body == SECRET
        assert stored_bytes(found).startswith(b"gAAAAA")


@pytest.mark.parametrize(
    "lookup", ["body", "body__exact", "body__contains", "body__in", "body__gt", "body__date"]
)
def test_filtering_is_refused(lookup):
    with pytest.raises(FieldError, match="encrypted"):
        EncryptedNote.objects.filter(**{lookup: "a"})


@pytest.mark.parametrize("ordering", ["body", "-body", "answers"])
def test_sorting_is_refused(ordering):
    with pytest.raises(FieldError, match="encrypted"):
        list(EncryptedNote.objects.order_by(ordering))


def test_values_and_annotations_stay_sealed_until_somebody_opens_them():
    EncryptedNote.objects.create(body=SECRET)
    for sealed in (
        EncryptedNote.objects.values_list("body", flat=True).get(),
        EncryptedNote.objects.annotate(copy=F("body")).get().copy,
    ):
        assert SECRET not in repr(sealed)
        assert sealed.open() == SECRET


@pytest.fixture
def decrypted(monkeypatch):
    """The labels of what was decrypted so far."""
    labels = []

    def decrypt(label, token):
        labels.append(label)
        return decrypt_labelled(label, token)

    monkeypatch.setattr(encryption, "decrypt_labelled", decrypt)
    return labels


def test_loading_saving_copying_and_dumping_a_row_reads_nothing_of_it(decrypted):
    note = EncryptedNote.objects.create(body=SECRET, answers={"name": "Zoë"})
    before = stored_bytes(note), stored_bytes(note, "answers")
    found = EncryptedNote.objects.get(pk=note.pk)
    found.save()
    pickle.dumps(copy.deepcopy(found))
    serializers.serialize("json", [found])
    assert decrypted == []
    assert (stored_bytes(note), stored_bytes(note, "answers")) == before


def test_reading_an_attribute_decrypts_it_once_and_nothing_else(decrypted):
    pk = EncryptedNote.objects.create(body=SECRET, answers=["a"]).pk
    found = EncryptedNote.objects.get(pk=pk)
    assert (found.answers, found.answers) == (["a"], ["a"])
    assert decrypted == [EncryptedNote._meta.get_field("answers").label]


def test_what_was_read_and_changed_in_place_is_stored():
    pk = EncryptedNote.objects.create(body="a", answers=["a"]).pk
    found = EncryptedNote.objects.get(pk=pk)
    found.answers.append("b")
    found.save()
    assert EncryptedNote.objects.get(pk=pk).answers == ["a", "b"]


def test_a_column_that_was_left_out_of_the_query_is_fetched_when_read():
    pk = EncryptedNote.objects.create(body=SECRET).pk
    assert EncryptedNote.objects.defer("body").get(pk=pk).body == SECRET


def test_an_unread_value_of_another_column_is_encrypted_anew():
    pk = EncryptedNote.objects.create(body=SECRET).pk
    sealed = EncryptedNote.objects.values_list("body", flat=True).get(pk=pk)
    EncryptedNote.objects.filter(pk=pk).update(answers=sealed)
    assert EncryptedNote.objects.get(pk=pk).answers == SECRET


def test_wrong_key_is_loud_and_tells_nothing(settings):
    note = EncryptedNote.objects.create(body=SECRET)
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    found = EncryptedNote.objects.get(pk=note.pk)
    with pytest.raises(DecryptionError) as caught:
        found.body  # noqa: B018 - reading it is what fails
    assert "Zoë" not in "".join(traceback.format_exception(caught.value))


def test_value_moved_to_another_column_is_refused_without_showing_it():
    note = EncryptedNote.objects.create(body=SECRET, answers="other")
    overwrite(note, "answers", stored_bytes(note, "body"))
    found = EncryptedNote.objects.get(pk=note.pk)
    with pytest.raises(DecryptionError) as caught:
        found.answers  # noqa: B018 - reading it is what fails
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_changed_value_is_refused():
    note = EncryptedNote.objects.create(body=SECRET)
    token = bytearray(stored_bytes(note))
    token[40] ^= 1
    overwrite(note, "body", bytes(token))
    found = EncryptedNote.objects.get(pk=note.pk)
    with pytest.raises(DecryptionError):
        found.body  # noqa: B018 - reading it is what fails


@pytest.mark.parametrize("output_format", ["json", "jsonl"])
def test_dumpdata_writes_ciphertext_and_loaddata_reads_it(tmp_path, output_format):
    note = EncryptedNote.objects.create(body=SECRET, answers=1_061_983)
    EncryptedNote.objects.create(answers=None)
    file = tmp_path / f"notes.{output_format}"
    text = serializers.serialize(output_format, EncryptedNote.objects.all())  # as dumpdata does
    file.write_text(text)
    assert text.count(f'"{SERIALISED_KEY}"') == 3
    assert "drie uur" not in text
    assert "1061983" not in text
    EncryptedNote.objects.all().delete()
    call_command("loaddata", str(file), verbosity=0)
    loaded = EncryptedNote.objects.get(pk=note.pk)
    assert (loaded.body, loaded.answers) == (SECRET, 1_061_983)
    assert EncryptedNote.objects.exclude(pk=note.pk).get().answers is None


def test_dump_of_another_column_is_refused():
    note = EncryptedNote.objects.create(body=SECRET, answers="x")
    rows = json.loads(serializers.serialize("json", [note]))
    rows[0]["fields"]["answers"] = rows[0]["fields"]["body"]
    with pytest.raises(serializers.base.DeserializationError):
        list(serializers.deserialize("json", json.dumps(rows)))


def test_ciphertext_that_somebody_types_stays_text():
    """Else a stolen database could be read by typing its values into the form."""
    stolen = encrypt_labelled("perspectief.encryptednote.body", SECRET).decode()
    for typed in (stolen, json.dumps({SERIALISED_KEY: stolen})):
        note = EncryptedNote(body=typed)
        note.full_clean()
        assert note.body == typed


def test_value_that_json_does_not_know_is_refused():
    with pytest.raises(TypeError):
        EncryptedNote.objects.create(answers=object())


@isolate_apps("perspectief")
def test_options_that_would_reveal_the_value_are_reported():
    class RevealingNote(models.Model):  # noqa: DJ008  (never shown)
        body = EncryptedField(unique=True, editable=True)
        indexed = EncryptedField(db_index=True)

        class Meta:
            app_label = "perspectief"

    messages = [error.msg for error in RevealingNote.check() if error.id == "perspectief.E101"]
    assert len(messages) == 3


def database_content() -> bytes:
    """Return all that a thief of the database would have of the notes."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        return connection.connection.serialize()
    table = EncryptedNote._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT title || encode(body, 'escape') || encode(answers, 'escape') FROM {table}"  # noqa: S608
        )
        return cursor.fetchone()[0].encode()


def test_stolen_database_reveals_nothing():
    EncryptedNote.objects.create(title="clear title", body=SECRET, answers={"city": "Delfzijl"})
    content = database_content()
    assert b"clear title" in content  # the copy is complete, so that what follows means something
    for secret in ("drie uur", "Delfzijl", "city", json.dumps(SECRET)[1:-1]):
        assert secret.encode() not in content


class TestBlindIndex:
    def test_equal_values_are_found_whatever_their_case_width_and_space(self):
        assert blind_index("email", " Zoë@Example.ORG ") == blind_index("email", "zoë@example.org")
        assert blind_index("phone", "＋31612345678") == blind_index("phone", "+31612345678")

    def test_purpose_and_key_keep_hashes_apart(self, settings):
        first = blind_index("email", "a@example.org")
        assert first != blind_index("phone", "a@example.org")
        settings.BLIND_INDEX_KEY = "another"
        assert first != blind_index("email", "a@example.org")

    def test_is_a_hexadecimal_sha_256_without_the_value(self):
        result = blind_index("email", "a@example.org")
        assert len(result) == 64
        assert int(result, 16) > 0

    def test_survives_half_a_surrogate(self):
        assert blind_index("email", "\ud83d")
