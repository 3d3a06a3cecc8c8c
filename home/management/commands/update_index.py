"""`update_index`: Wagtail's, after bringing up to date what search on the site knows."""

from typing import Any

from wagtail.search.management.commands.update_index import Command as UpdateIndexCommand

from home.search.entries import refresh_all


class Command(UpdateIndexCommand):
    """Read all published pages again, then fill the search index."""

    help = (
        "Read all published pages again and fill the search index: after an upgrade, or any time."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        refresh_all()
        super().handle(*args, **options)
