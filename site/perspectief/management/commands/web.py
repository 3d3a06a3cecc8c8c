"""`web`: the web server, with as many processes and threads as the settings say."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

#: Requests that a process takes on before it lets others wait in the queue of the socket; with
#: more, one slow process would hold what another could answer.
REQUESTS_A_THREAD = 2
#: Seconds that a process may take to end. Now and then one of granian's never does, because its
#: threads wait for each other; nginx waits no longer for an answer either.
END_TIMEOUT = 30
#: Longest queue of the socket. What does not fit goes to the other server, or gets a 503.
QUEUE = 128


class Command(BaseCommand):
    """Become the web server."""

    help = "Serve the site until stopped, on a socket (or an address) behind a web server."
    requires_system_checks: list[str] = []  # `prepare` does them, once and not for every server

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to listen."""
        place = parser.add_mutually_exclusive_group(required=True)
        place.add_argument("--socket", help="path of a socket to make, such as /run/…/web.sock")
        place.add_argument("--address", help="host and port, such as 127.0.0.1:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        """Replace this process, whose settings are right, by granian."""
        os.execv(sys.executable, server_command(options["socket"], options["address"]))  # noqa: S606


def server_command(socket: str | None, address: str | None) -> list[str]:
    """Return the command that serves the site on a socket or on `host:port`.

    Without bounds granian would begin hundreds of threads, each with a connection to the database.
    """
    if socket:
        place = ["--uds", socket, "--uds-permissions", "0666"]  # its folder says who may use it
    else:
        host, _, port = str(address).rpartition(":")
        place = ["--host", host, "--port", port]
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", *place),
        *("--workers", str(settings.WEB_PROCESSES)),
        *("--blocking-threads", str(settings.WEB_THREADS)),
        *("--backpressure", str(settings.WEB_THREADS * REQUESTS_A_THREAD)),
        *("--backlog", str(QUEUE), "--respawn-failed-workers"),
        *("--workers-kill-timeout", str(END_TIMEOUT)),
        *("--log-level", "warning", "perspectief.wsgi:application"),
    ]
