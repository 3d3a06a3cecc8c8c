from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from perspectief.log_format import log_what_nobody_catches
from registration.background.worker import Worker


class Command(BaseCommand):
    """Run the background worker."""

    help = "Send mail, run tasks and recurring jobs until stopped. Any number of workers may run."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the pause between rounds, and whether one round is enough."""
        parser.add_argument(
            "--interval", type=float, default=1.0, help="pause between rounds in seconds"
        )
        parser.add_argument("--once", action="store_true", help="do what is due and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until SIGTERM or Ctrl-C."""
        worker = Worker(options["interval"])
        worker.stop_on_signals()
        if options["once"]:
            worker.run_until_idle()
        else:
            log_what_nobody_catches()
            worker.run()
