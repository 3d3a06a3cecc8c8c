"""The demo site in the test database, for as many tests in a row as use it."""

from contextlib import ExitStack
from pathlib import Path

from django.db import transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from home.demo_content import build


class DemoInDatabase:
    """Loads the demo when a test needs it, and takes it back before the first that does not.

    Loading takes as long as hundreds of tests, so it should be done once and not for each module.
    """

    def __init__(self) -> None:
        self._present = ExitStack()
        self._keys: list[str] = []

    @property
    def is_there(self) -> bool:
        """Whether the last test left it in the database."""
        return bool(self._keys)

    def enter(self, blocker: DjangoDbBlocker, media: Path) -> list[str]:
        """Load the demo unless it is there, in a transaction; return the keys of its pages.

        Args:
            blocker: keeps tests from the database that did not ask for it.
            media: an empty folder, because files do not roll back.
        """
        if not self._keys:
            with ExitStack() as stack:
                stack.enter_context(override_settings(MEDIA_ROOT=media))
                stack.enter_context(blocker.unblock())
                stack.enter_context(transaction.atomic())
                stack.callback(transaction.set_rollback, True)
                self._keys = build.load()
                self._present = stack.pop_all()
        return self._keys

    def leave(self) -> None:
        """Take back what was loaded, if anything was."""
        self._keys = []
        self._present.close()


demo_in_database = DemoInDatabase()
