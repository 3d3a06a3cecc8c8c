"""A run that takes too few branches fails, and one that measured nothing too."""

import inspect
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from perspectief.invisible import without_invisible
from tests.support import coverage_floor, marked_code, measured_process
from tests.support.coverage_floor import ROOT, measured
from tests.support.marked_code import SEEN, marked

#: What does not run, where `a` is 1 and `b` is 0: lines, and ways on from a choice.
NOT_TAKEN = {
    "if a:\n  b = 1\nelse:\n  b = 2": {(4, ""), (1, "past")},
    "if b:\n  b = 1\nelif b:\n  b = 2": {(2, ""), (1, "on"), (4, ""), (3, "on")},
    "for b in []:\n  b = 1": {(2, ""), (1, "on")},
    "for b in [1]:\n  break": {(1, "past")},
    "while b:\n  b = 1": {(2, ""), (1, "on")},
    "match a:\n  case 1:\n    b = 1\n  case _:\n    b = 2": {(5, ""), (1, "case 1")},
    "match a:\n  case 2:\n    b = 1": {(3, ""), (1, "case 0")},
    "match a:\n  case 1:\n    b = 1": {(1, "no case")},
    "match a:\n  case _ if b:\n    b = 1": {(3, ""), (1, "case 0")},
    "try:\n  b = 1 / 0\n  b = 2\nexcept ZeroDivisionError:\n  b = 3\nfinally:\n  b = 4": {(3, "")},
    "try:\n  b = 1\nexcept ZeroDivisionError:\n  b = 3\nelse:\n  b = 4": {(4, "")},
    "with suppress(ZeroDivisionError):\n  b = 1 / 0\n  b = 2": {(3, "")},
    "def c():\n  '''Words.'''\n  b = 1": {(3, "")},
    "class C:\n  b = 1\n  def c(self):\n    return 1": {(4, "")},
    "if TYPE_CHECKING:\n  import nowhere": set(),
    "b = 1 if a else 2": set(),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(coverage_floor, "FOLDER", tmp_path / "coverage")
    (tmp_path / "coverage").mkdir()
    return tmp_path / "coverage"


@pytest.fixture
def search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one file, with 1,000 lines and 100 branches."""
    monkeypatch.setattr(coverage_floor, "ROOT", tmp_path)
    monkeypatch.setattr(marked_code, "ROOT", tmp_path)
    monkeypatch.setattr(marked_code, "KEPT", tmp_path / "marked")
    monkeypatch.setattr(coverage_floor, "PACKAGES", {"home": tmp_path / "home"})
    (tmp_path / "home").mkdir()
    search = tmp_path / "home" / "search.py"
    search.write_text("a = 1\n" * 900 + "if a: a = 2\n" * 50)
    return search


@pytest.mark.parametrize(
    ("lines", "branches", "code"), [(44, 0, 0), (45, 0, 1), (0, 8, 0), (0, 9, 1)]
)
def test_a_run_may_not_fall_under_the_floor(
    folder: Path, search: Path, capsys, lines: int, branches: int, code: int
):
    places, _code = marked(search)
    ways = {index for index, (_line, way) in enumerate(places) if way}
    missed = [*sorted(set(range(len(places))) - ways)[:lines], *sorted(ways)[:branches]]
    seen = [index for index in range(len(places)) if index not in missed]
    (folder / "1.json").write_text(json.dumps({"home/search.py": seen}))
    assert coverage_floor.main() == code
    assert f"{lines + branches} not in home/search.py" in capsys.readouterr().out


def test_what_no_test_imports_is_missed_too(folder: Path, search: Path, capsys):
    (search.parent / "unused.py").write_text("a = 1\nb = 2\n")
    (folder / "1.json").write_text(json.dumps({"home/search.py": []}))
    assert coverage_floor.main() == 1
    assert "2 not in home/unused.py" in capsys.readouterr().out


def test_what_two_processes_took_is_taken(folder: Path, search: Path, capsys):
    everything = range(len(marked(search)[0]))
    (folder / "1.json").write_text(json.dumps({"home/search.py": [*everything[::2]]}))
    (folder / "2.json").write_text(json.dumps({"home/search.py": [*everything[1::2]]}))
    assert coverage_floor.main() == 0
    assert "100.0% of branches" in capsys.readouterr().out


def test_a_run_that_measured_nothing_fails(folder: Path, capsys):
    assert coverage_floor.main() == 1
    assert capsys.readouterr().err == "Nothing was measured.\n"


def test_what_an_earlier_run_took_does_not_count(folder: Path):
    (folder / "1.json").write_text(json.dumps({"home/search.py": [0]}))
    coverage_floor.forget_last_run()
    assert coverage_floor.seen_by_all() == {}


@pytest.mark.parametrize("source", NOT_TAKEN)
def test_what_did_not_run_is_missed(search: Path, source: str):
    search.write_text(source)
    places, code = marked(search)
    seen = [False] * len(places)
    around = {"a": 1, "b": 0, "suppress": suppress, "TYPE_CHECKING": False}
    exec(code, {SEEN: seen, **around})  # noqa: S102 - written above
    missed = {place for place, is_seen in zip(places, seen, strict=True) if not is_seen}
    assert missed == NOT_TAKEN[source]


def test_a_changed_file_is_marked_anew(search: Path):
    before = marked(search)
    assert marked(search) == before
    search.write_text("a = 1\n")
    assert marked(search)[0] == [(1, "")]


def test_a_marked_line_keeps_its_number(search: Path):
    search.write_text("def fail():\n    raise ValueError\n")
    module = {SEEN: [False] * 2}
    exec(marked(search)[1], module)  # noqa: S102 - written above
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - it says nothing
        module["fail"]()
    last = raised.traceback[-1]
    assert (last.path, last.lineno) == (search, 1)  # counted from 0


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
    name = "site/perspectief/invisible.py"
    missed = measured(ROOT / name, set(json.loads(written.read_text())[name])).missed
    lines, first = inspect.getsourcelines(without_invisible)
    choice = first + next(at for at, line in enumerate(lines) if "search(text)" in line)
    assert (choice, "on") not in missed
    assert (choice, "past") in missed


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
    seen = json.loads(written.read_text())
    written.unlink()
    assert seen["site/perspectief/management/commands/restore.py"]


def test_other_processes_start_as_fast_as_ever():
    environment = {**os.environ, measured_process.MEASURED_FROM: str(ROOT)}
    script = "import sys; assert 'tests.support.branch_coverage' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)  # noqa: S603
