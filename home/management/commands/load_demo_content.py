"""Fill an empty site with pages and menus in both languages."""

import logging
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from home.demo_content.build import has_pages_of_its_own, load
from home.demo_content.reading.marked import FaultyWordsError
from home.models import HomePage
from perspectief.real_site import add_onto_argument, refuse_on_real_site


class Command(BaseCommand):
    """`load_demo_content`: may run any number of times; never touches what it made before."""

    help = "Make the demo pages and menus that are not there yet, in Dutch and English."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the name of a site that has to have them although it is a real one."""
        add_onto_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them and say which.

        Raises:
            CommandError: a file with words needs work; it says which, and where. Or this is a real
                site, or one with pages of its own, that was not named.
        """
        refuse_on_real_site(
            "Adding the demo pages", options["onto"], has_content=has_pages_of_its_own
        )
        is_upgrade = HomePage.objects.exists()
        try:
            with _without_a_line_for_every_page():
                made = load()
        except FaultyWordsError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        if made and is_upgrade:
            # The pages of before may come from a version whose search knew less of them.
            call_command("update_index", verbosity=0)
        if not options["verbosity"]:
            return
        if made:
            self.stdout.write(f"Demo pages made: {len(made)}")
        else:
            self.stdout.write("Demo pages are there already.")


@contextmanager
def _without_a_line_for_every_page() -> Iterator[None]:
    logger = logging.getLogger("wagtail")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)
