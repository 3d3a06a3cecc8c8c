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
TIMEOUT = 600  # seconds for one database


def main() -> None:
    """Measure on both databases, print a line for each figure and keep them all."""
    results = {"sqlite": measure("sqlite", "")}
    with private_postgres(durable=True) as url:
        results["postgresql"] = measure("postgresql", url)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(results, indent=2) + "\n")
    print(f"All figures: {RESULT}")


def measure(database: str, url: str) -> dict[str, Any]:
    """Measure in a process of its own, with a new database and cache; print and return it."""
    with tempfile.TemporaryDirectory(prefix="perspectief-bench-") as folder:
        environment = {
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
            "VAR_DIR": folder,
        }
        output = subprocess.run(
            [sys.executable, "-m", "tests.bench.measure"],
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
