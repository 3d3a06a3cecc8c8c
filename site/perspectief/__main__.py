"""The `perspectief` command: every management command of the project."""

import os
import sys

from django.core.management import BaseCommand, execute_from_command_line

from perspectief.environment_file import read_environment_file
from perspectief.management.commands.make_backup_key import Command as MakeBackupKey
from perspectief.management.commands.make_keys import Command as MakeKeys
from perspectief.settings_faults import settings_faults_in_one_line

#: Commands for a server that has no settings yet.
BEFORE_SETTINGS: dict[str, type[BaseCommand]] = {
    "make_backup_key": MakeBackupKey,
    "make_keys": MakeKeys,
}


def main() -> None:
    """Run a command as on a server: for the public site, with the settings in its file.

    Whoever names other settings in DJANGO_SETTINGS_MODULE also brings what they need.
    """
    if "DJANGO_SETTINGS_MODULE" not in os.environ and not _is_before_settings():
        with settings_faults_in_one_line():
            read_environment_file()
    run_command("perspectief.settings.production")


def run_command(settings_module: str) -> None:
    """Run the management command named on the command line.

    Args:
        settings_module: the settings to use where DJANGO_SETTINGS_MODULE names none.
    """
    with settings_faults_in_one_line():
        if _is_before_settings():
            BEFORE_SETTINGS[sys.argv[1]]().run_from_argv(sys.argv)
            return
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_module)
        execute_from_command_line(sys.argv)


def _is_before_settings() -> bool:
    return len(sys.argv) > 1 and sys.argv[1] in BEFORE_SETTINGS


if __name__ == "__main__":
    main()
