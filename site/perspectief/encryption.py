"""Encryption at rest: a model field that stores ciphertext, and keyed hashes to find equal values.

Keys come from the settings: FIELD_ENCRYPTION_KEYS (Fernet keys, the first one encrypts, all of them
decrypt) and BLIND_INDEX_KEY. docs/decisions/encryption-at-rest.md says what this protects against.
"""

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.expressions import Col
from django.db.models.lookups import IsNull
from django.db.models.query_utils import DeferredAttribute

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

# Every plain text is padded to a multiple of this many bytes, because the length of a ciphertext
# would tell which of a few options somebody chose.
PADDED_LENGTH = 256
# A serialised value is an object with this one key. It is no text, so that nothing typed into a
# form can pass for one and be decrypted for the person who typed it.
SERIALISED_KEY = "perspectief.encrypted"


class DecryptionError(InvalidToken):
    """A stored value was encrypted with another key, belongs to another column, or was changed."""


@lru_cache(maxsize=8)
def _multi_fernet(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def multi_fernet() -> MultiFernet:
    """Return the cipher of FIELD_ENCRYPTION_KEYS: encrypts with the first key, decrypts with any.

    Raises ValueError if there is no key or a key is malformed.
    """
    return _multi_fernet(tuple(settings.FIELD_ENCRYPTION_KEYS))


def encrypt_labelled(label: str, value: Any) -> bytes:
    """Encrypt `value` (anything JSON knows) so that it can only be read back under `label`.

    Raises TypeError for a value that JSON does not know, such as a date.
    """
    plain = json.dumps([label, value]).encode()
    padding = -len(plain) % PADDED_LENGTH
    return multi_fernet().encrypt(plain + b" " * padding)


def decrypt_labelled(label: str, token: bytes | str) -> Any:
    """Return the value that `encrypt_labelled` was given.

    Raises DecryptionError, without data, for a wrong key, a changed token or another label.
    """
    try:
        found_label, value = json.loads(multi_fernet().decrypt(token))
    except InvalidToken:
        found_label = value = None
    if found_label != label:
        # Outside the handler and without a cause: a traceback must not carry what was found.
        raise DecryptionError(f"{label}: wrong key, or the stored value was moved or changed")
    return value


def blind_index(purpose: str, value: str) -> str:
    """Return a keyed hash of `value` by which equal values are found without storing them.

    `purpose` keeps the hashes of different columns apart. Case, width and outer space do not count;
    give phone numbers in E.164. HMAC-SHA-256, as 64 hexadecimal digits.
    """
    normalised = unicodedata.normalize("NFKC", value).strip().casefold()
    message = f"{purpose}:{normalised}".encode(errors="surrogatepass")
    return hmac.new(settings.BLIND_INDEX_KEY.encode(), message, hashlib.sha256).hexdigest()


class Sealed:
    """A value as the database has it, which nobody has read yet; it shows nothing of it."""

    __slots__ = ("_label", "token")

    def __init__(self, label: str, token: bytes) -> None:
        self._label = label
        self.token = token

    def __repr__(self) -> str:
        return f"<Sealed {self._label}>"

    def open(self) -> Any:
        """Return the value.

        Raises:
            DecryptionError: see `decrypt_labelled`.
        """
        return decrypt_labelled(self._label, self.token)

    def is_of(self, label: str) -> bool:
        """Return whether it can be stored under `label` as it is."""
        return self._label == label


class DecryptedWhenRead(DeferredAttribute):
    """The attribute of an instance: loading a row decrypts nothing, reading the attribute does."""

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        if instance is None:
            return self
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = instance.__dict__[self.field.attname] = value.open()
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        # Without this, what is in the instance would be found before the attribute is asked.
        instance.__dict__[self.field.attname] = value


class EncryptedColumn(Col):
    """The column in a query; refuses to be sorted by: the order of ciphertext means nothing."""

    def resolve_expression(self, *args: Any, **kwargs: Any) -> "EncryptedColumn":
        """Raise FieldError: only ORDER BY (and a nested expression) resolves a column again."""
        raise FieldError(f"{self.target} is encrypted: it cannot be sorted by or computed with.")


class EncryptedIsNull(IsNull):
    """`isnull`, the only question that the database can answer about an encrypted column."""

    def __init__(self, lhs: Col, rhs: bool) -> None:
        # A plain column may be resolved again, which happens when the filter is in a subquery.
        super().__init__(Col(lhs.alias, lhs.target, models.BinaryField()), rhs)


class EncryptedField(models.BinaryField):
    """Holds text, a number, a boolean, a list or a dictionary; the database sees ciphertext only.

    None is stored as NULL, and so it is visible that a value is missing: prefer an empty text.
    A value is bound to its model and field (not to its row): renaming either needs a migration
    that encrypts again. It is decrypted when the attribute is read, not when a row is loaded, so
    whoever needs nothing of it pays and reveals nothing; a query of `values` gives it `Sealed`.
    Whatever reads fields in general (dumpdata, inspect views) gets ciphertext;
    the plain value is only in the attribute of the instance. Cannot be filtered (but for isnull),
    sorted, indexed, unique or editable through a model form.
    """

    if TYPE_CHECKING:  # any type that JSON knows goes in and comes out
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

    description = "Encrypted value"
    descriptor_class = DecryptedWhenRead

    @property
    def label(self) -> str:
        """What the values of this field are bound to."""
        return f"{self.model._meta.label_lower}.{self.attname}"

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Report options that would reveal the value or make no sense on ciphertext."""
        refused = [
            option
            for option, is_set in {
                "unique": self.unique,
                "db_index": getattr(self, "db_index", False),
                "primary_key": self.primary_key,
                "editable": self.editable,
            }.items()
            if is_set
        ]
        return [
            *super().check(**kwargs),
            *(
                checks.Error(
                    f"An encrypted field cannot be {option}.", obj=self, id="perspectief.E101"
                )
                for option in refused
            ),
        ]

    def _check_str_default_value(self) -> list[checks.CheckMessage]:
        return []  # unlike in a binary field, a text is a fine default

    def get_default(self) -> Any:
        """Return the default as it is, without the conversion to bytes of a binary field."""
        return super(models.BinaryField, self).get_default()

    def get_db_prep_value(
        self, value: Any, connection: "BaseDatabaseWrapper", prepared: bool = False
    ) -> Any:
        """Encrypt on the way to the database."""
        if not prepared:
            value = self.get_prep_value(value)
        if value is None or hasattr(value, "as_sql"):
            return value
        if isinstance(value, Sealed):
            if value.is_of(self.label):  # nobody read it, so it goes back as it came
                return super().get_db_prep_value(value.token, connection, prepared=True)
            value = value.open()
        if value == b"":  # what a migration fills a new column with
            value = ""
        token = encrypt_labelled(self.label, value)
        return super().get_db_prep_value(token, connection, prepared=True)

    def from_db_value(
        self, value: bytes | memoryview | None, expression: Any, connection: Any
    ) -> Sealed | None:
        """Return what is stored; the attribute of the instance decrypts it."""
        return None if value is None else Sealed(self.label, bytes(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Return what is saved, without reading what nobody has read."""
        return self._unread(model_instance)

    def _unread(self, instance: models.Model) -> Any:
        if self.attname in instance.__dict__:
            return instance.__dict__[self.attname]
        return getattr(instance, self.attname)

    def value_from_object(self, obj: models.Model) -> dict[str, str] | None:
        """Return the ciphertext: generic code has no business with the plain value."""
        value = self._unread(obj)
        if value is None:
            return None
        if isinstance(value, Sealed) and value.is_of(self.label):
            return {SERIALISED_KEY: value.token.decode()}
        return {SERIALISED_KEY: encrypt_labelled(self.label, value).decode()}

    def value_to_string(self, obj: models.Model) -> Any:
        """Return what dumpdata writes: an object with the ciphertext, for JSON and YAML."""
        return self.value_from_object(obj)

    def to_python(self, value: Any) -> Any:
        """Return `value`, decrypted if it was written by dumpdata."""
        if isinstance(value, dict) and value.keys() == {SERIALISED_KEY}:
            return decrypt_labelled(self.label, value[SERIALISED_KEY])
        return value

    def get_col(self, alias: str, output_field: models.Field[Any, Any] | None = None) -> Col:
        """Return a column that cannot be sorted by."""
        return EncryptedColumn(alias, self, output_field)

    def get_lookup(self, lookup_name: str) -> type[EncryptedIsNull]:
        """Return the `isnull` lookup; raises FieldError for any other."""
        if lookup_name != "isnull":
            raise FieldError(f"{self} is encrypted: it cannot be filtered by {lookup_name}.")
        return EncryptedIsNull

    def get_transform(self, lookup_name: str) -> None:
        """Raise FieldError: nothing can be computed from ciphertext."""
        raise FieldError(f"{self} is encrypted: it has no {lookup_name}.")


def encrypted_fields(model: type[models.Model]) -> Sequence[EncryptedField]:
    """Return the encrypted fields that `model` itself stores."""
    return [field for field in model._meta.local_fields if isinstance(field, EncryptedField)]
