"""Get what a server of Debian has: what `deploy/install` installs, systemd, and a stopwatch."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.support.install_chromium import run

ROOT = Path(__file__).resolve().parent.parent.parent
OWN_PACKAGES = ("systemd", "systemd-sysv", "dbus", "iproute2", "util-linux", "wrk")


class NotHere(Exception):
    """A server cannot be rehearsed on this machine; the message says why."""


def install() -> None:
    """Make sure that a server can be rehearsed; raises NotHere if not."""
    if os.geteuid() != 0:
        raise NotHere("it takes root, because a server has users and services of its own.")
    wanted = [*OWN_PACKAGES, *packages_of_a_server()]
    missing = [name for name in wanted if not _is_installed(name)]
    if missing:
        if not shutil.which("apt-get"):
            raise NotHere(f"these packages of Debian are missing: {', '.join(missing)}")
        environment = ["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1"]
        run([*environment, "apt-get", "update", "-q"])
        command = ["apt-get", "install", "-y", "-q", "--no-install-recommends"]
        if not run([*environment, *command, *missing]):
            raise NotHere(f"these packages could not be installed: {', '.join(missing)}")
    if not _has_namespaces():
        raise NotHere("this kernel lets nobody mount an overlay in a namespace of its own.")


def packages_of_a_server() -> list[str]:
    """Return what `deploy/install` asks Debian for."""
    script = (ROOT / "deploy" / "install").read_text()
    asked = re.search(r"apt-get install ((?:[^\n]*\\\n)*[^\n]*)", script)
    assert asked
    return [word for word in asked[1].replace("\\\n", " ").split() if not word.startswith("-")]


def _is_installed(package: str) -> bool:
    command = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    try:
        shown = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return shown.stdout == "installed"


def _has_namespaces() -> bool:
    script = (
        "mount -t tmpfs t /mnt && mkdir /mnt/a /mnt/b /mnt/c && mount -t overlay"
        " -o lowerdir=/,upperdir=/mnt/a,workdir=/mnt/b o /mnt/c"
    )
    command = ["unshare", "--mount", "--pid", "--fork", "--net", "--cgroup", "sh", "-c", script]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
