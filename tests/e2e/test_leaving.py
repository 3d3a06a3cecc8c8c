"""Leaving the site at once: what is forgotten then, and that it is in reach and in nobody's way."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext, FloatRect, Page, ViewportSize, expect

from registration.models import Draft
from tests.support.next_page import open_by
from tests.support.page_fit import are_apart, box_of
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree
from tests.support.waiting import wait_until

FIRST_STEP = "/aanmelden/wie-je-bent/"
#: A page with questions in each language, and the button below them.
FORMS = [(FIRST_STEP, "Volgende stap"), ("/en/register/about-you/", "Next step")]
PHONE, LOW_PHONE = {"width": 360, "height": 740}, {"width": 360, "height": 640}
TABLET, LOW_TABLET = {"width": 768, "height": 1024}, {"width": 768, "height": 560}
LAPTOP, LOW_LAPTOP = {"width": 1280, "height": 800}, {"width": 1280, "height": 560}
DESKTOP = {"width": 1440, "height": 900}
#: 1280 × 1024 at 400 %, the zoom of WCAG 1.4.10.
ZOOMED_IN = {"width": 320, "height": 256}


@pytest.fixture(autouse=True)
def _leaving_is_allowed(site_tree: SiteTree, site_guard: SiteGuard) -> None:
    site_guard.expect_leaving_to(settings.LEAVE_URL)


def begin(page: Page) -> None:
    """Fill in the first step, so that there is something to forget."""
    page.goto("/aanmelden/")
    open_by(page.get_by_role("link", name="Begin met aanmelden").first)
    page.get_by_label("Hoe mogen we je noemen?").fill("Sam")
    page.get_by_role("button", name="Volgende stap").click()
    page.wait_for_url("**/wat-bij-je-past/")
    assert Draft.objects.count() == 1


def assert_forgotten(page: Page) -> None:
    """Nothing is left of what was filled in, here or in the browser.

    The message to the server travels while the browser is already elsewhere: give it a moment.
    """
    wait_until(
        lambda: not Draft.objects.exists() and not page.context.cookies(),
        explain=lambda: f"{Draft.objects.count()} drafts and {page.context.cookies()} are left",
    )


def test_leaving_forgets_everything_and_takes_the_page_out_of_the_history(page: Page):
    begin(page)
    with page.expect_request("**/weg/"):
        page.get_by_role("link", name="Snel weg").first.click()
    page.wait_for_url(settings.LEAVE_URL)
    assert_forgotten(page)

    page.go_back()
    assert not page.url.endswith("/wat-bij-je-past/")
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
    assert page.url.endswith("/wat-bij-je-past/")
    assert Draft.objects.count() == 1


def test_three_shift_clicks_do_not_leave(page: Page):
    begin(page)
    for _click in range(3):
        select_with_shift(page)
    expect(page.locator("[data-leave-status]")).to_be_empty()
    assert page.url.endswith("/wat-bij-je-past/")
    assert Draft.objects.count() == 1


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


# --- In reach, and in nobody's way ----------------------------------------------------------------


def test_leaving_is_on_the_screen_wherever_one_has_scrolled(page: Page):
    page.goto("/aanmelden/")
    leave = page.locator(".site-leave .leave")
    for viewport in (PHONE, LOW_PHONE, TABLET, LOW_TABLET, LAPTOP, LOW_LAPTOP, DESKTOP):
        page.set_viewport_size(viewport)
        for position in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
            page.evaluate(f"scrollTo(0, {position})")
            expect(leave).to_be_in_viewport(ratio=1)
            assert box_of(leave)["height"] >= 44, viewport


#: What the keyboard is at in the page, if the header or the bar lies over it or over the words
#: that draw its box; null: it has left the page.
COVERED_AT_THE_KEYBOARD = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  if (at.closest(".site-header, .skip-link")) return "";
  const stays = [...document.querySelectorAll(".site-header, .site-leave")]
    .map((each) => each.getBoundingClientRect());
  const covered = [at, ...(at.labels ?? [])].filter((each) => {
    const box = each.getBoundingClientRect();
    return stays.some((it) => it.top < box.bottom - 1 && it.bottom > box.top + 1);
  });
  return covered.map((each) => each.outerHTML).join();
}"""


@pytest.mark.parametrize(
    ("viewport", "form", "script"),
    [
        (PHONE, FORMS[0], True),
        (PHONE, FORMS[1], True),
        (PHONE, FORMS[0], False),
        (TABLET, FORMS[0], True),
        (LOW_LAPTOP, FORMS[1], True),
    ],
    ids=str,
)
def test_leaving_never_covers_what_somebody_is_at(
    new_context: Callable[..., BrowserContext],
    viewport: ViewportSize,
    form: tuple[str, str],
    script: bool,
):
    address, button = form
    page = new_context(viewport=viewport, java_script_enabled=script).new_page()
    page.goto(address)
    page.get_by_role("button", name=button).click()
    expect(page.locator(".error-summary")).to_be_visible()
    found = []
    page.keyboard.press("Tab")
    while (covered := page.evaluate(COVERED_AT_THE_KEYBOARD)) is not None:
        found.append(covered)
        page.keyboard.press("Tab")
    assert len(found) > 10
    assert not any(found), found


def free_of_what_stays(page: Page, box: FloatRect) -> bool:
    """Return whether neither the header nor the bar with "leave now" lies over `box`."""
    stays = page.locator(".site-header, .site-leave").all()
    return all(are_apart(box_of(each), box) for each in stays)


@pytest.mark.parametrize("form", FORMS)
def test_the_end_of_a_page_lies_above_the_bar(
    new_context: Callable[..., BrowserContext], form: tuple[str, str]
):
    address, button = form
    page = new_context(viewport=PHONE).new_page()
    page.goto(address)
    last = page.get_by_role("button", name=button)
    last.evaluate("each => each.scrollIntoView({block: 'end'})")
    assert free_of_what_stays(page, box_of(last))
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert free_of_what_stays(page, box_of(page.locator(".site-footer__line")))


@pytest.mark.parametrize("address", ["/", "/en/", *(address for address, _button in FORMS)])
def test_zoomed_in_leaving_stands_in_the_header_and_stays_there(page: Page, address: str):
    page.set_viewport_size(ZOOMED_IN)
    page.goto(address)
    leave = page.locator(".site-leave")
    expect(leave.get_by_role("link")).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(leave).not_to_be_in_viewport()


@pytest.mark.parametrize(
    "media", [{"color_scheme": "dark"}, {"forced_colors": "active"}], ids=["dark", "forced colours"]
)
def test_a_line_parts_the_page_from_the_bar(
    new_context: Callable[..., BrowserContext], media: dict[str, Any]
):
    page = new_context(viewport=PHONE, **media).new_page()
    page.goto(FIRST_STEP)
    bar = page.locator(".site-leave")
    line, ground = bar.evaluate(
        "each => [getComputedStyle(each).borderTopColor, getComputedStyle(each).backgroundColor]"
    )
    assert bar.evaluate("each => getComputedStyle(each).borderTopWidth") == "2px"
    assert line != ground
    assert "rgba" not in ground  # nothing of the page shines through
