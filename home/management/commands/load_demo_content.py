"""Fill an empty site with pages and menus in both languages."""

from typing import Any

from django.core.management.base import BaseCommand

from home.demo_content.build import load


class Command(BaseCommand):
    """`load_demo_content`: may run any number of times; never touches what it made before."""

    help = "Make the demo pages and menus that are not there yet, in Dutch and English."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them and say which."""
        made = load()
        if not options["verbosity"]:
            return
        if made:
            self.stdout.write(f"Demo pages made: {len(made)}")
        else:
            self.stdout.write("Demo pages are there already.")
