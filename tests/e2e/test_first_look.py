"""The first pages on screens of any width, and the one that says that something is wrong here."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from home.pages import HomePage
from tests.support.page_drawn import wait_until_drawn
from tests.support.page_fit import sticking_out
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree

ADDRESSES = [
    *("/", "/aanmelden/", "/privacy/", "/zoeken/?q=gratis"),
    *("/en/", "/en/register/", "/en/privacy/", "/en/search/?q=free"),
]
#: Of each word in an element: the word, and on how many lines it stands.
LINES_OF_EACH_WORD = """heading => {
  const found = [];
  const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      const tops = [...range.getClientRects()].map((box) => Math.round(box.top));
      found.push([word[0], new Set(tops).size]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_scrolls_sideways(site_tree: SiteTree, page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    for address in ADDRESSES:
        page.goto(address)
        assert sticking_out(page) == ""


@pytest.mark.parametrize("width", [360, 768, 800, 1024, 1440])
def test_no_word_of_the_first_question_is_cut_in_two(site_tree: SiteTree, page: Page, width: int):
    site_tree.home.headline = "Do you have questions?\nOr something to say?"
    site_tree.home.save()
    page.set_viewport_size({"width": width, "height": 1024})
    page.goto("/")
    wait_until_drawn(page)
    lines_of = page.get_by_role("heading", level=1).evaluate(LINES_OF_EACH_WORD)
    assert len(lines_of) == 8
    assert {word: lines for word, lines in lines_of if lines != 1} == {}


def test_a_fault_of_ours_is_told_in_both_languages(
    site_tree: SiteTree,
    page: Page,
    assert_accessible: Callable[[Page], None],
    site_guard: SiteGuard,
    monkeypatch: pytest.MonkeyPatch,
):
    def fail(self: HomePage, *args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(HomePage, "serve", fail)
    site_guard.expect_fault("status 500")
    response = page.goto("/")
    assert response is not None
    assert response.status == 500
    expect(page.get_by_role("main")).to_contain_text("Het ligt niet aan jou.")
    expect(page.get_by_role("main")).to_contain_text("It is not your fault.")
    assert_accessible(page)
