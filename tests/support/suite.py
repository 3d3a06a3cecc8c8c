"""`make test`: every check and test, in the order in which a fault is found soonest.

Lint and types while the databases are migrated, then everything that needs no browser on SQLite,
with the branches that it takes, and on PostgreSQL one example of each test that depends on the
database, with the main journey in a browser. Last every browser test on SQLite, in one of its
languages or sizes; `pytest -m browser` runs them in all.
All parts run even if one fails; the exit code tells whether any did.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tests.support import measured_process
from tests.support.coverage_floor import forget_last_run
from tests.support.install_chromium import NoChromium, install
from tests.support.private_postgres import private_postgres

ROOT = Path(__file__).resolve().parent.parent.parent
LINT = ["make", "-k", "-j2", "--output-sync", "--no-print-directory", "lint"]
MIGRATE = [sys.executable, "-m", "tests.support.migrated_database"]
AUDIT = [sys.executable, "-m", "tests.support.audit"]
PYTEST = [sys.executable, "-m", "pytest"]
# Tests that share one demo site run in the same process.
PARALLEL = ["-n", "2", "--dist", "loadgroup"]
WITHOUT_BROWSER = [*PYTEST, *PARALLEL, "-m", "not browser"]
ON_POSTGRES = [*WITHOUT_BROWSER, "--on-database", "--examples", "1"]
WITH_BROWSER = [*PYTEST, *PARALLEL, "-m", "browser", "--examples", "1"]
#: Loaded before Django, in each process of the run.
MEASURED = {
    "PYTEST_PLUGINS": "tests.support.branch_coverage",
    measured_process.MEASURED_FROM: str(ROOT),
}
BRANCHES = [sys.executable, "-m", "tests.support.coverage_floor"]
MAIN_JOURNEY = [*PYTEST, "-m", "browser", "tests/e2e/test_promise_kept.py"]


def main() -> int:
    """Run everything; return 0 if all of it passed."""
    signal.signal(signal.SIGTERM, _leave)  # so that the private database is stopped
    os.chdir(ROOT)
    try:
        install()
    except NoChromium as error:
        print(error, file=sys.stderr)
        return 1
    failed = []
    # Before any test: Django reads the catalogues as soon as it starts.
    if not _run("Message catalogues", [sys.executable, "site/manage.py", "messages", "compile"]):
        failed.append("message catalogues")
    if not _run("Known weaknesses in locked versions", AUDIT):
        failed.append("a locked version has a known weakness")
    with private_postgres() as url:
        with _migrating(None), _migrating(url):
            if not _run("Lint, types, translations, migrations", LINT):
                failed.append("lint")
        forget_last_run()
        measured_process.install()
        if not _run("Tests on SQLite", WITHOUT_BROWSER, MEASURED):
            failed.append("tests on SQLite")
        if not _run("Branches that were tested", BRANCHES):
            failed.append("too few branches are tested")
        if not _run("Tests on PostgreSQL", ON_POSTGRES, {"DATABASE_URL": url}):
            failed.append("tests on PostgreSQL")
        if not _run("The whole journey on PostgreSQL", MAIN_JOURNEY, {"DATABASE_URL": url}):
            failed.append("the journey on PostgreSQL")
    if not _run("Browser and accessibility tests", WITH_BROWSER):
        failed.append("browser tests")
    if failed:
        print(f"\nFailed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


@contextmanager
def _migrating(database_url: str | None) -> Iterator[None]:
    """Make the database to copy from beside what is done here, which keeps one processor busy.

    If that fails, the tests make it themselves and say what is wrong.
    """
    environment = _environment({"DATABASE_URL": database_url} if database_url else {})
    process = subprocess.Popen(MIGRATE, stdin=subprocess.DEVNULL, env=environment)
    try:
        yield
        process.wait()
    finally:
        process.kill()


def _run(title: str, command: list[str], extra: Mapping[str, str] | None = None) -> bool:
    print(f"\n=== {title} ===", flush=True)
    began = time.monotonic()
    result = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, env=_environment(extra or {})
    )
    if result.returncode != 0:
        print(f"--- {title}: failed after {time.monotonic() - began:.0f} s", flush=True)
    return result.returncode == 0


def _environment(extra: Mapping[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    kept["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, **extra}


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
