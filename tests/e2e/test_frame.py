"""What stands around every page: leaving at once, the menu, the first screen, errors in a form."""

import json
from collections.abc import Callable
from itertools import combinations

import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext, FloatRect, Locator, Page, expect

from registration.models import Draft
from tests.home.factories import SiteMenuFactory
from tests.support.answers import choose
from tests.support.page_drawn import wait_until_drawn
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree
from tests.support.waiting import wait_until

FIRST_STEP = "/aanmelden/wie-je-bent/"
PHONE, LOW_PHONE = {"width": 360, "height": 740}, {"width": 360, "height": 640}
LAPTOP, LOW_LAPTOP = {"width": 1280, "height": 800}, {"width": 1280, "height": 560}
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
def _leaving_is_allowed(site_guard: SiteGuard) -> None:
    site_guard.expect_leaving_to(settings.LEAVE_URL)


@pytest.fixture(autouse=True)
def _menus(site_tree: SiteTree) -> None:
    """Menus as long as those of the real site, which must fit."""
    for language, labels in MENUS.items():
        links = [
            {"type": "link", "value": {"label": each, "special": "register"}} for each in labels
        ]
        SiteMenuFactory(language=language, header_links=json.dumps(links))


def begin(page: Page) -> None:
    """Fill in the first step, so that there is something to forget."""
    page.goto("/aanmelden/")
    page.get_by_role("link", name="Begin met aanmelden").first.click()
    choose(page, "Mij is iets aangedaan")
    page.get_by_label("Hoe mogen we je noemen?").fill("Sam")
    page.get_by_role("button", name="Volgende stap").click()
    page.wait_for_url("**/wat-er-is-gebeurd/")
    assert Draft.objects.count() == 1


def assert_forgotten(page: Page) -> None:
    """Nothing is left of what was filled in, here or in the browser.

    The message to the server travels while the browser is already elsewhere: give it a moment.
    """
    wait_until(
        lambda: not Draft.objects.exists() and not page.context.cookies(),
        explain=lambda: f"{Draft.objects.count()} drafts and {page.context.cookies()} are left",
    )


def box_of(part: Locator) -> FloatRect:
    """Return where on the screen `part` is drawn; fails if it is not."""
    wait_until_drawn(part.page)
    box = part.bounding_box()
    assert box is not None
    return box


def are_apart(one: FloatRect, other: FloatRect) -> bool:
    """Return whether neither lies over the other by more than a pixel."""
    return any(
        first[start] + first[size] <= second[start] + 1
        for start, size in (("x", "width"), ("y", "height"))
        for first, second in ((one, other), (other, one))
    )


# --- Leaving ------------------------------------------------------------------------------------


def test_leaving_forgets_everything_and_takes_the_page_out_of_the_history(page: Page):
    begin(page)
    with page.expect_request("**/weg/"):
        page.get_by_role("link", name="Snel weg").first.click()
    page.wait_for_url(settings.LEAVE_URL)
    assert_forgotten(page)

    page.go_back()
    assert not page.url.endswith("/wat-er-is-gebeurd/")
    expect(page.get_by_label("Hoe mogen we je noemen?")).to_have_value("")


def test_three_times_shift_leaves_and_says_how_many_are_left(page: Page):
    begin(page)
    status = page.locator("[data-leave-status]")
    page.keyboard.press("Shift")
    expect(status).to_have_text("Shift. Druk nog twee keer om deze site te verlaten.")
    page.keyboard.press("Shift")
    expect(status).to_have_text("Shift. Druk nog één keer om deze site te verlaten.")
    with page.expect_request("**/weg/"):
        page.keyboard.press("Shift")
    page.wait_for_url(settings.LEAVE_URL)
    assert_forgotten(page)


def test_capital_letters_are_no_wish_to_leave(page: Page):
    page.goto(FIRST_STEP)
    name = page.get_by_label("Hoe mogen we je noemen?")
    name.click()
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
    expect(name).to_have_value("ABC")
    expect(page.locator("[data-leave-status]")).to_be_empty()


def select_with_shift(page: Page) -> None:
    page.get_by_role("heading", level=1).click(modifiers=["Shift"])


def type_a_letter(page: Page) -> None:
    page.keyboard.press("a")


def select_by_script(page: Page) -> None:
    # As the browser's own menu does: no key is pressed and nothing is clicked.
    page.evaluate(
        "getSelection().empty(); getSelection().selectAllChildren(document.querySelector('h1'))"
    )


def scroll(page: Page) -> None:
    page.mouse.wheel(0, 100)


@pytest.mark.parametrize("do", [select_with_shift, type_a_letter, select_by_script, scroll])
def test_whoever_does_something_else_in_between_stays_on_the_site(
    page: Page, do: Callable[[Page], None]
):
    begin(page)
    status = page.locator("[data-leave-status]")
    for _press in range(3):
        do(page)
        page.keyboard.press("Shift")
        expect(status).to_have_text("Shift. Druk nog twee keer om deze site te verlaten.")
        do(page)
        expect(status).to_have_text("Je bent nog op deze site.")
    assert page.url.endswith("/wat-er-is-gebeurd/")
    assert Draft.objects.count() == 1


def test_three_shift_clicks_do_not_leave(page: Page):
    begin(page)
    for _click in range(3):
        select_with_shift(page)
    expect(page.locator("[data-leave-status]")).to_be_empty()
    assert page.url.endswith("/wat-er-is-gebeurd/")
    assert Draft.objects.count() == 1


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


def test_after_five_seconds_the_presses_no_longer_count(page: Page):
    page.clock.install()
    page.goto("/")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.fast_forward(5_001)
    expect(page.locator("[data-leave-status]")).to_have_text(
        "De tijd is voorbij. Je bent nog op deze site."
    )
    page.keyboard.press("Shift")
    expect(page.locator("[data-leave-status]")).to_contain_text("nog twee keer")


def test_leaving_works_without_script(page_without_script: Page):
    begin(page_without_script)
    # A request that follows from an answer never comes by the guard, so there is no page there.
    with page_without_script.expect_request(settings.LEAVE_URL):
        page_without_script.get_by_role("link", name="Snel weg").first.click()
    assert_forgotten(page_without_script)


def test_nobody_is_told_to_press_shift_where_it_does_nothing(page_without_script: Page):
    page_without_script.goto("/")
    expect(page_without_script.locator("[data-leave-keys]")).to_be_hidden()


def test_leaving_is_on_the_screen_wherever_one_has_scrolled(page: Page):
    page.goto("/aanmelden/")
    leave = page.locator(".site-leave .leave")
    for viewport in (PHONE, LOW_PHONE, LAPTOP, LOW_LAPTOP, DESKTOP):
        page.set_viewport_size(viewport)
        for position in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
            page.evaluate(f"scrollTo(0, {position})")
            expect(leave).to_be_in_viewport(ratio=1)
            assert box_of(leave)["height"] >= 44, viewport


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


# --- Errors in a form ---------------------------------------------------------------------------


def test_errors_are_read_out_first_and_lead_to_their_question(page: Page):
    page.goto(FIRST_STEP)
    page.get_by_role("button", name="Volgende stap").click()
    expect(page.get_by_role("alert")).to_be_focused()

    page.get_by_role("alert").get_by_role("link", name="Vul een naam in").click()
    expect(page.get_by_label("Hoe mogen we je noemen?")).to_be_focused()
    question = page.locator("label", has_text="Hoe mogen we je noemen?")
    expect(question).to_be_in_viewport(ratio=1)
    assert are_apart(box_of(page.locator(".site-header")), box_of(question))


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
