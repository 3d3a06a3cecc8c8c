"""A run that takes too few branches fails, and one that measured nothing too."""

import inspect
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from perspectief.invisible import without_invisible
from tests.support import coverage_floor, measured_process
from tests.support.coverage_floor import ROOT


def seen(*, missing_lines: int = 0, missing_branches: int = 0) -> dict:
    """Return what a run of 1,000 lines and 100 branches saw."""
    summary = {
        "covered_lines": 1000 - missing_lines,
        "missing_lines": missing_lines,
        "covered_branches": 100 - missing_branches,
        "missing_branches": missing_branches,
        "percent_covered": 100 * (1100 - missing_lines - missing_branches) / 1100,
    }
    return {"summary": summary, "files": {"home/search.py": {"summary": summary}}}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(coverage_floor, "FOLDER", tmp_path / "coverage")
    (tmp_path / "coverage").mkdir()
    return tmp_path / "coverage"


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"missing_lines": 44}, 0),
        ({"missing_lines": 45}, 1),
        ({"missing_branches": 8}, 0),
        ({"missing_branches": 9}, 1),
    ],
)
def test_a_run_may_not_fall_under_the_floor(
    folder: Path, capsys, missing: dict[str, int], code: int
):
    (folder / "1.json").write_text(json.dumps(seen(**missing)))
    assert coverage_floor.main() == code
    assert f"{sum(missing.values())} not in home/search.py" in capsys.readouterr().out


def test_a_run_that_measured_nothing_fails(folder: Path, capsys):
    assert coverage_floor.main() == 1
    assert capsys.readouterr().err == "Nothing was measured.\n"


def test_what_an_earlier_run_took_does_not_count(folder: Path):
    (folder / "1.json").write_text(json.dumps(seen()))
    coverage_floor.forget_last_run()
    assert coverage_floor.merged() is None


def test_a_branch_that_no_test_takes_is_seen(tmp_path: Path):
    """The plugin as a run loads it: before Django, in a process of its own."""
    script = (
        "from pathlib import Path\n"
        "from tests.support import coverage_floor\n"
        f"coverage_floor.FOLDER = Path({str(tmp_path)!r})\n"
        "from tests.support import branch_coverage\n"
        "from perspectief.invisible import without_invisible\n"
        "without_invisible('Noor')\n"
        "branch_coverage.pytest_sessionfinish()\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"}
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, check=True)  # noqa: S603
    (written,) = tmp_path.glob("*.json")
    files = json.loads(written.read_text())["files"]
    file = files["site/perspectief/invisible.py"]
    lines, first = inspect.getsourcelines(without_invisible)
    choice = first + next(at for at, line in enumerate(lines) if "search(text)" in line)
    assert [choice, choice + 1] in file["executed_branches"]
    assert [choice, choice + 2] in file["missing_branches"]


def test_a_command_in_a_process_of_its_own_is_seen():
    measured_process.install()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "site"),
        "DJANGO_SETTINGS_MODULE": "perspectief.settings.test",
        measured_process.MEASURED_FROM: str(ROOT),
    }
    command = [sys.executable, "-m", "perspectief", "restore", "--help"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:  # noqa: S603
        assert process.wait() == 0
    (written,) = coverage_floor.FOLDER.glob(f"{process.pid}-*.json")
    files = json.loads(written.read_text())["files"]
    written.unlink()
    assert files["site/perspectief/management/commands/restore.py"]["executed_lines"]


def test_other_processes_start_as_fast_as_ever():
    environment = {**os.environ, measured_process.MEASURED_FROM: str(ROOT)}
    script = "import sys; assert 'slipcover' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)  # noqa: S603
