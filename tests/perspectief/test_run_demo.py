"""`make run`: two programs that start, stop and fail together, and a password that is kept."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError

from perspectief import kept_program
from perspectief.demo_password import load_or_create
from perspectief.management.commands import fill_demo_day, run_demo
from perspectief.management.commands.run_demo import child_environment, refuse_taken_port
from perspectief.restarted_program import FIRST_PAUSE, command_restarted
from tests.support.waiting import wait_until

RUNNER = """
import json, os, sys
from perspectief import kept_program, side_by_side
try:
    side_by_side.run_side_by_side(json.loads(sys.argv[1]), os.environ)
except side_by_side.ProgramEnded as error:
    sys.exit(error.exit_code)
"""
SLEEPER = """
import os, pathlib, signal, sys, time
{first}
pathlib.Path(sys.argv[1]).write_text(str(os.getpid()))
time.sleep(600)
"""
GENTLE = SLEEPER.format(first="pass")
STUBBORN = SLEEPER.format(first="signal.signal(signal.SIGTERM, signal.SIG_IGN)")


class Runner:
    """A process that runs programs side by side, each of which tells its number in a file."""

    def __init__(self, folder: Path, restarted: str = "", **programs: str) -> None:
        self.files = [folder / name for name in programs]
        commands = {
            name: [sys.executable, "-c", program, str(folder / name)]
            for name, program in programs.items()
        }
        if restarted:
            commands[restarted] = command_restarted(restarted, commands[restarted])
        self.process = subprocess.Popen(  # noqa: S603 (our own commands)
            [sys.executable, "-c", RUNNER, json.dumps(commands)],
            env=child_environment(0),
            stdout=subprocess.PIPE,
            start_new_session=True,  # what we send reaches it alone
        )

    def wait_until_all_run(self) -> None:
        wait_until(lambda: all(file.exists() and file.read_text() for file in self.files))

    @property
    def running(self) -> list[int]:
        """The programs that have begun and are still there."""
        numbers = [int(file.read_text() or 0) for file in self.files if file.exists()]
        return [number for number in numbers if number and is_running(number)]

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for number in self.running:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)


def is_running(number: int) -> bool:
    """Return whether a process is there and not merely waiting for somebody to note its end."""
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Runner]:
    """Two programs that run side by side."""
    runner = Runner(tmp_path, web=GENTLE, worker=GENTLE)
    runner.wait_until_all_run()
    yield runner
    runner.end()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_whoever_asks_it_to_stop_stops_everything(run: Runner, number):
    run.process.send_signal(number)
    assert run.process.wait(60) == 0
    assert run.running == []


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGKILL])
def test_nothing_is_left_behind_when_the_terminal_closes_or_it_is_killed(run: Runner, number):
    run.process.send_signal(number)
    assert run.process.wait(60) == -number
    wait_until(lambda: run.running == [])


def test_a_program_that_ends_takes_the_other_with_it_and_tells_its_exit_code(tmp_path: Path):
    runner = Runner(tmp_path, web=GENTLE, worker="raise SystemExit(3)")
    assert runner.process.wait(60) == 3
    assert runner.running == []


def test_a_program_that_is_killed_takes_the_other_with_it(run: Runner):
    os.kill(run.running[0], signal.SIGKILL)
    assert run.process.wait(60) != 0
    assert run.running == []


@pytest.fixture
def run_with_restarts(tmp_path: Path) -> Iterator[Runner]:
    """The same, with a worker that is started again."""
    runner = Runner(tmp_path, restarted="worker", web=GENTLE, worker=GENTLE)
    runner.wait_until_all_run()
    yield runner
    runner.end()


def test_a_worker_that_dies_is_started_again_and_the_site_goes_on(run_with_restarts: Runner):
    web, worker = run_with_restarts.running
    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: len(set(run_with_restarts.running) - {worker}) == 2)
    assert web in run_with_restarts.running
    assert run_with_restarts.process.poll() is None
    run_with_restarts.process.send_signal(signal.SIGINT)
    written, _ = run_with_restarts.process.communicate(timeout=60)
    assert b"The worker stopped by itself (signal 9)." in written
    assert run_with_restarts.process.returncode == 0
    assert run_with_restarts.running == []


def test_a_worker_that_cannot_start_does_not_end_the_site(tmp_path: Path):
    runner = Runner(tmp_path, restarted="worker", web=GENTLE, worker="raise SystemExit(3)")
    wait_until(lambda: runner.running != [])
    time.sleep(FIRST_PAUSE * 2)
    assert runner.process.poll() is None
    runner.process.send_signal(signal.SIGTERM)
    written, _ = runner.process.communicate(timeout=60)
    assert written.count(b"The worker stopped by itself (exit code 3).") >= 2
    assert runner.running == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_no_worker_is_left_behind_by_what_starts_it_again(run_with_restarts: Runner, number):
    run_with_restarts.process.send_signal(number)
    run_with_restarts.process.wait(60)
    wait_until(lambda: run_with_restarts.running == [])


def test_programs_that_will_not_stop_are_killed(tmp_path: Path):
    runner = Runner(tmp_path, web=STUBBORN, worker=STUBBORN)
    runner.wait_until_all_run()
    runner.process.send_signal(signal.SIGTERM)
    assert runner.process.wait(kept_program.PATIENCE + 60) == 0
    assert runner.running == []


@pytest.mark.parametrize("milliseconds", range(0, 600, 60))
def test_whoever_changes_their_mind_at_once_leaves_nothing_behind(tmp_path: Path, milliseconds):
    """While it starts, the one that runs them does not know them all."""
    runner = Runner(tmp_path, web=GENTLE, worker=GENTLE)
    with suppress(subprocess.TimeoutExpired):
        runner.process.wait(milliseconds / 1000)
    runner.process.send_signal(signal.SIGTERM)
    runner.process.wait(60)
    wait_until(lambda: runner.running == [])


def test_a_taken_port_is_named():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} cannot be used"):
            refuse_taken_port(port)
    refuse_taken_port(port)


def test_demo_password_is_random_kept_and_private(tmp_path: Path, monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    path = tmp_path / "var" / "demo-password"
    password = load_or_create(path)
    assert len(password) >= 12
    assert load_or_create(path) == password
    assert path.stat().st_mode & 0o077 == 0
    assert load_or_create(tmp_path / "other") != password


def test_demo_password_of_the_developer_comes_first(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "my own")
    assert load_or_create(tmp_path / "demo-password") == "my own"
    assert not (tmp_path / "demo-password").exists()


def test_a_demo_day_prepares_as_a_run_does_and_starts_nothing(
    tmp_path: Path, monkeypatch, settings
):
    settings.VAR_DIR = tmp_path
    monkeypatch.setenv("DEMO_PASSWORD", "a password")
    done = []
    monkeypatch.setattr(
        run_demo.Command,
        "prepare",
        lambda self, password, **how: done.append((password, how)),
    )
    monkeypatch.setattr(fill_demo_day, "call_command", lambda name, **kwargs: done.append(name))
    fill_demo_day.Command(stdout=StringIO()).handle()
    assert done == [("a password", {"only_missing_accounts": True}), "load_demo_day"]
