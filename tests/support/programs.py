"""A program of the project that runs while something is tried, and not after that."""

import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from tests.support.waiting import wait_until

STOP_TIMEOUT = 60  # seconds


@contextmanager
def running_program(
    command: Sequence[str],
    environment: Mapping[str, str],
    ready: Callable[[], bool],
    seconds: float,
) -> Iterator[None]:
    """Run `command` until the block ends, which begins when it is `ready()`.

    Raises RuntimeError if it ends before, and AssertionError if that takes longer than `seconds`.
    """
    program = subprocess.Popen(command, env=dict(environment))
    try:
        wait_until(lambda: program.poll() is not None or ready(), seconds, pause=0.2)
        if program.poll() is not None:
            raise RuntimeError(f"{command} ended with exit code {program.returncode}.")
        yield
    finally:
        program.terminate()
        try:
            program.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
