"""`make check`: an answer within a minute about what changed since the last commit.

Style of what changed, types of everything (mypy keeps what it knew), and the tests that import what
changed or stand beside it, one example of each. `make test` remains the judge.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.support.package_order import imports_of, modules

ROOT = Path(__file__).resolve().parent.parent.parent
TESTS = ROOT / "tests"
#: More would take longer than somebody waits.
MOST_FILES = 8
#: They drive a browser, stop servers or measure.
SLOW = ("e2e", "faults", "bench", "rehearsal")


def changed_files() -> list[Path]:
    """Return what differs from the last commit; of a clean checkout, what that commit changed."""
    changed = {*_git("diff", "--name-only", "HEAD"), *_git("ls-files", "-o", "--exclude-standard")}
    if not changed:
        changed = set(_git("diff", "--name-only", "HEAD~1", "HEAD"))
    return sorted(path for name in changed if (path := ROOT / name).exists())


def nearest_tests(changed: Iterable[Path]) -> list[Path]:
    """Return the test modules about these files: own, of the same folder, and those that import.

    Args:
        changed: absolute paths of modules, templates and tests.

    Returns:
        The nearest first.
    """
    changed = list(changed)
    names = {path: name for name, path in modules().items()}
    wanted = {names[path] for path in changed if path in names}
    own = [path for path in changed if path.name.startswith("test_") and _is_quick(path)]
    beside = [test for path in changed if path in names for test in _beside(names[path])]
    importing = [test for test in _quick_tests() if wanted & _modules_in(test)]
    beside.sort(key=lambda test: test not in importing)
    return list(dict.fromkeys([*own, *beside, *importing]))


def main() -> int:
    """Run the checks; return 0 if all passed."""
    os.chdir(ROOT)
    changed = changed_files()
    python = [str(path) for path in changed if path.suffix == ".py"]
    templates = [str(path) for path in changed if path.suffix == ".html"]
    tests = nearest_tests(changed)
    if left_out := tests[MOST_FILES:]:
        print(f"{len(left_out)} more test modules are left to `make test`.", flush=True)
    commands: list[list[str]] = []
    if python:
        commands += [
            [_tool("ruff"), "check", *python],
            [_tool("ruff"), "format", "--check", *python],
        ]
        commands.append([_tool("mypy")])
    if templates:
        commands.append([_tool("djlint"), "--quiet", "--lint", *templates])
    if python or templates:
        messages = ["messages", "check", "--settings", "perspectief.settings.test"]
        commands.append([sys.executable, "site/manage.py", *messages])
    if tests:
        quick = ["-q", "-n", "2", "-m", "not browser", "--examples", "1"]
        commands.append([_tool("pytest"), *quick, *map(str, tests[:MOST_FILES])])
    failed = [command for command in commands if subprocess.run(command, check=False).returncode]
    return 1 if failed else 0


def _git(*arguments: str) -> list[str]:
    command = ["git", *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return result.stdout.split()


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _is_quick(path: Path) -> bool:
    return path.is_relative_to(TESTS) and path.relative_to(TESTS).parts[0] not in SLOW


def _quick_tests() -> list[Path]:
    return [path for path in sorted(TESTS.rglob("test_*.py")) if _is_quick(path)]


def _beside(module: str) -> list[Path]:
    """Return the tests in the folder that mirrors a module's."""
    folder = TESTS.joinpath(*module.split(".")[:-1])
    named = f"test_{module.split('.')[-1]}.py"
    return sorted(folder.glob("test_*.py"), key=lambda path: path.name != named)


def _modules_in(test: Path) -> set[str]:
    names = set(imports_of(test.read_text(encoding="utf-8")))
    return names | {name.rpartition(".")[0] for name in names}


if __name__ == "__main__":
    sys.exit(main())
