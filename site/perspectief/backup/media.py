"""The uploads as one stream (tar), from and to whatever storage keeps them."""

import shutil
import tarfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from django.core.files import File
from django.core.files.storage import Storage

BLOCK = 1 << 20  # bytes
IN_MEMORY = 64 << 20  # bytes; no upload is larger


def names_in(storage: Storage, folder: str = "") -> Iterator[str]:
    """Yield the names of all files in a storage, in order."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:  # nothing was uploaded yet
        return
    for name in sorted(files):
        yield str(PurePosixPath(folder, name))
    for name in sorted(folders):
        yield from names_in(storage, str(PurePosixPath(folder, name)))


def pack(storage: Storage, writer: BinaryIO) -> int:
    """Write all files of a storage to `writer`; return how many.

    A file that is deleted meanwhile is left out: nothing in the database refers to it any more.
    """
    count = 0
    with tarfile.open(fileobj=writer, mode="w|", format=tarfile.PAX_FORMAT, bufsize=BLOCK) as tar:
        for name in names_in(storage):
            try:
                content = storage.open(name)
            except FileNotFoundError:
                continue
            with content:
                entry = tarfile.TarInfo(name)
                entry.size = content.size
                entry.mode = 0o600
                tar.addfile(entry, content)
            count += 1
    return count


def unpack(reader: BinaryIO, storage: Storage) -> int:
    """Put all files of a stream in a storage, in the place of those of the same name.

    Returns:
        How many there were.

    Raises:
        tarfile.TarError: the stream is damaged.
        SuspiciousFileOperation: a name leads out of the storage; nothing follows it.
    """
    count = 0
    with tarfile.open(fileobj=reader, mode="r|", bufsize=BLOCK) as tar:
        for entry in tar:
            content = tar.extractfile(entry)
            if content is None:  # a folder or link; we wrote none
                continue
            if storage.exists(entry.name):
                storage.delete(entry.name)
            with SpooledTemporaryFile(
                IN_MEMORY
            ) as whole:  # a bucket wants to go back in what it gets
                shutil.copyfileobj(content, whole)
                whole.seek(0)
                storage.save(entry.name, File(whole, name=entry.name))
            count += 1
    return count
