"""A database whose server is really restarted, without any other test noticing."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from dj_database_url import parse
from django.db import connection, connections

from tests.support.database_away import database_away
from tests.support.empty_database import POSTGRES_PROGRAMS
from tests.support.private_postgres import private_postgres
from tests.support.worker_process import database_url

LOCKED = 1.0  # seconds


@contextmanager
def restartable_database() -> Iterator[Callable[[str], None]]:
    """Have the test go on with a copy of its database; gives what restarts the server of that.

    Its argument is how: PostgreSQL's `fast` ends what is being done, `immediate` is a crash. SQLite
    has no server: somebody else locks the file for a while.
    """
    if connection.vendor == "sqlite":
        yield _lock_for_a_while
        return
    with private_postgres(durable=True) as url:
        _copy(database_url(), url)
        with _used_instead(url):
            yield restart_of(url)


def _lock_for_a_while(how: str) -> None:
    with database_away():
        time.sleep(LOCKED)


def _copy(source: str, target: str) -> None:
    dump = [str(Path(POSTGRES_PROGRAMS, "pg_dump")), "--no-owner", source]
    load = [str(Path(POSTGRES_PROGRAMS, "psql")), "--quiet", "--set=ON_ERROR_STOP=1", target]
    dumped = subprocess.run(dump, check=True, capture_output=True)
    subprocess.run(load, check=True, input=dumped.stdout, stdout=subprocess.DEVNULL)


@contextmanager
def _used_instead(url: str) -> Iterator[None]:
    settings = connection.settings_dict
    before = dict(settings)
    connections.close_all()
    settings.update({name: parse(url)[name] for name in ("HOST", "NAME", "USER")})
    try:
        yield
    finally:
        connections.close_all()
        settings.update(before)


def restart_of(url: str) -> Callable[[str], None]:
    """Return what restarts the server behind an address; see `restartable_database`."""
    with psycopg.connect(url) as server:
        row = server.execute("SHOW data_directory").fetchone()
    assert row is not None
    folder = Path(row[0])
    owner = folder.stat()
    program = str(Path(POSTGRES_PROGRAMS, "pg_ctl"))

    def restart(how: str) -> None:
        subprocess.run(
            [program, "restart", "-w", "-D", str(folder), "-m", how, "-l", str(folder / "log")],
            check=True,
            user=owner.st_uid,
            group=owner.st_gid,
            cwd="/",
            stdout=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"]},
        )

    return restart
