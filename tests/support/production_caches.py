"""The caches of a public site: a table of the database, Redis, and a Redis that is away.

No Redis has to be installed: the server is fakeredis, which speaks its protocol over a socket.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from django.core.management import call_command
from django.db import connection
from fakeredis import TcpFakeServer

from perspectief.settings import caches
from tests.support.smtp_server import free_port

Cache = dict[str, Any]


@contextmanager
def _in_the_database() -> Iterator[Cache]:
    yield caches.DATABASE


@contextmanager
def redis_server() -> Iterator[str]:
    """Run a server; gives its address."""
    server = TcpFakeServer(("127.0.0.1", 0))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"redis://127.0.0.1:{server.server_address[1]}/0"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def _in_redis() -> Iterator[Cache]:
    with redis_server() as url:
        yield caches.redis(url)


@contextmanager
def _while_redis_is_away() -> Iterator[Cache]:
    yield caches.redis(f"redis://127.0.0.1:{free_port()}/0")


_CACHES: dict[str, Callable[[], AbstractContextManager[Cache]]] = {
    "database": _in_the_database,
    "redis": _in_redis,
    "redis away": _while_redis_is_away,
}
PRODUCTION_CACHES = tuple(_CACHES)
WORKING_CACHES = ("database", "redis")


@contextmanager
def production_cache(name: str, settings: Any) -> Iterator[None]:
    """Have the site use a cache of production.

    Args:
        name: which of `PRODUCTION_CACHES`.
        settings: the fixture of that name.
    """
    with _CACHES[name]() as cache:
        settings.CACHES = {"default": cache}
        if cache is caches.DATABASE:
            call_command("createcachetable", verbosity=0)
        yield
        if cache is caches.DATABASE and not connection.in_atomic_block:  # else it is rolled back
            with connection.cursor() as cursor:
                cursor.execute(f'DROP TABLE "{cache["LOCATION"]}"')
