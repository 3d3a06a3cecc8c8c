"""Django's `loaddata`, which overwrites rows, but not those of a real site."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.commands import loaddata

from perspectief.real_site import add_onto_argument, refuse_on_real_site


class Command(loaddata.Command):
    """Load rows from files; a real site has to be named."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --onto too."""
        super().add_arguments(parser)  # type: ignore[arg-type]
        add_onto_argument(parser)

    def handle(self, *fixture_labels: Any, **options: Any) -> None:
        """Do it; raises CommandError on a real site that was not named."""
        refuse_on_real_site("Overwriting rows", options.pop("onto", ""))
        super().handle(*fixture_labels, **options)
