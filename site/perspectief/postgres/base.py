"""See the package; Django looks for `DatabaseWrapper` in a module of this name."""

import time
from typing import Any

import psycopg
from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL, where one connection that was found dead says that all in the pool are.

    psycopg's own check looks at one after the other and pauses ever longer between them: after a
    restart of the server the first visitor of a process with four connections waited seven seconds,
    and on a busy machine longer than the ten that a request may wait.
    """

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Return a connection that works.

        Raises:
            psycopg.Error: there was none as long as a request may wait.
        """
        pool = self.pool  # type: ignore[attr-defined] # the stubs do not know it yet
        if pool is None:
            return super().get_new_connection(conn_params)
        end = time.monotonic() + pool.timeout
        while True:
            connection = super().get_new_connection(conn_params)
            try:
                pool.check_connection(connection)
            except psycopg.Error:
                pool.drain()
                pool.putconn(connection)
                if time.monotonic() > end:
                    raise
            else:
                return connection
