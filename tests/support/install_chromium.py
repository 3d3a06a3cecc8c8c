"""Get a Chromium for the browser tests: Playwright's own build, or Debian's package."""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

from tests.support.chromium import launch_arguments

DOWNLOAD_TIMEOUT = 300  # seconds
NOT_INSTALLED = (
    "The browser tests need Chromium. Playwright could not fetch its own, and it cannot be"
    " installed from the system's packages without root or passwordless sudo."
    " Install it by hand: apt-get install chromium"
)


class NoChromium(Exception):
    """No Chromium can be had on this machine; the message says what to do."""


def starts() -> bool:
    """Return whether some Chromium opens a page."""
    with sync_playwright() as playwright:
        try:
            options = launch_arguments(playwright.chromium.executable_path)
            browser = playwright.chromium.launch(**options)
        except Exception:  # noqa: BLE001 (Playwright's own base class; any fault means no browser)
            return False
        browser.close()
        return True


def install() -> None:
    """Make sure that a Chromium starts; raises NoChromium if none can be had."""
    if starts():
        return
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    if run(download, timeout=DOWNLOAD_TIMEOUT) and starts():
        return
    if not shutil.which("apt-get"):
        raise NoChromium(NOT_INSTALLED)
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if as_root and not shutil.which("sudo"):
        raise NoChromium(NOT_INSTALLED)
    environment = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive"]
    run([*environment, "apt-get", "update", "-q"])
    install_package = [*environment, "apt-get", "install", "-y", "-q", "--no-install-recommends"]
    run([*install_package, "chromium-headless-shell"])
    if not starts():
        run([*install_package, "chromium"])
    if not starts():
        raise NoChromium(NOT_INSTALLED)


def run(command: list[str], timeout: float | None = None) -> bool:
    """Run `command` and return whether it worked; its output is shown."""
    print("$", " ".join(command), flush=True)
    try:
        return (
            subprocess.run(
                command, check=False, stdin=subprocess.DEVNULL, timeout=timeout
            ).returncode
            == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
