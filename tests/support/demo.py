"""A demo of its own, as `make run` starts it, for tests of it and for pictures."""

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.smtp_server import free_port
from tests.support.waiting import wait_until

ROOT = Path(__file__).resolve().parent.parent.parent
START_TIMEOUT = 1200  # seconds; a busy machine migrates slowly
STOP_TIMEOUT = 120


@dataclass
class Demo:
    """A running demo: its address, and where what it prints goes."""

    url: str
    output_file: Path
    process: subprocess.Popen[bytes]

    @property
    def output(self) -> str:
        """What it has printed so far."""
        return self.output_file.read_text(encoding="utf-8")

    def get(self, path: str) -> str:
        """Return a page as text; raises HTTPError if the answer is no success."""
        with urllib.request.urlopen(f"{self.url}{path}", timeout=120) as response:
            return response.read().decode()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(STOP_TIMEOUT)


@contextmanager
def running_demo(folder: Path, password: str = "") -> Iterator[Demo]:
    """Run the demo with its data in `folder`; gives it once it answers, and stops it afterwards.

    `password` is that of its accounts; without it the demo makes one up. Raises RuntimeError if it
    ends by itself, and AssertionError if it takes too long, both with what the demo printed.
    """
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    output_file = folder / "output.txt"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "perspectief.settings.dev",
        "DEMO_PASSWORD": password,
        "PORT": str(port),
        "VAR_DIR": str(folder),
    }
    with output_file.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "site/manage.py", "run_demo"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    demo = Demo(f"http://localhost:{port}", output_file, process)
    try:
        _wait_for(demo)
        yield demo
    finally:
        demo.stop()


def _wait_for(demo: Demo) -> None:
    def has_started_or_died() -> bool:
        return demo.process.poll() is not None or (
            "Ctrl-C stops" in demo.output and _answers(demo.url)
        )

    def what_it_said() -> str:
        return f"The demo did not start:\n{demo.output}"

    wait_until(has_started_or_died, START_TIMEOUT, pause=0.2, explain=what_it_said)
    if demo.process.poll() is not None:
        raise RuntimeError(what_it_said())


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=30).close()
    except urllib.error.HTTPError as error:
        raise RuntimeError(f"The demo answered {error.code}.") from error
    except OSError:
        return False
    return True
