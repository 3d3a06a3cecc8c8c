"""Each type of page of the demo in both languages in a real browser, as a stranger meets it."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.support.crawl import SiteCrawl
from tests.support.demo_pages import one_of_each_type
from tests.support.page_fit import sticking_out
from tests.support.page_visits import DESKTOP, NARROWEST, Visit, look, look_without_script
from tests.support.some import some

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every page")]

#: 1280 × 1024 at 400 %, the zoom of WCAG 1.4.10.
ZOOMED_IN = {"width": 320, "height": 256}
HOMES = {"nl": "/", "en": "/en/"}


def addresses_of_each_type() -> list[str]:
    """Return one page of each type, and every state, in both languages."""
    return [path for pair in one_of_each_type() for path in pair.addresses.values()]


def assert_nothing_noted(visits: list[Visit], attribute: str) -> None:
    """Fail with everything that the visits noted under `attribute`."""
    faults = [f"{visit.path}: {found}" for visit in visits if (found := getattr(visit, attribute))]
    assert not faults, f"{len(faults)} pages\n" + "\n".join(faults)


# --- With script --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def visits(browser: Browser, every_page: SiteCrawl) -> list[Visit]:
    """Each type of page in both languages, opened once."""
    return look(browser, every_page.base_url, addresses_of_each_type())


def test_axe_finds_nothing_wrong_with_any_type_of_page(visits: list[Visit]):
    assert_nothing_noted(visits, "accessibility")


def test_no_page_scrolls_sideways_on_the_narrowest_screen(visits: list[Visit]):
    assert_nothing_noted(visits, "sticking_out")


def test_no_page_asks_others_for_anything_or_has_faults(visits: list[Visit]):
    """Nobody gave consent here, and everybody read to the end of the page."""
    assert_nothing_noted(visits, "faults")


@pytest.mark.parametrize(
    "media",
    [
        {"color_scheme": "dark"},
        {"forced_colors": "active", "reduced_motion": "no-preference"},
    ],
    ids=["dark", "forced colours and motion"],
)
def test_each_type_of_page_is_accessible_however_it_is_shown(
    browser: Browser, every_page: SiteCrawl, media: dict[str, Any]
):
    paths = [pair.nl for pair in one_of_each_type()]  # its words are the longer ones
    found = look(browser, every_page.base_url, paths, **media)
    for attribute in ("accessibility", "sticking_out", "faults"):
        assert_nothing_noted(found, attribute)


def test_each_type_of_page_can_be_read_at_400_percent(browser: Browser, every_page: SiteCrawl):
    """Nothing that stays in place may cover the text."""
    context = browser.new_context(base_url=every_page.base_url, viewport=ZOOMED_IN)
    page = context.new_page()
    for path in some([pair.nl for pair in one_of_each_type()]):
        page.goto(path)
        assert sticking_out(page) == ""
        heading = page.locator("main h1")
        heading.scroll_into_view_if_needed()
        covered = heading.evaluate(
            """(each) => {
              scrollTo(0, scrollY + each.getBoundingClientRect().top - 120);
              const box = each.getBoundingClientRect();
              const top = document.elementFromPoint(box.left + 4, box.top + 8);
              return !each.contains(top) && !top.contains(each);
            }"""
        )
        assert not covered, path
    context.close()


# --- Without script -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def visits_without_script(browser: Browser, every_page: SiteCrawl) -> list[Visit]:
    """Each type of page in both languages, opened in a browser that runs no JavaScript."""
    return look_without_script(browser, every_page.base_url, addresses_of_each_type())


@pytest.mark.parametrize("attribute", ["lacking", "sticking_out", "faults"])
def test_each_type_of_page_is_whole_without_script(
    visits_without_script: list[Visit], attribute: str
):
    assert_nothing_noted(visits_without_script, attribute)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("viewport", [DESKTOP, NARROWEST], ids=["desktop", "phone"])
def test_without_script_the_menu_leads_to_each_of_its_pages(
    browser: Browser, every_page: SiteCrawl, language: str, viewport: dict[str, int]
):
    context = browser.new_context(
        base_url=every_page.base_url, viewport=viewport, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(HOMES[language])
    labels = page.locator("#site-menu li a").all_inner_texts()
    assert len(labels) >= 5
    for label in labels:
        page.goto(HOMES[language])
        if viewport == NARROWEST:
            page.get_by_role("button", name="Menu", exact=True).click()
        page.locator("#site-menu").get_by_role("link", name=label, exact=True).click()
        expect(page.locator("main h1")).to_be_visible()
        assert page.url.rstrip("/") != f"{every_page.base_url}{HOMES[language]}".rstrip("/"), label
    context.close()
