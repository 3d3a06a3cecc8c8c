"""Real worker processes, for tests of what happens when they die or work side by side."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.db import connection

from tests.support.smtp_server import Mailbox

ROOT = Path(__file__).resolve().parent.parent.parent


@contextmanager
def worker_processes(mailbox: Mailbox, number: int = 1) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Run workers on the test's database that send through `mailbox`; none is left behind."""
    processes = [_start(mailbox) for _ in range(number)]
    try:
        yield processes
    finally:
        for process in processes:
            process.kill()
            process.wait()


def database_url() -> str:
    """Return the DATABASE_URL of the database that the running test uses."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    user, password, host = (
        quote(str(database[key]), safe="") for key in ("USER", "PASSWORD", "HOST")
    )
    port = f":{database['PORT']}" if database["PORT"] else ""
    return f"postgres://{user}:{password}@{host}{port}/{database['NAME']}"


def process_environment(mail_host: str = "localhost", mail_port: int = 0) -> dict[str, str]:
    """Return the environment of a program on the test's database; mail goes to the given server."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.support.process_settings",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
        "DATABASE_URL": database_url(),
        "SMTP_HOST": mail_host,
        "SMTP_PORT": str(mail_port),
    }


def _start(mailbox: Mailbox) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "perspectief", "worker", "--interval", "0.1"],
        cwd=ROOT,
        env=process_environment(mailbox.host, mailbox.port),
    )
