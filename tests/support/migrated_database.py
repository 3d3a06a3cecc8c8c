"""A database with every migration applied, made once and copied for each process that tests.

Migrating takes half a minute, and each process of each run needs a database of its own. The copy to
start from is kept until the code that makes it changes.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "var" / "test"
CODE = ("site", "home", "registration", "media_library")
MIGRATE = [sys.executable, "site/manage.py", "migrate", "--verbosity", "0"]
PREFIX = "migrated_"
JOURNALS = ("-journal", "-wal", "-shm")
_held: list[TextIO] = []  # open until this process ends


def start_from_migrated(settings: dict[str, Any]) -> None:
    """Have the test database begin as a copy that is migrated already.

    Args:
        settings: the database's settings, with the name of the test database under TEST. An SQLite
            file is put there, to be kept as it is; PostgreSQL hears which template to use.

    Raises:
        RuntimeError: another run of the tests in this checkout uses that file.
    """
    name = f"{PREFIX}{_fingerprint()}"
    if "sqlite" in settings["ENGINE"]:
        target = Path(settings["TEST"]["NAME"])
        take(target)
        with _alone():
            _replace_file(_migrated_file(name), target)
    else:
        with _alone():
            _make_template(name)
        settings["TEST"]["TEMPLATE"] = name


def prepare() -> None:
    """Make the database to copy from, for SQLite or for the server that DATABASE_URL names."""
    name = f"{PREFIX}{_fingerprint()}"
    with _alone():
        if os.environ.get("DATABASE_URL"):
            _make_template(name)
        else:
            _migrated_file(name)


@contextmanager
def another_migrated(folder: Path) -> Iterator[str]:
    """Give the DATABASE_URL of one more copy, for a program that needs a database of its own.

    It is of the kind that the tests run on: an SQLite file in `folder`, or a database that is
    removed afterwards.
    """
    name = f"{PREFIX}{_fingerprint()}"
    address = os.environ.get("DATABASE_URL", "")
    if not address:
        with _alone():
            copy = folder / "migrated.sqlite3"
            _replace_file(_migrated_file(name), copy)
        yield f"sqlite:///{copy}"
        return
    own_name = f"own_{uuid4().hex}"
    own = sql.Identifier(own_name)
    with psycopg.connect(address, autocommit=True) as connection:
        with _alone():
            _make_template(name)
            template = sql.Identifier(name)
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(own, template))
        try:
            yield urlsplit(address)._replace(path=f"/{own_name}").geturl()
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(own))


def _migrated_file(name: str) -> Path:
    migrated = FOLDER / f"{name}.sqlite3"
    if not migrated.exists():
        for old in FOLDER.glob(f"{PREFIX}*"):
            old.unlink()
        unfinished = FOLDER / "unfinished.sqlite3"
        _remove_file(unfinished)
        _migrate(f"sqlite:///{unfinished}")
        unfinished.rename(migrated)
    return migrated


def _make_template(name: str) -> None:
    address = os.environ["DATABASE_URL"]
    with psycopg.connect(address, autocommit=True) as connection:
        known = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
        databases = {row[0] for row in connection.execute(known, [PREFIX])}
        if name in databases:
            return
        unfinished = f"{PREFIX}unfinished"
        drop, create = sql.SQL("DROP DATABASE {}"), sql.SQL("CREATE DATABASE {}")
        for old in databases:
            connection.execute(drop.format(sql.Identifier(old)))
        connection.execute(create.format(sql.Identifier(unfinished)))
        _migrate(urlsplit(address)._replace(path=f"/{unfinished}").geturl())
        rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        connection.execute(rename.format(sql.Identifier(unfinished), sql.Identifier(name)))


def _migrate(database_url: str) -> None:
    environment: Mapping[str, str] = {
        **os.environ,
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "perspectief.settings.test",
    }
    subprocess.run(MIGRATE, check=True, cwd=ROOT, env=environment)


def _fingerprint() -> str:
    found = hashlib.sha256((ROOT / "uv.lock").read_bytes())
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            found.update(str(path).encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _replace_file(source: Path, target: Path) -> None:
    _remove_file(target)
    shutil.copyfile(source, target)


def take(database: Path) -> None:
    """Keep the file `database` for this process: two runs would empty each other's tables.

    Raises:
        RuntimeError: somebody else has it.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    lock = database.with_name(f"{database.name}.lock").open("w")
    try:
        flock(lock, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        raise RuntimeError(
            f"Another run of the tests uses {database.name}: wait until it has ended."
        ) from None
    _held.append(lock)


def _remove_file(database: Path) -> None:
    for suffix in ("", *JOURNALS):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


@contextmanager
def _alone() -> Iterator[None]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "migrating.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


if __name__ == "__main__":
    prepare()
