"""What stands around every page: the menu, the first screen, errors in a form."""

import json
from collections.abc import Callable
from itertools import combinations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.home.factories import SiteMenuFactory
from tests.support.answers import choose
from tests.support.page_fit import are_apart, box_of
from tests.support.site_tree import SiteTree

FIRST_STEP = "/aanmelden/wie-je-bent/"
PHONE, LOW_PHONE = {"width": 360, "height": 740}, {"width": 360, "height": 640}
LAPTOP = {"width": 1280, "height": 800}
DESKTOP = {"width": 1440, "height": 900}

MENUS = {
    "nl": [
        "Hoe het werkt",
        "Wat is er gebeurd?",
        "Verhalen",
        "Jongeren",
        "Voor professionals",
        "Over ons",
    ],
    "en": [
        "How it works",
        "What happened?",
        "Stories",
        "Young people",
        "For professionals",
        "About us",
    ],
}


@pytest.fixture(autouse=True)
def _menus(site_tree: SiteTree) -> None:
    """Menus as long as those of the real site, which must fit."""
    for language, labels in MENUS.items():
        links = [
            {"type": "link", "value": {"label": each, "special": "register"}} for each in labels
        ]
        SiteMenuFactory(language=language, header_links=json.dumps(links))


# --- Header -------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_the_menu_opens_with_and_without_script(
    new_context: Callable[..., BrowserContext], script: bool
):
    page = new_context(viewport=PHONE, java_script_enabled=script).new_page()
    page.goto("/")
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(menu).to_be_visible()
    expect(menu.get_by_role("link", name="Snel weg")).to_be_visible()
    page.get_by_role("button", name="Sluit het menu").click()
    expect(menu).to_be_hidden()


def test_on_a_wide_screen_the_menu_lies_open(page: Page):
    page.goto("/")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    expect(page.get_by_role("button", name="Menu", exact=True)).to_be_hidden()


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_nothing_in_the_header_lies_over_anything_else(page: Page, address: str):
    page.goto(address)
    for width in (320, 360, 768, 900, 1024, 1100, 1200, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        parts = page.locator(".site-header :is(a, button):not(.leave):visible").all()
        boxes = [box_of(each) for each in parts]
        assert len(boxes) >= 5
        for one, other in combinations(boxes, 2):
            assert are_apart(one, other), (width, one, other)


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_the_menu_stays_on_one_line(page: Page, address: str):
    page.goto(address)
    for width in (1024, 1100, 1199, 1200, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        links = page.get_by_role("navigation").first.get_by_role("link").all()
        assert len({box_of(each)["y"] for each in links if each.is_visible()}) == 1, width


def test_the_first_action_is_on_the_first_screen(site_tree: SiteTree, page: Page):
    site_tree.home.intro = (
        "Na een misdrijf, een verkeersongeval of seksueel geweld brengen we mensen in contact. "
        "Alleen als jullie dat allebei willen."
    )
    site_tree.home.save_revision().publish()
    for viewport in (PHONE, LOW_PHONE, LAPTOP, DESKTOP):
        page.set_viewport_size(viewport)
        page.goto("/")
        expect(page.locator("main .button").first).to_be_in_viewport(ratio=1)


def test_the_first_tab_skips_to_the_content(page: Page):
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Ga naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


# --- A form -------------------------------------------------------------------------------------


def test_errors_are_read_out_first_and_lead_to_their_question(page: Page):
    page.goto(FIRST_STEP)
    page.get_by_role("button", name="Volgende stap").click()
    expect(page.get_by_role("alert")).to_be_focused()

    page.get_by_role("alert").get_by_role("link", name="Vul een naam in").click()
    expect(page.get_by_label("Hoe mogen we je noemen?")).to_be_focused()
    question = page.locator("label", has_text="Hoe mogen we je noemen?")
    expect(question).to_be_in_viewport(ratio=1)
    assert are_apart(box_of(page.locator(".site-header")), box_of(question))


def test_a_radio_button_stays_round_under_the_keyboard(page: Page):
    page.goto(FIRST_STEP)
    radio = page.get_by_role("radio").first
    shape = "each => getComputedStyle(each).borderTopLeftRadius"
    before = radio.evaluate(shape)
    radio.focus()
    page.keyboard.press("ArrowDown")
    focused = page.locator("input[type=radio]:focus-visible")
    expect(focused).to_have_count(1)
    assert before == focused.evaluate(shape) == "50%"


def test_what_belongs_to_an_answer_shows_with_it(page: Page):
    page.goto(FIRST_STEP)
    helper = page.get_by_label("Hoe heet degene die helpt?")
    expect(helper).to_be_hidden()
    choose(page, "Voor mezelf, en iemand helpt me")
    expect(helper).to_be_visible()
    choose(page, "Voor mezelf")
    expect(helper).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1440])
def test_forced_colours_keep_the_state_of_an_answer_visible(
    new_context: Callable[..., BrowserContext], width: int
):
    page = new_context(viewport={"width": width, "height": 800}, forced_colors="active").new_page()
    page.goto(FIRST_STEP)
    choose(page, "Voor mezelf")
    chosen = page.get_by_label("Voor mezelf", exact=True)
    assert chosen.evaluate("each => getComputedStyle(each).appearance") == "auto"
    border = "each => getComputedStyle(each.nextElementSibling).borderTopWidth"
    other = page.get_by_label("Voor iemand anders")
    assert chosen.evaluate(border) != other.evaluate(border)
