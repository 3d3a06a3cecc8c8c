"""`make release`: what a server installs, made from a clean clone of the last commit.

Writes to dist/: the wheel, `perspectief-VERSION.tar.gz` with the wheel, the exact versions of all
that it needs, `deploy/` and the guide for the server, RELEASE_NOTES.md and SHA256SUMS.
"""

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent.parent
UV = Path(sys.executable).with_name("uv")
#: What reads a Containerfile, where one is installed.
ENGINES = ("podman", "docker")


class CannotBeReleased(Exception):
    """The message says why."""


def main() -> int:
    """Make a release of the last commit, and try what can be tried here."""
    parser = argparse.ArgumentParser(prog="make release")
    parser.add_argument("--into", type=Path, default=ROOT / "dist")
    parser.add_argument("--version", default="", help="another one than pyproject.toml says")
    options = parser.parse_args()
    try:
        archive = make_release(options.into, options.version)
    except CannotBeReleased as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Made {archive}")
    print(f"  notes      {archive.parent / 'RELEASE_NOTES.md'}")
    print(f"  checksums  {archive.parent / 'SHA256SUMS'}")
    print(f"  {build_image(archive)}")
    return 0


def make_release(
    into: Path, version: str = "", change: Callable[[Path], None] = lambda clone: None
) -> Path:
    """Make a release; return the archive that a server takes.

    Args:
        into: the folder to write to; what was in it goes.
        version: another one than that of the clone, to rehearse an upgrade with.
        change: what else such a release has; gets the folder of the clone.

    Raises:
        CannotBeReleased: something is not committed, or the wheel is not whole.
    """
    if not version and _output("git", "status", "--porcelain", folder=ROOT):
        raise CannotBeReleased("Commit or put away what is not committed: a release has a commit.")
    with tempfile.TemporaryDirectory(prefix="perspectief-release-") as temporary:
        clone = Path(temporary) / "clone"
        _output("git", "clone", "--quiet", str(ROOT), str(clone), folder=ROOT)
        commit = _output("git", "rev-parse", "HEAD", folder=clone)
        if version:
            _change_version(clone, version)
        change(clone)
        version = version or _version_of(clone)
        folder = Path(temporary) / f"perspectief-{version}"
        folder.mkdir()
        _output(str(UV), "build", "--quiet", "--wheel", "--out-dir", str(folder), folder=clone)
        (folder / ".gitignore").unlink(missing_ok=True)
        [wheel] = folder.glob("*.whl")
        _refuse_half_a_wheel(wheel)
        requirements = _output(
            *(
                str(UV),
                "export",
                "--frozen",
                "--no-emit-project",
                "--extra",
                "production",
                "--extra",
                "s3",
            ),
            *("--no-default-groups", "--no-header", "--no-annotate"),
            folder=clone,
        )
        (folder / "requirements.txt").write_text(requirements + "\n", encoding="utf-8")
        shutil.copytree(clone / "deploy", folder / "deploy")
        shutil.copyfile(clone / "docs" / "operations.md", folder / "OPERATIONS.md")
        notes = release_notes((clone / "CHANGELOG.md").read_text(encoding="utf-8"), version, commit)
        (folder / "RELEASE_NOTES.md").write_text(notes, encoding="utf-8")
        _write_checksums(folder)
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        archive = into / f"{folder.name}.tar.gz"
        with tarfile.open(archive, "w:gz") as packed:
            packed.add(folder, folder.name, filter=_without_owner)
        for path in (wheel, folder / "RELEASE_NOTES.md"):
            shutil.copyfile(path, into / path.name)
    _write_checksums(into)
    return archive


def release_notes(changelog: str, version: str, commit: str) -> str:
    """Return what changed: the part of the changelog about this version, or what has none yet."""
    parts = re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]
    named = {part.partition("\n")[0].strip(): part.partition("\n")[2].strip() for part in parts}
    found = next((text for name, text in named.items() if name.startswith(version)), None)
    text = found or named.get("Unreleased", "")
    return f"# Perspectief {version}\n\nCommit {commit}.\n\n{text}\n"


def build_image(archive: Path) -> str:
    """Build the container image from a release, if that can be done; return what became of it."""
    engine = next((name for name in ENGINES if _works(name)), None)
    if engine is None:
        return f"image      not built: neither {' nor '.join(ENGINES)} runs on this machine"
    with tempfile.TemporaryDirectory(prefix="perspectief-image-") as folder:
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        [context] = Path(folder).iterdir()
        tag = context.name.replace("perspectief-", "perspectief:")
        command = [engine, "build", "--file", "deploy/container/Containerfile", "--tag", tag, "."]
        subprocess.run(command, cwd=context, check=True, stdin=subprocess.DEVNULL)
    return f"image      {tag} ({engine})"


def _works(engine: str) -> bool:
    if not shutil.which(engine):
        return False
    command = [engine, "info"]
    return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0


def _version_of(clone: Path) -> str:
    found = re.search(r'^version = "(.+)"$', (clone / "pyproject.toml").read_text(), re.MULTILINE)
    assert found
    return found[1]


def _change_version(clone: Path, version: str) -> None:
    path = clone / "pyproject.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'version = "{_version_of(clone)}"', f'version = "{version}"', 1))


def _refuse_half_a_wheel(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    missing = [
        language
        for language in ("nl", "en")
        if f"locales/{language}/LC_MESSAGES/django.mo" not in names
    ]
    if missing:
        raise CannotBeReleased(f"The wheel lacks the messages of: {', '.join(missing)}")


def _write_checksums(folder: Path) -> None:
    lines = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "SHA256SUMS":
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            lines.append(f"{digest}  {path.relative_to(folder)}\n")
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def _without_owner(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def _output(*command: str, folder: Path) -> str:
    result = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    if result.returncode != 0:
        raise CannotBeReleased(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
    return result.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
