"""`make bench`: how fast the site is, on SQLite and on PostgreSQL; figures in var/bench.json."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.figures import lines
from tests.support.private_postgres import private_postgres

ROOT = Path(__file__).resolve().parent.parent.parent
RESULT = Path(os.environ.get("VAR_DIR") or ROOT / "var") / "bench.json"
TIMEOUT = 3600  # seconds for one database; a busy machine is slow


def main() -> None:
    """Measure on both databases, print a line for each figure and keep them all."""
    results = {"sqlite": measure("sqlite", "")}
    with private_postgres(durable=True) as url:
        results["postgresql"] = measure("postgresql", url)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(results, indent=2) + "\n")
    print(f"All figures: {RESULT}")


def measure(database: str, url: str, *options: str) -> dict[str, Any]:
    """Measure in a process of its own, with a new cache and files; print and return it.

    Args:
        database: its name in what is printed.
        url: its address; an empty one means a new SQLite file.
        options: see `tests.bench.measure`.

    Raises:
        CalledProcessError: something that is measured does not work.
    """
    with tempfile.TemporaryDirectory(prefix="perspectief-bench-") as folder:
        environment = {
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
            "VAR_DIR": folder,
        }
        output = subprocess.run(
            [sys.executable, "-m", "tests.bench.measure", *options],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            timeout=TIMEOUT,
            check=True,
            text=True,
        ).stdout
    figures = json.loads(output.splitlines()[-1])
    print("\n".join(lines(database, figures)), flush=True)
    return figures


if __name__ == "__main__":
    main()
