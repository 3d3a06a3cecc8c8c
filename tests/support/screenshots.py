"""`make screenshots`: take the pictures of the README again, from a demo of their own."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.support.chromium import launch_arguments
from tests.support.install_chromium import install
from tests.support.smtp_server import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = ROOT / "docs" / "images"
DESK_ACCOUNT = "aanmeldpunt"
PASSWORD = "only for these pictures"
START_TIMEOUT = 180  # seconds
WINDOW = {"width": 1440, "height": 900}


def main() -> None:
    """Take all pictures."""
    install()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with running_demo() as url, sync_playwright() as playwright:
        options = launch_arguments(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(**options)
        page = browser.new_context(
            base_url=url,
            viewport=WINDOW,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
        ).new_page()
        take_home(page)
        take_queue(page)
        browser.close()


def take_home(page: Page) -> None:
    """Take the front page as a visitor sees it first."""
    page.goto("/")
    save(page, "home.png")


def take_queue(page: Page) -> None:
    """Take the desk's queue."""
    page.goto("/staff/login/?next=/admin/callbacks/")
    page.locator("input[name=login]").fill(DESK_ACCOUNT)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/admin/callbacks/")
    page.reload()  # without the greeting
    save(page, "queue.png")


def save(page: Page, name: str) -> None:
    """Save what the window shows now, with its fonts."""
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / name)
    print(f"Made {PICTURES / name}")


@contextmanager
def running_demo() -> Iterator[str]:
    """Run the demo with data of its own; gives its address and stops it afterwards."""
    port = free_port()
    url = f"http://localhost:{port}"
    with tempfile.TemporaryDirectory(prefix="perspectief-demo-") as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "perspectief.settings.dev",
            "DEMO_PASSWORD": PASSWORD,
            "VAR_DIR": folder,
        }
        demo = subprocess.Popen(
            [sys.executable, "site/manage.py", "run_demo", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
        )
        try:
            wait_for(url, demo)
            yield url
        finally:
            demo.send_signal(signal.SIGTERM)
            demo.wait(30)


def wait_for(url: str, demo: subprocess.Popen[bytes]) -> None:
    """Return once the demo answers; raises RuntimeError if it does not."""
    end = time.monotonic() + START_TIMEOUT
    while time.monotonic() < end and demo.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"The demo answered {error.code}.") from error
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError("The demo did not start.")


if __name__ == "__main__":
    main()
