"""Goes to another page as people do, and waits until it is there.

On a busy machine a click is over before the next page begins. What looks or measures right after
it would see the page before, or one that goes away under its hands.
"""

from playwright.sync_api import Locator


def open_by(target: Locator) -> None:
    """Press what leads to another page, or to the same one with errors, and wait for that page.

    Nobody presses before the page is drawn: until then what they aim at moves.
    """
    target.page.wait_for_load_state()
    with target.page.expect_navigation():
        target.click()
