"""Encryption of backups with age (age-encryption.org): the server holds no key that opens them.

Its own tool opens them too: `age --decrypt --identity KEY database.age`.
"""

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import pyrage

COMMENT = "#"


class SealingError(Exception):
    """A key is malformed, or a backup is damaged or was made for another key."""


class _HashingWriter:
    """Writes to a file and computes its SHA-256 on the way."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write all of `data`."""
        self._hash.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        """Hand over to the operating system what was written."""
        self._file.flush()

    @property
    def digest(self) -> str:
        """The SHA-256 of what was written, in hexadecimal digits."""
        return self._hash.hexdigest()


def read_recipients(text: str) -> list[Any]:
    """Return the public keys in `text`, with commas or spaces between them.

    Raises:
        SealingError: there is none, or one is malformed; the message says which, not what it is.
    """
    keys = text.replace(",", " ").split()
    if not keys:
        raise SealingError("BACKUP_RECIPIENTS must hold the public key that backups are made for.")
    return [_recipient(number, key) for number, key in enumerate(keys, start=1)]


def read_identities(text: str) -> list[Any]:
    """Return the private keys in `text`, a file as `age-keygen` writes it.

    Raises:
        SealingError: there is none, or one is malformed.
    """
    lines = (line.strip() for line in text.splitlines())
    keys = [line for line in lines if line and not line.startswith(COMMENT)]
    try:
        identities = [pyrage.x25519.Identity.from_str(key) for key in keys]
    except pyrage.IdentityError:
        identities = []
    if not identities:
        raise SealingError("This file holds no private key of age (AGE-SECRET-KEY-1…).")
    return identities


def new_key() -> tuple[str, str]:
    """Return a new private key, and the public key that belongs to it."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def seal(reader: Any, path: Path, recipients: list[Any]) -> str:
    """Write what `reader` gives to a new file, encrypted; nothing is kept in clear.

    Returns:
        The SHA-256 of the file.

    Raises:
        SealingError: it could not be read or written, such as on a full disk.
    """
    with path.open("xb") as file:
        writer = _HashingWriter(file)
        try:
            pyrage.encrypt_io(reader, writer, recipients)
        except (pyrage.EncryptError, OSError) as error:
            raise SealingError(f"{path.name} could not be written: {error}") from error
        file.flush()
        os.fsync(file.fileno())
    return writer.digest


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def opened(path: Path, identities: list[Any]) -> Iterator[BinaryIO]:
    """Give what was sealed, to be read from beginning to end.

    Raises:
        SealingError: on leaving, if the file is damaged or was made for another key. What was read
            until then must not be used.
    """

    def decrypt(writer: BinaryIO) -> None:
        with path.open("rb") as sealed:
            try:
                pyrage.decrypt_io(sealed, writer, identities)
            except (pyrage.DecryptError, OSError) as error:
                raise SealingError(
                    f"{path.name} is damaged, or was made for another key."
                ) from error

    with produced_by(decrypt) as reader:
        yield reader


@contextmanager
def produced_by(produce: Callable[[BinaryIO], None]) -> Iterator[BinaryIO]:
    """Give a stream of what `produce` writes, in a thread of its own, while it writes it.

    Raises:
        Exception: on leaving, whatever `produce` raised.
    """
    faults: list[BaseException] = []
    read_end, write_end = os.pipe()

    def run() -> None:
        writer = os.fdopen(write_end, "wb")
        try:
            produce(writer)
            writer.flush()
        except BaseException as fault:  # noqa: BLE001 - raised again in the thread that reads
            faults.append(fault)
        finally:
            with suppress(OSError):  # nobody reads any more
                writer.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    reader = os.fdopen(read_end, "rb")
    try:
        yield reader
    except BaseException:
        # If something could not be produced, that is the cause: the reader only met a sudden end.
        first = faults.copy()
        reader.close()
        thread.join()
        _raise_first(first)
        raise
    # Whatever is left unread, so that the end of it is looked at too.
    while reader.read(1 << 16):
        pass
    reader.close()
    thread.join()
    _raise_first(faults)


def _raise_first(faults: list[BaseException]) -> None:
    if faults:
        raise faults[0]


def _recipient(number: int, key: str) -> Any:
    try:
        return pyrage.x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        # Without the cause: somebody may have put the private key here.
        raise SealingError(
            f"Key {number} of BACKUP_RECIPIENTS is no public key of age (age1…)."
        ) from None
