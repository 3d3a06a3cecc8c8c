"""A program that is started again whenever it ends by itself, until this one is asked to stop.

`python -m perspectief.restarted_program NAME COMMAND…` says so each time, in the terminal.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from types import FrameType

#: Seconds before it is started again: at once, and longer each time it does not last.
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
#: Seconds after which a program counts as one that works.
LASTING = 60.0
LOOK_EVERY = 0.2


class RestartedProgram:
    """Keeps one program running; `name` is what it is called where people read it."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self._name = name
        self._command = command
        self._is_asked_to_stop = False
        self._program: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Return once asked to stop, by SIGTERM or SIGINT, and when the program has stopped too."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        pause = FIRST_PAUSE
        while not self._is_asked_to_stop:
            began = time.monotonic()
            self._program = subprocess.Popen(self._command)  # noqa: S603 - our own
            if self._is_asked_to_stop:  # while it was being started
                self._program.terminate()
            exit_code = self._program.wait()
            if self._is_asked_to_stop:
                return
            pause = FIRST_PAUSE if time.monotonic() - began > LASTING else pause
            sys.stdout.write(
                f"The {self._name} stopped by itself ({_in_words(exit_code)})."
                f" It is started again in {pause:.0f} seconds; the site goes on.\n"
            )
            sys.stdout.flush()
            self._wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not self._is_asked_to_stop and time.monotonic() < end:
            time.sleep(LOOK_EVERY)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._is_asked_to_stop = True
        if self._program is not None and self._program.poll() is None:
            self._program.send_signal(number)


def command_restarted(name: str, command: Sequence[str]) -> list[str]:
    """Return what to run, so that `command` is started again whenever it ends by itself.

    Args:
        name: what people call it.
        command: the program and its arguments.
    """
    return [sys.executable, "-m", "perspectief.restarted_program", name, *command]


def _in_words(exit_code: int) -> str:
    return f"signal {-exit_code}" if exit_code < 0 else f"exit code {exit_code}"


if __name__ == "__main__":
    RestartedProgram(sys.argv[1], sys.argv[2:]).run()
