"""The real web server with its processes, for tests of what happens when they die."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from perspectief.answers import answers
from tests.support.smtp_server import free_port
from tests.support.waiting import wait_until
from tests.support.worker_process import ROOT, process_environment

PROCESSES = 2
STOP_TIMEOUT = 60  # seconds


class WebServer:
    """The server on the test's database, as `perspectief web` starts it.

    As under a service manager it is started again when it ends by itself, which it does when its
    processes die soon after they began.

    Args:
        variables: of its environment, beside those of every program of a test.
    """

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self.port = free_port()
        self._variables = {"WEB_PROCESSES": str(PROCESSES), **(variables or {})}
        self._program: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; returns when it answers."""
        self._program = subprocess.Popen(
            [sys.executable, "-m", "perspectief", "web", "--address", f"127.0.0.1:{self.port}"],
            cwd=ROOT,
            env={**process_environment(), **self._variables},
            stdin=subprocess.DEVNULL,
        )
        wait_until(lambda: answers(f"127.0.0.1:{self.port}"), pause=0.2)

    def processes(self) -> list[int]:
        """Return the numbers of the processes that answer."""
        assert self._program is not None
        return [
            number
            for number in _children(self._program.pid)
            if b"resource_tracker" not in _command(number)
        ]

    def kill_a_process(self, turn: int) -> None:
        """End one of the processes that answer at once; the server starts another."""
        wait_until(self.is_up, pause=0.2)
        found = self.processes()
        with suppress(ProcessLookupError):
            os.kill(found[turn % len(found)], signal.SIGKILL)

    def is_up(self) -> bool:
        """Return whether a process answers; where all ended, it is started again."""
        assert self._program is not None
        if self._program.poll() is not None:
            self.start()
        return bool(self.processes())

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """End it, and all that is left of it."""
        if self._program is None:
            return
        left = _children(self._program.pid)
        self._program.send_signal(number)
        try:
            self._program.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self._program.kill()
            self._program.wait()
        for child in left:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        self._program = None


@contextmanager
def web_server(variables: Mapping[str, str] | None = None) -> Iterator[WebServer]:
    """Run a web server meanwhile, with these variables in its environment."""
    server = WebServer(variables)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def _children(number: int) -> list[int]:
    try:
        text = Path(f"/proc/{number}/task/{number}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in text.split()]


def _command(number: int) -> bytes:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return b""
