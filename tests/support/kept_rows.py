"""The rows that migrations make, kept beside the tables and put back in one go.

Django would write them out as JSON and save object after object before every test that commits,
which takes longer than most of these tests. Nor are all tables emptied after each, where that takes
longer than to find those that hold a row.
"""

from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

PREFIX = "kept_"


class KeptRows:
    """Takes the place of what Django does to its test database for `serialized_rollback`."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        """Take the connection to the test database."""
        self._connection = connection
        self._tables: list[str] = []

    def install(self) -> None:
        """Have Django keep and put back rows this way; before it makes the test database."""
        creation = self._connection.creation
        creation.serialize_db_to_string = self._keep
        creation.deserialize_db_from_string = self._put_back
        if self._connection.vendor == "postgresql":
            self._connection.ops.sql_flush = self._deletions

    def _keep(self) -> str:
        with self._connection.cursor() as cursor:
            for table in self._connection.introspection.django_table_names(only_existing=True):
                original, kept = self._quoted(table), self._quoted(PREFIX + table)
                cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {original})")  # noqa: S608 - ours
                if cursor.fetchone()[0]:
                    cursor.execute(f"DROP TABLE IF EXISTS {kept}")
                    cursor.execute(f"CREATE TABLE {kept} AS SELECT * FROM {original}")  # noqa: S608
                    self._tables.append(table)
        return "kept in the database itself"

    def _put_back(self, data: str) -> None:
        # In one transaction: references are checked at its end.
        with transaction.atomic(self._connection.alias), self._connection.cursor() as cursor:
            for table in self._tables:
                original, kept = self._quoted(table), self._quoted(PREFIX + table)
                cursor.execute(f"DELETE FROM {original}")  # noqa: S608 - before the first such test
                cursor.execute(f"INSERT INTO {original} SELECT * FROM {kept}")  # noqa: S608 - ours

    def _deletions(self, style: Any, tables: list[str], **_options: Any) -> list[str]:
        """Return what empties `tables`: PostgreSQL makes new files for each that is truncated."""
        if not tables:
            return []
        filled = " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {self._quoted(table)})"  # noqa: S608
            for table in tables
        )
        with self._connection.cursor() as cursor:
            cursor.execute(filled)
            names = [name for (name,) in cursor.fetchall()]
        # All of them go, so that no reference is left to check.
        unchecked = "SET LOCAL session_replication_role = replica"
        return [unchecked, *(f"DELETE FROM {self._quoted(name)}" for name in names)]  # noqa: S608

    def _quoted(self, table: str) -> str:
        return self._connection.ops.quote_name(table)
