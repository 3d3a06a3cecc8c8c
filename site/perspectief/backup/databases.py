"""The database as one stream of bytes, and back: PostgreSQL through its own tools, SQLite here.

Passwords reach those tools in their environment only. Their error texts can hold rows, so only the
line that names the fault is repeated.
"""

import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import IO, Any

from django.db import connection

#: Whose rows are of no use later: sessions, and pages that are made anew.
TABLES_LEFT_EMPTY = ("django_session", "usersessions_usersession", "cache")
APPLICATION_NAME = "perspectief-restore"
#: The file in a backup, by kind of database.
FILE_NAMES = {"postgresql": "database.pgdump.age", "sqlite": "database.sqlite3.age"}


class DatabaseError(Exception):
    """The database could not be read or written; the message says why, without data."""


@contextmanager
def dumped() -> Iterator[IO[bytes]]:
    """Give the whole database as it is at one moment, while the site goes on.

    Raises:
        DatabaseError: on leaving, if it could not be read to its end.
    """
    if connection.vendor == "sqlite":
        yield BytesIO(_sqlite_copy())
        return
    command = ["--format=custom", "--no-owner", "--no-privileges"]
    command += [f"--exclude-table-data=public.{table}" for table in TABLES_LEFT_EMPTY]
    process = _start("pg_dump", command, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None  # noqa: S101 - for the types
        yield process.stdout
        _wait(process)
    finally:
        _end(process)


def load(reader: IO[bytes], statements: Sequence[str], *, replace: bool) -> None:
    """Put a database back from what `dumped` gave: all of it, or nothing.

    Args:
        reader: the stream. An exception while reading leaves the database as it was.
        statements: SQL that comes true at the same moment, so that nobody sees it without.
        replace: throw away what is in the database first.

    Raises:
        DatabaseError: it could not be done.
    """
    connection.close()
    if connection.vendor == "sqlite":
        _load_sqlite(reader, statements)
    else:
        _load_postgres(reader, statements, replace=replace)


def name() -> str:
    """Return how the database is called: what has to be typed before it is replaced."""
    stored = str(connection.settings_dict["NAME"])
    return os.path.basename(stored) if connection.vendor == "sqlite" else stored


def has_content() -> bool:
    """Return whether there is any table in the database."""
    with connection.cursor() as cursor:
        return bool(connection.introspection.table_names(cursor))


def sign_own_connections() -> None:
    """Have PostgreSQL call all connections that this process makes from now on by one name."""
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()
    os.environ["PGAPPNAME"] = f"{APPLICATION_NAME}-{os.getpid()}"


def other_programs() -> int:
    """Return how many connections of others the account of the site has to its database.

    Call `sign_own_connections` first. SQLite does not know; there the answer is 0.
    """
    if connection.vendor == "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND usename = current_user"
            " AND application_name <> current_setting('application_name')"
        )
        return int(cursor.fetchone()[0])


def _sqlite_copy() -> bytes:
    connection.ensure_connection()
    with sqlite3.connect(":memory:") as copy:
        connection.connection.backup(copy)
        known = {row[0] for row in copy.execute("SELECT name FROM sqlite_master")}
        for table in known.intersection(TABLES_LEFT_EMPTY):
            copy.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own tables
        copy.commit()
        copy.execute("VACUUM")  # what was deleted stays in free pages until then
        return copy.serialize()


def _load_sqlite(reader: IO[bytes], statements: Sequence[str]) -> None:
    try:
        with sqlite3.connect(":memory:") as copy:
            copy.deserialize(reader.read())
            # In memory there is no journal; a file that says it has one cannot be read there.
            for statement in statements:
                copy.execute(statement)
            copy.commit()
            connection.ensure_connection()
            copy.backup(connection.connection)
    except sqlite3.Error as error:
        raise DatabaseError(f"SQLite: {error}") from None
    finally:
        connection.close()


def _load_postgres(reader: IO[bytes], statements: Sequence[str], *, replace: bool) -> None:
    script = _start(
        "pg_restore",
        ["--file=-", "--no-owner", "--no-privileges"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        connects=False,
    )
    # No commit is written before everything was read, so whatever goes wrong changes nothing.
    psql = _start(
        "psql",
        ["--no-psqlrc", "--quiet", "--output", os.devnull, "-v", "ON_ERROR_STOP=1", "-f", "-"],
        stdin=subprocess.PIPE,
    )
    fed: list[BaseException] = []

    def feed() -> None:
        try:
            with script.stdin as pipe:  # type: ignore[union-attr]
                shutil.copyfileobj(reader, pipe)
        except BaseException as fault:  # noqa: BLE001 - looked at below
            fed.append(fault)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    try:
        _write_script(script.stdout, psql, statements, replace=replace, wait_for=(feeder, script))
    finally:
        for process in (psql, script):
            _end(process)
        feeder.join()
    if fed:
        raise DatabaseError("The backup could not be read to its end.") from fed[0]


def _write_script(
    rows: IO[bytes] | None,
    psql: subprocess.Popen[bytes],
    statements: Sequence[str],
    *,
    replace: bool,
    wait_for: tuple[threading.Thread, subprocess.Popen[bytes]],
) -> None:
    assert rows is not None  # noqa: S101 - for the types
    assert psql.stdin is not None  # noqa: S101
    feeder, script = wait_for
    try:
        with psql.stdin as pipe:
            pipe.write(b"BEGIN;\n")
            if replace:
                pipe.write(b"DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n")
            shutil.copyfileobj(rows, pipe)
            feeder.join()
            _wait(script)
            pipe.write(b"SET search_path TO public;\n")  # the script emptied it
            pipe.write("".join(f"{statement};\n" for statement in statements).encode())
            pipe.write(b"COMMIT;\n")
    except BrokenPipeError:
        pass  # it says why when it ends
    _wait(psql)


def _start(
    program: str, arguments: Sequence[str], *, connects: bool = True, **streams: Any
) -> subprocess.Popen[bytes]:
    client: Any = connection.client
    psql, extra = client.settings_to_cmd_args_env(connection.settings_dict, [])
    command = [program, *arguments, *(psql[1:] if connects else [])]
    environment = {**os.environ, **(extra or {})}
    try:
        return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, **streams)  # noqa: S603 - PostgreSQL's own tools
    except FileNotFoundError:
        raise DatabaseError(
            f"{program} is not installed; on Debian it is in postgresql-client."
        ) from None


def _wait(process: subprocess.Popen[bytes]) -> None:
    errors = process.stderr.read() if process.stderr is not None else b""
    if process.wait() != 0:
        lines = errors.decode(errors="replace").splitlines()
        found = next((line for line in lines if "rror:" in line or "ERROR:" in line), "")
        raise DatabaseError(found or f"It ended with exit code {process.returncode}.")


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            with suppress(OSError):
                stream.close()
