"""What a database still has of deleted rows in its files, and getting rid of it.

SQLite overwrites what is deleted (secure_delete, see the settings), but its write-ahead log keeps
pages as they were until it is emptied. PostgreSQL marks rows as dead and leaves their bytes in
place, also after VACUUM: only writing the table anew drops them. docs/operations.md says the rest.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import OperationalError, connection
from django.db.models import Model

from perspectief.encryption import encrypted_fields

#: Bytes. Writing a larger table anew would keep people waiting who are registering.
LARGEST_TABLE_TO_WRITE_ANEW = 256 * 1024 * 1024
#: So long we wait for a table that somebody uses; next time is soon enough.
LOCK_TIMEOUT = "2s"


def scrub() -> list[str]:
    """Drop what is left of deleted rows from the files of the database, as far as it lets us.

    Returns:
        What it has to be tried again for, because it was in use: all, inside a transaction.
    """
    tables = [model._meta.db_table for model in personal_models()]
    if connection.in_atomic_block:
        return tables
    if connection.vendor == "sqlite":
        return _empty_write_ahead_log()
    busy = []
    for table in tables:
        try:
            _write_anew(table)
        except OperationalError:  # in use
            busy.append(table)
    return busy


def personal_models() -> Iterator[type[Model]]:
    """Yield the models that keep something about people, which is encrypted in every row."""
    for model in apps.get_models():
        if encrypted_fields(model):
            yield model


def _empty_write_ahead_log() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy = cursor.fetchone()[0]
    return ["write-ahead log"] if is_busy else []


def _write_anew(table: str) -> None:
    quoted = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_total_relation_size(%s::regclass)", [quoted])
        how = "FULL" if cursor.fetchone()[0] <= LARGEST_TABLE_TO_WRITE_ANEW else "SKIP_LOCKED"
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [LOCK_TIMEOUT])
        try:
            cursor.execute(f"VACUUM ({how}) {quoted}")
        finally:
            cursor.execute("SELECT set_config('lock_timeout', '0', false)")
