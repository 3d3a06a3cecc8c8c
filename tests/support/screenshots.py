"""`make screenshots`: take the pictures of the README again, from a demo of their own."""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.support.chromium import launch_arguments
from tests.support.demo import ROOT, running_demo
from tests.support.install_chromium import install
from tests.support.page_drawn import wait_until_drawn

PICTURES = ROOT / "docs" / "images"
DESK_ACCOUNT = "aanmeldpunt"
PASSWORD = "only for these pictures"
WINDOW = {"width": 1440, "height": 900}


def main() -> None:
    """Take all pictures."""
    install()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="perspectief-demo-") as folder,
        running_demo(Path(folder), PASSWORD) as demo,
        sync_playwright() as playwright,
    ):
        options = launch_arguments(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(**options)
        page = browser.new_context(
            base_url=demo.url,
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
    wait_until_drawn(page)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / name)
    with Image.open(PICTURES / name) as picture:
        small = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    small.save(PICTURES / name, optimize=True)
    print(f"Made {PICTURES / name}")


if __name__ == "__main__":
    main()
