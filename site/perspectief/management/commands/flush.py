"""Django's `flush`, which empties every table, but not that of a real site."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.commands import flush

from perspectief.real_site import add_onto_argument, refuse_on_real_site


class Command(flush.Command):
    """Empty the database; a real site has to be named."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --onto too."""
        super().add_arguments(parser)  # type: ignore[arg-type]
        add_onto_argument(parser)

    def handle(self, **options: Any) -> None:
        """Do it; raises CommandError on a real site that was not named."""
        refuse_on_real_site("Emptying every table", options.pop("onto", ""))
        super().handle(**options)
