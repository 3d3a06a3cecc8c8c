"""The files of `deploy/` are right in themselves; `tests/rehearsal` runs them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from perspectief.media_files import OPEN_FOLDERS
from perspectief.outage_pages import TEMPLATES
from perspectief.security_headers import FILE_POLICY, headers_of_every_answer

DEPLOY = Path(__file__).resolve().parent.parent.parent / "deploy"
TOOLS = Path(sys.executable).parent
NGINX = DEPLOY / "nginx"
SCRIPTS = sorted(
    path
    for path in DEPLOY.rglob("*")
    if path.is_file() and re.match(r"#!/bin/(ba)?sh\n", path.read_text(encoding="utf-8"))
)
#: Names in nginx of the headers that it adds.
ADDED = re.compile(r"^add_header (\S+) \$(\w+) always;$", re.MULTILINE)


def finds_nothing(*command: str | Path) -> None:
    """Run a linter on something that must be right."""
    result = subprocess.run(  # noqa: S603 - linters of ours
        [str(part) for part in command], capture_output=True, text=True, check=False, timeout=120
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_right_and_can_be_run(script: Path):
    finds_nothing(TOOLS / "shellcheck", script)
    assert script.stat().st_mode & 0o100


def test_there_are_scripts_to_look_at():
    assert {"install", "upgrade", "restart"} <= {path.name for path in SCRIPTS}


def test_the_container_is_made_as_one_should():
    finds_nothing(TOOLS / "hadolint", DEPLOY / "container" / "Containerfile")
    text = (DEPLOY / "container" / "Containerfile").read_text(encoding="utf-8")
    assert re.search(r"^USER 10001", text, re.MULTILINE)
    assert "HEALTHCHECK" in text


def test_the_compose_file_has_the_shape_that_engines_read():
    finds_nothing(
        *(TOOLS / "check-jsonschema", "--builtin-schema", "vendor.compose-spec"),
        DEPLOY / "container" / "compose.yaml",
    )


def test_nginx_adds_the_headers_that_the_site_gives_every_answer(settings):
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    wanted = dict(headers_of_every_answer(is_secure=True))
    variables = dict(ADDED.findall((NGINX / "perspectief-headers.conf").read_text("utf-8")))
    text = (NGINX / "perspectief.conf").read_text(encoding="utf-8")

    assert set(variables) == set(wanted)
    assert f'default "{FILE_POLICY}";' in text
    for name, value in wanted.items():
        if name != "Content-Security-Policy":
            [found] = re.findall(rf'\${variables[name]} {{[^}}]*"" "([^"]*)"', text)
            assert found == value, name


def test_nginx_serves_the_folders_of_uploads_that_the_site_serves():
    [folders] = re.findall(
        r"location ~ \^/media/\(([\w|]+)\)/", (NGINX / "site").read_text("utf-8")
    )
    assert set(folders.split("|")) == set(OPEN_FOLDERS)


def test_each_page_that_nginx_shows_is_one_that_is_written():
    named = set(re.findall(r"/outage/(\d+\.html)", (NGINX / "site").read_text("utf-8")))
    assert named == set(TEMPLATES)
