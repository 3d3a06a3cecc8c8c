"""`run_demo`: the whole site on one machine, with demo content and nothing to set up."""

import os
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from perspectief.demo_password import load_or_create
from perspectief.real_site import refuse_on_real_site
from perspectief.restarted_program import command_restarted
from perspectief.side_by_side import ProgramEnded, run_side_by_side
from perspectief.site_address import absolute_url

HOST = "127.0.0.1"
START_TIMEOUT = (
    300  # seconds; a slow or busy machine that has never compiled these modules needs them
)
LOOK_EVERY = 0.2  # seconds
DEMO_ACCOUNTS = ("redactie", "aanmeldpunt", "coordinator", "beheer")


class Command(BaseCommand):
    """Prepare the demo, then run web server and worker until Ctrl-C."""

    help = "Run the site with demo content: web server and worker together, until Ctrl-C."
    requires_system_checks: list[str] = []  # the commands called here do their own
    has_given_up = False

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; fails if the port is taken or if the web server dies."""
        refuse_on_real_site("Filling the site with examples")
        port = settings.DEMO_PORT  # of the environment, so that links know it too
        refuse_taken_port(port)
        password = load_or_create(settings.VAR_DIR / "demo-password")
        self.prepare(password)
        refuse_taken_port(port)  # somebody may have taken it meanwhile; the server would share it
        programs = {
            "web": server_command(port),
            # Without a worker the site goes on, and mail waits; without the site nothing does.
            "worker": command_restarted("worker", [sys.executable, "-m", "perspectief", "worker"]),
        }
        threading.Thread(target=self.welcome, args=(port, password), daemon=True).start()
        try:
            run_side_by_side(programs, child_environment(port))
        except ProgramEnded as error:
            raise CommandError(str(error), returncode=max(error.exit_code, 1)) from error
        if self.has_given_up:
            raise CommandError(f"The web server gave no answer in {START_TIMEOUT} seconds.")
        self.stdout.write("Stopped. Everything is kept in " + str(settings.VAR_DIR))

    def prepare(self, password: str, *, only_missing_accounts: bool = False) -> None:
        """Bring database, texts and demo content up to date; a second time changes nothing.

        Args:
            password: of the demo accounts.
            only_missing_accounts: leaves those that are there as they are.
        """
        self.stdout.write("Preparing the database and the demo content…")
        for folder in (settings.VAR_DIR, settings.STATIC_ROOT, settings.MEDIA_ROOT):
            folder.mkdir(parents=True, exist_ok=True)
        call_command("messages", "compile", verbosity=0)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_demo_content", verbosity=0)
        call_command(
            "create_demo_accounts",
            password=password,
            only_missing=only_missing_accounts,
            verbosity=0,
        )
        call_command("load_demo_registrations", verbosity=0)

    def welcome(self, port: int, password: str) -> None:
        """Tell where everything is, once the site answers; stop everything if it never does."""
        end = time.monotonic() + START_TIMEOUT
        while not answers(port):
            if time.monotonic() > end:
                self.has_given_up = True
                os.kill(os.getpid(), signal.SIGTERM)
                return
            time.sleep(LOOK_EVERY)
        url = absolute_url("").rstrip("/")
        self.stdout.write(
            "\n".join(
                [
                    "",
                    f"  Website            {url}/  (English: {url}/en/)",
                    f"  Register           {url}/aanmelden/",
                    f"  Staff              {url}/admin/",
                    f"  Accounts           {', '.join(DEMO_ACCOUNTS)}",
                    f"  Password           {password}  (no second factor is asked here)",
                    f"  Sent mail          {settings.EMAIL_FILE_PATH}/",
                    "",
                    "  Ctrl-C stops the web server and the worker; the data stays.",
                    "",
                ]
            )
        )
        self.stdout.flush()


def refuse_taken_port(port: int) -> None:
    """Raise CommandError if something listens on `port` already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} cannot be used ({error}). Choose another: make run PORT=8001"
            ) from error


def child_environment(port: int) -> dict[str, str]:
    """Return the environment of the programs: ours, with what they need to find the project."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": os.environ.get(
            "DJANGO_SETTINGS_MODULE", "perspectief.settings.dev"
        ),
        "PYTHONPATH": os.pathsep.join(
            [str(settings.BASE_DIR / "site"), str(settings.BASE_DIR)]
            + [path for path in (os.environ.get("PYTHONPATH"),) if path]
        ),
        "PORT": str(port),
    }


def server_command(port: int) -> list[str]:
    """Return the command that serves the site on `port` of this machine only."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi"),
        *("--host", HOST, "--port", str(port), "--workers", "1", "--blocking-threads", "2"),
        *("--log-level", "warning", "perspectief.wsgi:application"),
    ]


def answers(port: int) -> bool:
    """Return whether the site gives an answer, even an unhappy one."""
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
