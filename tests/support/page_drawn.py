"""When a page looks as it will: its style sheets are there, and its letters."""

from playwright.sync_api import Page

LETTERS_CAME = "() => document.fonts.ready.then(() => null)"


def wait_until_drawn(page: Page) -> None:
    """Wait for what would change the sizes and colours of what is on the page already."""
    page.wait_for_load_state()
    page.evaluate(LETTERS_CAME)
