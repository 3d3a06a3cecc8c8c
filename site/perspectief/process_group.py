"""Run programs side by side that only make sense together, and stop them together."""

import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from types import FrameType, TracebackType
from typing import Self

LOOK_EVERY = 0.2  # seconds
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class ProcessDied(Exception):
    """A program of the group ended by itself."""


class ProcessGroup:
    """Programs that run until one of them dies or somebody asks them all to stop.

    A context manager: on leaving it every program has ended, whatever happened inside. Ctrl-C,
    SIGTERM and SIGHUP do not interrupt; they set `asked_to_stop`.
    """

    def __init__(self, patience: float = 15.0) -> None:
        """Take `patience`, the seconds that a program gets to end before it is killed."""
        self.asked_to_stop = False
        self._patience = patience
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._old_handlers: dict[signal.Signals, signal._HANDLER] = {}

    def __enter__(self) -> Self:
        for number in STOP_SIGNALS:
            self._old_handlers[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop()
        for number, handler in self._old_handlers.items():
            signal.signal(number, handler)

    def start(
        self, name: str, command: Sequence[str], environment: Mapping[str, str]
    ) -> subprocess.Popen[bytes]:
        """Start `command` under a `name` for messages, in a session of its own, and return it.

        Its own session keeps Ctrl-C of the terminal from reaching it, so that we stop it in order.
        """
        process = subprocess.Popen(  # noqa: S603 (our own commands)
            command, env=dict(environment), start_new_session=True
        )
        self._processes[name] = process
        return process

    def wait_until(self, ready: Callable[[], bool], timeout: float) -> bool:
        """Return whether `ready()` became true within `timeout` seconds and before a stop.

        Raises ProcessDied if a program ends meanwhile.
        """
        end = time.monotonic() + timeout
        while not self.asked_to_stop and time.monotonic() < end:
            self._look()
            if ready():
                return True
            time.sleep(LOOK_EVERY)
        return False

    def wait(self) -> None:
        """Wait until somebody asks to stop; raises ProcessDied if a program ends before that."""
        while not self.asked_to_stop:
            self._look()
            time.sleep(LOOK_EVERY)

    def _look(self) -> None:
        for name, process in self._processes.items():
            if process.poll() is not None and not self.asked_to_stop:
                raise ProcessDied(f"The {name} stopped by itself, with exit code {process.poll()}.")

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.asked_to_stop = True

    def _stop(self) -> None:
        for process in self._processes.values():
            if process.poll() is None:
                process.terminate()
        end = time.monotonic() + self._patience
        for process in self._processes.values():
            try:
                process.wait(max(0.0, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
