"""`make rehearsal`: the site on a bare Debian server, and everybody who comes to it.

`--short` uses this checkout instead of a release, and SQLite; it shows what nginx and the services
do. The whole rehearsal installs two releases one after the other, with PostgreSQL and Redis.
"""

import logging
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb

from tests.rehearsal.install_servers import NotHere, install
from tests.rehearsal.machine import ROOT, CommandFailed, Machine
from tests.rehearsal.outside import HOST
from tests.support.release import make_release

#: A folder with the releases, and with all that they need.
RELEASES = "PERSPECTIEF_RELEASES"
INSIDE = "PERSPECTIEF_REHEARSAL"
MIGRATION = """
from django.db import migrations

STATEMENTS = (
    "ALTER TABLE registration_registration ADD COLUMN rehearsed varchar(9) DEFAULT '' NOT NULL",
    "UPDATE registration_registration SET rehearsed = 'yes'",
    "CREATE INDEX registration_rehearsed ON registration_registration (rehearsed)",
)


class Migration(migrations.Migration):
    dependencies = [("registration", "{last}")]
    operations = [migrations.RunSQL(statement) for statement in STATEMENTS]
"""
#: As automake's tests do: it could not be tried here.
CANNOT_BE_TRIED = 77


def main() -> int:
    """Do it in a network of its own; return 0 if all went well."""
    if INSIDE in os.environ:
        return rehearse("--short" in sys.argv)
    try:
        install()
    except NotHere as error:
        print(f"The rehearsal is left out: {error}")
        return CANNOT_BE_TRIED
    with (
        tempfile.NamedTemporaryFile("w", suffix="-hosts") as hosts,
        tempfile.TemporaryDirectory(prefix="perspectief-releases-") as releases,
    ):
        if "--short" not in sys.argv:
            _make_releases(Path(releases))
        hosts.write(f"127.0.0.1 localhost {HOST}\n::1 localhost\n")
        hosts.flush()
        os.chmod(hosts.name, 0o644)
        inner = 'mount --bind "$1" /etc/hosts && ip link set lo up && shift && exec "$@"'
        command = [sys.executable, "-m", "tests.rehearsal", *sys.argv[1:]]
        return subprocess.run(
            [
                *("unshare", "--net", "--mount", "--propagation", "private"),
                *("sh", "-c", inner, "sh", hosts.name, *command),
            ],
            cwd=ROOT,
            env={
                **os.environ,
                INSIDE: "1",
                RELEASES: releases,
                "DJANGO_SETTINGS_MODULE": "perspectief.settings.test",
            },
            stdin=subprocess.DEVNULL,
            check=False,
        ).returncode


def _add_a_migration(clone: Path) -> None:
    """Have an upgrade change the table that everybody who registers is stored in."""
    folder = clone / "registration" / "migrations"
    last = max(path.stem for path in folder.glob("[0-9]*.py"))
    (folder / f"{int(last[:4]) + 1:04}_rehearsed.py").write_text(MIGRATION.format(last=last))


_CHANGES = {"0.1.1": _add_a_migration}


def _make_releases(folder: Path) -> None:
    """Make what is installed and what it is upgraded to, while there is a way to PyPI."""
    for version in ("0.1.0", "0.1.1"):
        archive = make_release(folder / version, version, _CHANGES.get(version, lambda clone: None))
        print(f"Made {archive.name}", flush=True)
    with tarfile.open(archive) as packed:
        packed.extract(f"perspectief-{version}/requirements.txt", folder, filter="data")
    # Debian's own Python, as on the server: what is needed depends on its version.
    subprocess.run(["/usr/bin/python3", "-m", "venv", folder / "pip"], check=True)
    subprocess.run(
        [
            *(
                str(folder / "pip" / "bin" / "pip"),
                "download",
                "-qq",
                "--disable-pip-version-check",
            ),
            *("--require-hashes", "--only-binary", ":all:", "--dest", str(folder / "wheels")),
            *("--requirement", str(folder / f"perspectief-{version}" / "requirements.txt")),
        ],
        check=True,
        stdin=subprocess.DEVNULL,
    )


def rehearse(is_short: bool) -> int:
    """Boot a machine and go through all of it."""
    import django

    django.setup()
    from tests.rehearsal.short import short_steps
    from tests.rehearsal.whole import whole_steps

    logging.getLogger("mail.log").setLevel(logging.WARNING)  # of the mail server, a line a command
    machine = Machine()
    begun = time.monotonic()
    try:
        machine.boot()
    except (AssertionError, OSError, CommandFailed) as error:
        machine.power_off()
        print(f"The rehearsal is left out: no machine boots in a namespace here ({error}).")
        return CANNOT_BE_TRIED
    try:
        with tempfile.TemporaryDirectory(prefix="perspectief-rehearsal-") as folder:
            steps = (short_steps if is_short else whole_steps)(machine, Path(folder))
            failed = [title for title, step in steps if not _went_well(title, step)]
        if failed:
            print(_tail(machine))
            print(f"Failed: {'; '.join(failed)}")
            return 1
    finally:
        machine.power_off()
    print(f"All of it went well, in {time.monotonic() - begun:.0f} s.")
    return 0


def _went_well(title: str, step: Callable[[], object]) -> bool:
    begun = time.monotonic()
    try:
        said = step()
    except Exception as error:  # noqa: BLE001 (whatever it is, it is told, and the machine ended)
        where = [frame for frame in extract_tb(error.__traceback__) if "/tests/" in frame.filename]
        print(f"FAILED  {title}\n{where[-1].line}\n{type(error).__name__}: {error}", flush=True)
        return False
    figures = f": {said}" if said else ""
    print(f"{time.monotonic() - begun:6.1f} s  {title}{figures}", flush=True)
    return True


def _tail(machine: Machine) -> str:
    try:
        return "\n".join(machine.journal().splitlines()[-40:])
    except Exception as error:  # noqa: BLE001 (it may have failed to boot)
        return f"(no journal: {error})"


if __name__ == "__main__":
    sys.exit(main())
