"""Programs that only make sense together. Honcho runs them; if one ends, it stops the others."""

import multiprocessing
import os
import shlex
import signal
from collections.abc import Mapping, Sequence

from honcho.manager import SIGNALS, Manager

from perspectief.kept_program import command_kept_by


class ProgramEnded(Exception):
    """A program ended by itself, with `exit_code`; honcho printed which."""

    def __init__(self, exit_code: int) -> None:
        super().__init__(f"A program stopped by itself, with exit code {exit_code}.")
        self.exit_code = exit_code


def run_side_by_side(programs: Mapping[str, Sequence[str]], environment: Mapping[str, str]) -> None:
    """Run programs, by name, until Ctrl-C or SIGTERM; raises ProgramEnded if one ends before.

    What they write is printed with their names before it. Honcho knows nothing of SIGHUP, of its
    own end by SIGKILL, and of programs that all refuse to stop; `kept_program` does.
    """
    manager = Manager()
    for name, command in programs.items():
        line = shlex.join(command_kept_by(os.getpid(), command))
        manager.add_process(name, f"exec {line}", env=dict(environment))
    try:
        manager.loop()
    except KeyError:  # honcho, asked to stop before it knows the numbers of all processes
        manager.returncode = SIGNALS[signal.SIGTERM]["rc"]
    finally:
        for helper in multiprocessing.active_children():
            helper.kill()
    if manager.returncode not in {known["rc"] for known in SIGNALS.values()}:
        raise ProgramEnded(manager.returncode)
