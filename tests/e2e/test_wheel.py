"""What the public site installs: a wheel built from a clean clone, and a site that runs from it."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest
from django.conf import settings

from perspectief.catalogues import CatalogueFile
from tests.perspectief.test_production import GOOD
from tests.support.migrated_database import another_migrated
from tests.support.smtp_server import free_port
from tests.support.waiting import wait_until

# It brings its own database: one run, beside the browser tests, is enough.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("wheel")]

ROOT = Path(__file__).resolve().parent.parent.parent
UV = Path(sys.executable).with_name("uv")
#: Folders of the tree whose files a wheel holds, and what they are called there.
PACKAGES = {
    "site/perspectief": "perspectief",
    **{name: name for name in ("home", "registration", "media_library", "locales")},
}
#: How the names begin of variables that lead to this checkout, its database or its settings.
OURS = ("DATABASE_URL", "DJANGO_", "PYTHON", "UV_PROJECT", "VAR_DIR", "VIRTUAL_ENV")
HOST = "www.example.org"
PLANT = "from tests.support.site_tree import plant_site_tree; plant_site_tree()"
#: The public site's own settings, but for the database that it insists on.
ON_SQLITE = """
from perspectief.settings.production import *

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": %r}}
"""


def surroundings(**variables: str) -> dict[str, str]:
    """Return the environment of a program that must not find this checkout by itself."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return {**kept, "UV_SYSTEM_CERTS": "true", **variables}


def run(*command: str | Path, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program in `folder`."""
    return subprocess.run(  # noqa: S603 - programs of ours
        [str(part) for part in command],
        cwd=folder,
        env=surroundings(**variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def do(*command: str | Path, folder: Path, **variables: str) -> None:
    """Run a program that must succeed."""
    result = run(*command, folder=folder, **variables)
    assert result.returncode == 0, result.stdout + result.stderr


def clean_tree(folder: Path) -> list[str]:
    """Copy what Git knows or would add, as a clone has it; return the paths."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder=ROOT)
    paths = [path for path in listed.stdout.split("\0") if path and (ROOT / path).is_file()]
    for path in paths:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, target)
    return paths


def build(tree: Path, into: Path) -> subprocess.CompletedProcess[str]:
    """Build a source archive, and from that a wheel, in an environment of its own."""
    return run(UV, "build", "--python", sys.executable, "--out-dir", into, folder=tree)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A clean tree, and its paths."""
    folder = tmp_path_factory.mktemp("tree")
    return folder, clean_tree(folder)


@pytest.fixture(scope="module")
def built(tree: tuple[Path, list[str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the source archive and the wheel."""
    folder = tmp_path_factory.mktemp("built")
    result = build(tree[0], folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    """The wheel."""
    [path] = built.glob("*.whl")
    return path


def test_a_wheel_holds_all_files_of_the_packages_the_catalogues_and_nothing_else(
    tree: tuple[Path, list[str]], wheel: Path
):
    wanted = {
        str(PurePosixPath(name) / PurePosixPath(path).relative_to(folder))
        for path in tree[1]
        for folder, name in PACKAGES.items()
        if PurePosixPath(path).is_relative_to(folder)
    }
    wanted |= {
        f"locales/{CatalogueFile(Path(), language).compiled}"
        for language, _name in settings.LANGUAGES
    }
    with ZipFile(wheel) as archive:
        found = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert wanted - found == set()
    assert found - wanted == set()


def test_a_source_archive_holds_the_clone_and_nothing_else(
    tree: tuple[Path, list[str]], built: Path
):
    [path] = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = [PurePosixPath(member.name) for member in archive if member.isfile()]
    found = {str(name.relative_to(name.parts[0])) for name in names}

    assert found - {"PKG-INFO"} == set(tree[1])


@pytest.mark.parametrize(
    ("translation", "fault"),
    [('msgstr ""', "not translated"), ('#, fuzzy\nmsgstr "Ga naar de inhoud"', "marked fuzzy")],
    ids=["missing", "in doubt"],
)
def test_nothing_is_built_while_a_translation_is_unfinished(
    tree: tuple[Path, list[str]], tmp_path: Path, translation: str, fault: str
):
    folder = tmp_path / "tree"
    shutil.copytree(tree[0], folder)
    catalogue = CatalogueFile(folder / "locales", "nl").source
    text = catalogue.read_text(encoding="utf-8")
    message = re.search(r'msgid "Skip to main content"\n(msgstr ".+")', text)
    assert message
    flag, _, string = translation.rpartition("\n")
    changed = message[0].replace(message[1], string)
    catalogue.write_text(
        text.replace(message[0], f"{flag}\n{changed}" if flag else changed), encoding="utf-8"
    )

    result = build(folder, tmp_path / "built")

    assert result.returncode != 0
    assert f"{fault}: 'Skip to main content'" in result.stderr
    assert not list((tmp_path / "built").glob("*.whl"))


@contextmanager
def served(environment: Path, folder: Path, **variables: str) -> Iterator[int]:
    """Serve the installed site as docs/operations.md says, but on a port; gives that."""
    port = free_port()
    with (folder / "output.txt").open("wb") as output:
        server = subprocess.Popen(  # noqa: S603 - our own site
            [
                *(environment / "bin" / "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
                *("--port", str(port), "--workers", "1", "perspectief.wsgi:application"),
            ],
            cwd=folder,
            env=surroundings(**variables),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until(lambda: answers(port), explain=(folder / "output.txt").read_text)
        yield port
    finally:
        server.terminate()
        server.wait(60)


def answers(port: int) -> bool:
    """Return whether somebody listens there."""
    try:
        return get(port, "/health/")[0] > 0
    except OSError:
        return False


def get(port: int, path: str) -> tuple[int, str]:
    """Ask as the proxy in front of the site does; return status and text."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Host": HOST, "X-Forwarded-Proto": "https"})
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text


def test_a_site_that_is_installed_from_the_wheel_speaks_both_languages(wheel: Path, tmp_path: Path):
    locked = tmp_path / "locked.txt"
    do(
        *(UV, "export", "--frozen", "--no-emit-project", "--no-hashes", "--extra", "production"),
        *("--output-file", locked),
        folder=ROOT,
    )
    environment = tmp_path / "venv"
    do(UV, "venv", "--python", sys.executable, environment, folder=tmp_path)
    do(
        *(UV, "pip", "install", "--python", environment / "bin" / "python"),
        *("--constraint", locked, f"{wheel}[production]"),
        folder=tmp_path,
    )
    with another_migrated(tmp_path) as url:
        do(
            *(sys.executable, "site/manage.py", "shell", "--command", PLANT),
            folder=ROOT,
            DATABASE_URL=url,
            DJANGO_SETTINGS_MODULE="perspectief.settings.test",
            PYTHONPATH=str(ROOT),
        )
        (tmp_path / "on_sqlite.py").write_text(ON_SQLITE % url.removeprefix("sqlite:///"))
        variables = {
            **GOOD,
            "ALLOWED_HOSTS": HOST,
            "DJANGO_SETTINGS_MODULE": "on_sqlite",
            "PYTHONPATH": str(tmp_path),
            "VAR_DIR": str(tmp_path / "var"),
        }
        perspectief = environment / "bin" / "perspectief"
        for command in (["createcachetable"], ["migrate"], ["collectstatic", "--no-input"]):
            do(perspectief, *command, folder=tmp_path, **variables)
        with served(environment, tmp_path, **variables) as port:
            pages = {path: get(port, path) for path in ("/", "/en/")}
            sheet = re.search(r'href="(/static/[^"]+\.css)"', pages["/"][1])
            assert sheet
            assert get(port, sheet[1])[0] == 200

    for path, language, skip_link in (
        ("/", "nl", "Ga naar de inhoud"),
        ("/en/", "en", "Skip to main content"),
    ):
        status, html = pages[path]
        assert status == 200
        assert f'<html lang="{language}">' in html
        assert skip_link in html
