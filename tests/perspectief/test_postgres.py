"""The pool of connections of the public site, on a PostgreSQL that is really restarted."""

import time

import pytest
from dj_database_url import parse
from django.db.utils import ConnectionHandler

from perspectief.settings import pools
from tests.support.private_postgres import private_postgres
from tests.support.restartable_database import restart_of

CONNECTIONS = 4
#: psycopg's own check pauses seven seconds in all before the fifth.
AT_MOST = 5.0  # seconds


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_nobody_waits_for_long_once_the_database_was_restarted(django_db_blocker, how: str):
    with private_postgres(durable=True) as url, django_db_blocker.unblock():
        options = {"pool": pools.of_threads(CONNECTIONS)}
        settings = {**parse(url), "ENGINE": "perspectief.postgres", "OPTIONS": options}
        handler = ConnectionHandler({"default": settings})
        visitors = [handler.create_connection("default") for _ in range(CONNECTIONS)]
        try:
            for visitor in visitors:
                visitor.ensure_connection()
            for visitor in visitors:
                visitor.close()
            restart_of(url)(how)
            begun = time.monotonic()
            visitors[0].ensure_connection()
            assert time.monotonic() - begun < AT_MOST
            with visitors[0].cursor() as cursor:
                cursor.execute("SELECT 1")
                assert cursor.fetchone() == (1,)
        finally:
            for visitor in visitors:
                visitor.close()
            visitors[0].close_pool()
