"""Commands that fill a site with examples, or empty it, leave a real one alone."""

import pytest
from django.apps import apps
from django.core.management import call_command, get_commands
from django.core.management.base import CommandError

from perspectief.real_site import site_name
from tests.perspectief.test_production import manage

#: What they are called with here. A command that is in neither list below has to be looked at.
FILL_OR_EMPTY = {
    "create_demo_accounts": ["--password", "demo"],
    "fill_demo_day": [],
    "flush": ["--no-input"],
    "load_demo_content": [],
    "load_demo_day": [],
    "load_demo_registrations": [],
    "run_demo": [],
}
HARMLESS = {
    "apply_retention",  # what the worker does by itself
    "appoint",
    "backup",
    "clean_uploads",
    "draw_demo_clips",  # files of the project, not of a site
    "draw_icons",
    "make_backup_key",
    "make_keys",
    "make_picture_sizes",
    "makemigrations",
    "messages",
    "migrate",
    "prepare",
    "publish_scheduled",
    "repeat_erasures",
    "restore",  # asks for the name of what it throws away in its own way
    "resume_mail",
    "rotate_encryption_keys",
    "send_start_link",
    "update_index",
    "web",
    "worker",
}
OURS = ("perspectief", "home", "registration", "media_library")


def our_commands() -> set[str]:
    """Return the names of our commands, with those that stand in place of others."""
    named = get_commands()
    names = {config.name for config in apps.get_app_configs() if config.name.startswith(OURS)}
    return {command for command, app in named.items() if app in names}


def test_every_command_was_looked_at():
    assert our_commands() == set(FILL_OR_EMPTY) | HARMLESS


@pytest.mark.parametrize("name", FILL_OR_EMPTY)
def test_a_real_site_is_neither_filled_nor_emptied(name: str, settings):
    settings.DEMO_ACCOUNTS_ALLOWED = False
    with pytest.raises(CommandError, match="this is a real site"):
        call_command(name, *FILL_OR_EMPTY[name])


@pytest.mark.parametrize("name", ["flush", "load_demo_content"])
def test_another_name_does_not_help(name: str):
    with pytest.raises(CommandError, match=f"This site is {site_name()}, not www.example.com"):
        call_command(name, *FILL_OR_EMPTY[name], "--onto", "www.example.com")


def test_production_settings_are_those_of_a_real_site():
    result = manage("load_demo_content")
    assert result.returncode == 1
    assert "this is a real site" in result.stderr
    assert "--onto www.example.org" in result.stderr
    assert "Traceback" not in result.stderr
