"""A Debian server of its own inside this machine: its files copied on write, its own services.

systemd itself runs as the first process of new namespaces, on an overlay of this machine's files.
So the units of `deploy/` run as on a server, with users, limits and all; nothing outside changes.
The network is that of whoever boots it, which has one for itself (see `__main__`).
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from tests.support.waiting import wait_until

ROOT = Path(__file__).resolve().parent.parent.parent
BOOT_TIMEOUT = 120  # seconds
BOOT = r"""
set -e
folder=$1; checkout=$2
mount -t tmpfs -o size=8G tmpfs "$folder"
mkdir "$folder/changes" "$folder/work" "$folder/root"
root=$folder/root
mount -t overlay -o "lowerdir=/,upperdir=$folder/changes,workdir=$folder/work" overlay "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
mkdir -p "$root$checkout"
mount --rbind "$checkout" "$root$checkout"
mount --bind /etc/hosts "$root/etc/hosts"
# A machine that starts nothing by itself, as before anything was installed.
rm -f "$root"/etc/machine-id "$root"/etc/systemd/system/*.wants/*
touch "$root/etc/machine-id"
for unit in systemd-udevd.service systemd-timesyncd.service apt-daily.timer; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit"
done
rm -rf "$root"/etc/postgresql/*/main "$root"/var/lib/postgresql/*/main
cd "$root"
mkdir -p outside
pivot_root . outside
exec env -i container=rehearsal PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    /lib/systemd/systemd --system --unit=multi-user.target --log-target=journal --show-status=0
"""


class CommandFailed(Exception):
    """A command on the machine failed; the message is what it wrote."""


class Machine:
    """The server, from `boot` until `power_off`."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="perspectief-machine-"))
        self._outer: subprocess.Popen[bytes] | None = None
        self._first = 0

    def boot(self) -> None:
        """Start it; returns when its services can be asked for."""
        self._outer = subprocess.Popen(
            [
                *("unshare", "--mount", "--pid", "--fork", "--uts", "--ipc", "--cgroup"),
                *("--propagation", "private", "--kill-child"),
                *("bash", "-c", BOOT, "boot", str(self._folder), str(ROOT)),
            ],
            stdin=subprocess.DEVNULL,
        )
        children = Path(f"/proc/{self._outer.pid}/task/{self._outer.pid}/children")
        wait_until(lambda: bool(children.read_text().split()), 10)
        self._first = int(children.read_text().split()[0])
        wait_until(self._is_up, BOOT_TIMEOUT, pause=0.3)
        # As Debian's package does where it is installed for the first time.
        self.run("sh", "-c", 'pg_createcluster "$(ls /usr/lib/postgresql | tail -1)" main')

    def power_off(self) -> None:
        """End everything on it, and forget its files."""
        if self._outer is not None:
            if self._first:
                os.kill(self._first, signal.SIGKILL)  # the kernel ends all others
            else:
                self._outer.kill()
            self._outer.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def run(self, *command: str, typed: str = "", timeout: float = 900) -> str:
        """Run a command as root; return what it wrote.

        Args:
            command: the program and its arguments.
            typed: what it reads.
            timeout: seconds.

        Raises:
            CommandFailed: it did not end well.
        """
        result = self._run(command, typed, timeout)
        if result.returncode != 0:
            raise CommandFailed(f"{' '.join(command)}\n{result.stdout}")
        return result.stdout

    def fails(self, *command: str) -> str:
        """Run a command that must fail; return what it wrote."""
        result = self._run(command, "", 300)
        if result.returncode == 0:
            raise CommandFailed(f"{' '.join(command)} should have failed:\n{result.stdout}")
        return result.stdout

    def write(self, path: str, text: str) -> None:
        """Write a file, as root."""
        self.run("sh", "-c", 'mkdir -p "$(dirname "$1")" && cat >"$1"', "sh", path, typed=text)

    def read(self, path: str) -> str:
        """Read a file, as root."""
        return self.run("cat", path)

    def journal(self) -> str:
        """Return what the services of the site wrote."""
        return self.run("journalctl", "--no-pager", "--output=cat", "--unit=perspectief*")

    def seconds_of(self, *command: str) -> float:
        """Run a command; return how long it took."""
        begun = time.monotonic()
        self.run(*command)
        return time.monotonic() - begun

    def _run(self, command: tuple[str, ...], typed: str, timeout: float):
        return subprocess.run(
            [
                *("nsenter", "--target", str(self._first), "--mount", "--pid", "--uts", "--ipc"),
                *("--cgroup", "env", "-i", "HOME=/root", "LANG=C.UTF-8"),
                *("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", *command),
            ],
            input=typed,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=timeout,
            check=False,
        )

    def _is_up(self) -> bool:
        state = self._run(("systemctl", "is-system-running"), "", 30).stdout.strip()
        return state in {"running", "degraded"}
