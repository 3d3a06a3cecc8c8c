"""Encrypting everything again with the newest key, while the site is at work."""

from collections.abc import Iterator
from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q, Value
from django.db.models.expressions import Col

from perspectief.encryption import (
    DecryptionError,
    EncryptedField,
    encrypted_fields,
    multi_fernet,
)

BATCH = 200
# Which of the data of a second factor are encrypted; recovery codes that were typed in are a list.
SECRET_KEYS = ("secret", "seed", "migrated_codes")


def needs_rotation(token: bytes | str) -> bool:
    """Return whether `token` was encrypted with another key than the newest."""
    try:
        Fernet(settings.FIELD_ENCRYPTION_KEYS[0]).decrypt(token)
    except InvalidToken:
        return True
    return False


def rotate_field(field: EncryptedField, *, dry_run: bool) -> int:
    """Encrypt the values of one column with the newest key; return how many needed it.

    A value is replaced only if it is still the one that was read: what the site writes meanwhile
    wins, and uses the newest key already. Raises DecryptionError if none of the keys fits.
    """
    count = 0
    for pk, token in _stored_tokens(field):
        if not needs_rotation(token):
            continue
        count += 1
        new = _rotate(token, f"{field.label} of row {pk}")
        if not dry_run:
            rows = _with_stored_value(field).filter(pk=pk, stored_value=token)
            rows.update(**{field.attname: Value(new, output_field=models.BinaryField())})
    return count


def rotate_second_factors(*, dry_run: bool) -> int:
    """Encrypt the secrets of second factors with the newest key; return how many needed it."""
    count = 0
    for pk in Authenticator.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():  # locked, since using a recovery code changes the same data
            authenticator = Authenticator.objects.select_for_update().filter(pk=pk).first()
            if authenticator is None:
                continue
            data, changed = _rotate_secrets(authenticator)
            count += changed
            if changed and not dry_run:
                authenticator.data = data
                authenticator.save(update_fields=["data"])
    return count


def all_encrypted_fields() -> list[EncryptedField]:
    """Return every encrypted field of every model."""
    return [field for model in apps.get_models() for field in encrypted_fields(model)]


class StoredColumn(Col):
    """An encrypted column as the database holds it."""

    def get_db_converters(self, connection: Any) -> list[Any]:
        """Return no conversion: decrypting is one."""
        return []


def _with_stored_value(field: EncryptedField) -> models.QuerySet[Any]:
    column = StoredColumn(field.model._meta.db_table, field, models.BinaryField())
    return field.model._base_manager.annotate(stored_value=column)


def _stored_tokens(field: EncryptedField) -> Iterator[tuple[Any, bytes]]:
    rows = _with_stored_value(field).filter(~Q(stored_value=None)).order_by("pk")
    last_pk = None
    while True:
        batch = rows if last_pk is None else rows.filter(pk__gt=last_pk)
        found = list(batch.values_list("pk", "stored_value")[:BATCH])
        if not found:
            return
        for pk, token in found:
            yield pk, bytes(token)
        last_pk = found[-1][0]


def _rotate(token: bytes | str, place: str) -> bytes:
    try:
        return multi_fernet().rotate(token)
    except InvalidToken:
        raise DecryptionError(f"{place}: none of the keys fits.") from None


def _rotate_secrets(authenticator: Authenticator) -> tuple[dict[str, Any], int]:
    data, changed = dict(authenticator.data), 0
    for key in SECRET_KEYS:
        if key not in data:
            continue
        is_list = isinstance(data[key], list)
        tokens = data[key] if is_list else [data[key]]
        old = [needs_rotation(token) for token in tokens]
        if not any(old):
            continue
        place = f"second factor {authenticator.pk}"
        rotated = [
            _rotate(token, place).decode() if is_old else token
            for token, is_old in zip(tokens, old, strict=True)
        ]
        data[key] = rotated if is_list else rotated[0]
        changed += sum(old)
    return data, changed
