"""`prepare`: everything between a new version and the site that runs it, in the right order."""

from collections.abc import Callable
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from perspectief.outage_pages import write_outage_pages


class Command(BaseCommand):
    """Make database, files and search fit this version; a second time changes nothing."""

    help = (
        "Make database, static files and search fit this version: after installing it, and after"
        " a change of the settings. The site may run meanwhile."
    )
    requires_system_checks: list[str] = []  # they are the first and the last step

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say what is being done.

        Raises:
            CommandError: a step failed; what the next ones need is not there.
        """
        steps: list[tuple[str, Callable[[], object]]] = [
            ("The settings", _check_settings),
            ("The database", _reach_database),
            ("The table of the cache", _make_cache_table),
            ("The tables", lambda: call_command("migrate", interactive=False, verbosity=0)),
            ("Static files", lambda: call_command("collectstatic", interactive=False, verbosity=0)),
            ("Pages for when the site is away", write_outage_pages),
            ("Search", lambda: call_command("update_index", verbosity=0)),
            ("Uploads from before", lambda: call_command("clean_uploads", verbosity=0)),
            ("What a public site needs", _check_all),
        ]
        for number, (title, step) in enumerate(steps, start=1):
            self.stdout.write(f"{number}/{len(steps)} {title}")
            self.stdout.flush()
            step()
        self.stdout.write("Ready to run.")


def _check_settings() -> None:
    call_command("check", deploy=True, fail_level="WARNING", stdout=StringIO())


def _check_all() -> None:
    call_command("check", deploy=True, fail_level="WARNING", databases=["default"])


def _reach_database() -> None:
    try:
        connection.ensure_connection()
    except OperationalError:  # its text names host and account
        raise CommandError("The database at DATABASE_URL does not let us in.") from None


def _make_cache_table() -> None:
    # Before the migrations, which use the cache. It looks by itself whether it is there.
    if settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache"):
        call_command("createcachetable", verbosity=0)
