"""The `perspectief` command as an administrator of a server meets it, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.conf import settings as test_settings

from perspectief.management.commands.web import REQUESTS_A_THREAD, server_command
from perspectief.settings_faults import WRONG_SETTINGS
from tests.perspectief.test_production import GOOD

SOURCES = os.pathsep.join([str(test_settings.BASE_DIR / "site"), str(test_settings.BASE_DIR)])


def perspectief(
    *arguments: str, program: str = "perspectief", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a command with these variables, and none of the tests' own."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", program, *arguments],
        env={**inherited, "PYTHONPATH": SOURCES, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of settings of a server, complete."""
    path = tmp_path / "environment"
    path.write_text("# Settings\n" + "".join(f"{name}={value}\n" for name, value in GOOD.items()))
    return path


@pytest.mark.parametrize(
    "variables",
    [{}, {"DJANGO_SETTINGS_MODULE": "perspectief.settings.production"}],
    ids=["nothing set", "settings named"],
)
def test_keys_are_made_before_anything_is_set(variables: dict[str, str]):
    result = perspectief("make_keys", ENVIRONMENT_FILE="/nonexistent", **variables)

    assert result.returncode == 0, result.stderr
    made = dict(line.split("=", 1) for line in result.stdout.splitlines())
    assert list(made) == ["SECRET_KEY", "FIELD_ENCRYPTION_KEYS", "BLIND_INDEX_KEY"]
    assert len(made["SECRET_KEY"]) >= 50
    assert Fernet(made["FIELD_ENCRYPTION_KEYS"])


@pytest.mark.parametrize(
    "command",
    [
        ["migrate"],
        ["web", "--socket", "/nonexistent/web.sock"],
        ["prepare"],
    ],
    ids=lambda command: command[0],
)
def test_every_command_names_a_missing_setting_in_one_line(command: list[str]):
    result = perspectief(*command)

    assert result.returncode == WRONG_SETTINGS
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith("perspectief cannot start: VAR_DIR must be set")


def test_the_web_server_itself_names_a_missing_setting_without_a_traceback():
    arguments = (
        "--interface",
        "wsgi",
        "--port",
        "0",
        "--workers",
        "1",
        "perspectief.wsgi:application",
    )
    result = perspectief(*arguments, program="granian", **{**GOOD, "SECRET_KEY": ""})

    assert result.returncode != 0
    assert "perspectief cannot start: SECRET_KEY must be set" in result.stderr
    assert "Traceback" not in result.stderr + result.stdout


def test_a_command_finds_its_settings_in_the_file_of_the_server(file: Path):
    file.write_text(file.read_text() + "LEAVE_URL=https://example.org/?a=$HOME&b=${HOME}\n")
    show = (
        "from django.conf import settings as s; "
        "print(s.SETTINGS_MODULE, s.DESK_EMAIL, s.ALLOWED_HOSTS, s.LEAVE_URL)"
    )
    result = perspectief(
        *("shell", "--no-imports", "-c", show),
        ENVIRONMENT_FILE=str(file),
        ALLOWED_HOSTS="www.example.org,b.example",  # the environment goes before the file
    )

    assert result.stdout.strip() == (
        "perspectief.settings.production aanmeldpunt@example.org ['www.example.org', 'b.example']"
        " https://example.org/?a=$HOME&b=${HOME}"
    )


def test_a_file_that_cannot_be_read_is_one_line_too(tmp_path: Path):
    result = perspectief("check", ENVIRONMENT_FILE=str(tmp_path))  # a folder

    assert result.returncode == WRONG_SETTINGS
    [line] = result.stderr.splitlines()
    assert f"{tmp_path} cannot be read" in line


def test_a_database_that_is_away_is_one_line_without_its_password(file: Path, tmp_path: Path):
    result = perspectief("prepare", ENVIRONMENT_FILE=str(file), VAR_DIR=str(tmp_path))

    assert result.returncode != 0
    assert result.stderr.splitlines() == [
        "CommandError: The database at DATABASE_URL does not let us in."
    ]
    assert "password" not in result.stdout


def test_the_web_server_is_bounded_as_the_settings_say(settings):
    settings.WEB_PROCESSES, settings.WEB_THREADS = 3, 5
    command = server_command("/run/perspectief/web.sock", None)

    def value(option: str) -> str:
        return command[command.index(option) + 1]

    assert value("--uds") == "/run/perspectief/web.sock"
    assert (value("--workers"), value("--blocking-threads")) == ("3", "5")
    assert value("--backpressure") == str(5 * REQUESTS_A_THREAD)
