"""A program that does not outlive the one that wants it, even if that one is killed.

`python -m perspectief.kept_program KEEPER COMMAND…` becomes COMMAND and leaves a watcher beside it,
which ends the process group, and so must have a session of its own: when process KEEPER is gone,
when the program is gone itself, or when it does not stop within PATIENCE after SIGTERM.
"""

import os
import signal
import sys
import time
from collections.abc import Sequence
from types import FrameType

LOOK_EVERY = 0.5  # seconds
PATIENCE = 15.0  # seconds


def command_kept_by(keeper: int, command: Sequence[str]) -> list[str]:
    """Return what to run, so that `command` ends with process `keeper`."""
    return [sys.executable, "-m", "perspectief.kept_program", str(keeper), *command]


def main(keeper: int, command: list[str]) -> None:
    """Become `command`, with a watcher beside it."""
    program = os.getpid()
    if os.fork():
        os.execvp(command[0], command)  # noqa: S606 (our own commands)
    _watch(keeper, program)


def _watch(keeper: int, program: int) -> None:
    asked_at = None

    def on_request(number: int, frame: FrameType | None) -> None:
        nonlocal asked_at
        asked_at = asked_at or time.monotonic()

    signal.signal(signal.SIGTERM, on_request)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):  # whoever reads what the program writes must see its end
        os.dup2(nowhere, stream)
    while os.getppid() == program:
        if asked_at is None and not _is_there(keeper):
            os.killpg(0, signal.SIGTERM)
        if asked_at is not None and time.monotonic() > asked_at + PATIENCE:
            os.killpg(0, signal.SIGKILL)
        time.sleep(LOOK_EVERY)
    os.killpg(0, signal.SIGTERM)  # what it started does not outlive it


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
