"""Whether the web server behind a socket or an address answers, asked without loading the site.

`python -m perspectief.answers [--wait SECONDS] PLACE` ends with 0 if it does. Of a server that must
not take visitors yet or any more, service managers learn it here.
"""

import argparse
import os
import socket
import sys
import time
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from perspectief.environment_file import read_environment_file

PATIENCE = 10.0  # seconds for one answer
PAUSE = 0.3  # seconds between two questions


class _SocketConnection(HTTPConnection):
    """HTTP over a socket in the file system."""

    def __init__(self, path: str, timeout: float) -> None:
        super().__init__("localhost", timeout=timeout)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def answers(place: str) -> bool:
    """Return whether the site behind `place` can serve pages.

    Args:
        place: the path of a socket, or host:port.
    """
    connection = (
        _SocketConnection(place, PATIENCE)
        if "/" in place
        else HTTPConnection(place, timeout=PATIENCE)
    )
    host = urlsplit(os.environ.get("BASE_URL", "")).netloc or "localhost"
    try:
        connection.request("GET", "/health/", headers={"Host": host})
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def main() -> None:
    """Ask once, or until it answers."""
    parser = argparse.ArgumentParser(prog="python -m perspectief.answers")
    parser.add_argument("place", help="path of a socket, or host:port")
    parser.add_argument("--wait", type=float, default=0, help="seconds to go on asking")
    options = parser.parse_args()
    read_environment_file()
    end = time.monotonic() + options.wait
    while not answers(options.place):
        if time.monotonic() >= end:
            sys.exit(f"{options.place} does not answer.")
        time.sleep(PAUSE)


if __name__ == "__main__":
    main()
