"""`messages update|compile|check`: the interface strings in both languages."""

from argparse import ArgumentParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from perspectief.catalogues import (
    CatalogueFile,
    compile_catalogue,
    problems,
    update,
)
from perspectief.message_extraction import extract_messages

PACKAGES = ("perspectief", "home", "registration", "media_library", "locales")


class Command(BaseCommand):
    """Keep the message catalogues in step with the code, without system gettext."""

    help = "Update, compile or check the message catalogues of the interface."
    requires_system_checks: list[str] = []  # compiling must work before anything else does

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the action to perform."""
        parser.add_argument("action", choices=("update", "compile", "check"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Perform the action for every language; fail if `check` finds anything."""
        folder = Path(settings.LOCALE_PATHS[0])
        files = [CatalogueFile(folder, language) for language, _name in settings.LANGUAGES]
        if options["action"] == "compile":
            for file in files:
                if compile_catalogue(file):
                    self.stdout.write(f"Compiled {file.source}")
            return
        sources = extract_messages(package_folders())
        if options["action"] == "update":
            for file in files:
                if update(file, sources):
                    self.stdout.write(f"Updated {file.source}")
            return
        found = [line for file in files for line in problems(file, sources)]
        if found:
            raise CommandError("\n".join(["The message catalogues need work:", *found]))
        self.stdout.write("The message catalogues are complete.")


def package_folders() -> list[Path]:
    """Return the folders of our own packages."""
    folders = []
    for name in PACKAGES:
        spec = find_spec(name)
        if spec is None or not spec.submodule_search_locations:
            raise CommandError(f"The package {name} is not installed.")
        folders.append(Path(spec.submodule_search_locations[0]))
    return folders
