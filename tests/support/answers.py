"""Answers a question in a browser as people do: by pressing the words beside the box."""

import re

from playwright.sync_api import Page, expect


def choose(page: Page, words: str) -> None:
    """Press the answer that says these words, or else the one that begins with them.

    Playwright presses the label only when it is drawn, holds still and lies under nothing else. The
    box itself is small, or hidden under its label: nobody aims at that.
    """
    page.wait_for_load_state()  # all answers are there: one may begin with the words of another
    beginning = r"^\s*" + r"\s+".join(map(re.escape, words.split()))
    answer = page.locator("label", has_text=re.compile(rf"{beginning}\s*$"))
    if answer.count() == 0:
        answer = page.locator("label", has_text=re.compile(beginning))
    answer.click()
    expect(answer).to_be_checked()
