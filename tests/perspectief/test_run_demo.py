"""`make run`: two programs that start, stop and fail together, and a password that is kept."""

import os
import signal
import socket
import sys
import threading
import time
from io import StringIO
from pathlib import Path
from subprocess import Popen

import pytest
from django.core.management import CommandError

from perspectief.demo_password import load_or_create
from perspectief.management.commands import fill_demo_day, run_demo
from perspectief.management.commands.run_demo import refuse_taken_port
from perspectief.process_group import ProcessDied, ProcessGroup

SLEEPER = "import time, pathlib, sys; pathlib.Path(sys.argv[1]).touch(); time.sleep(600)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);" + SLEEPER


def start(group: ProcessGroup, program: str, started: Path) -> Popen[bytes]:
    process = group.start(started.name, [sys.executable, "-c", program, str(started)], os.environ)
    assert group.wait_until(started.exists, 120)
    return process


def test_ctrl_c_stops_everything(tmp_path: Path):
    handler_before = signal.getsignal(signal.SIGINT)
    with ProcessGroup() as group:
        processes = [start(group, SLEEPER, tmp_path / name) for name in ("one", "two")]
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
        group.wait()
    assert [process.returncode for process in processes] == [-signal.SIGTERM] * 2
    assert signal.getsignal(signal.SIGINT) == handler_before


def test_a_program_that_ends_takes_the_other_with_it(tmp_path: Path):
    with ProcessGroup() as group:
        sleeper = start(group, SLEEPER, tmp_path / "one")
        group.start("worker", [sys.executable, "-c", "raise SystemExit(3)"], os.environ)
        with pytest.raises(ProcessDied, match="The worker stopped by itself, with exit code 3"):
            group.wait()
    assert sleeper.returncode == -signal.SIGTERM


def test_a_program_that_will_not_stop_is_killed(tmp_path: Path):
    with ProcessGroup(patience=0.3) as group:
        process = start(group, STUBBORN, tmp_path / "one")
    assert process.returncode == -signal.SIGKILL


def test_waiting_ends_when_nothing_gets_ready():
    began = time.monotonic()
    with ProcessGroup() as group:
        assert group.wait_until(lambda: False, 0.3) is False
    assert time.monotonic() - began < 5


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
    monkeypatch.setattr(run_demo.Command, "prepare", lambda self, password: done.append(password))
    monkeypatch.setattr(fill_demo_day, "call_command", lambda name, **kwargs: done.append(name))
    fill_demo_day.Command(stdout=StringIO()).handle()
    assert done == ["a password", "load_demo_day"]
