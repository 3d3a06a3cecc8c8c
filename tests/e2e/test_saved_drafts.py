"""People stop in the middle, and go on later on another device."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import BrowserContext, Page, expect

from registration.mail.delivery import deliver_due
from registration.models import Draft
from tests.conftest import PHONE
from tests.e2e.registration_journey import WORDS, go_on, press_on, tell_who_and_what, type_into
from tests.support.next_page import open_by
from tests.support.page_fit import sticking_out
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree
from tests.support.waiting import wait_until

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
LINK = re.compile(r"https?://\S+")
STORY = "Nog niet af"
BUTTONS = {
    "nl": {
        "later": "Ga later verder",
        "code": "Geef me een code om op te schrijven",
        "link": "Stuur me een link",
        "enter": "Ga verder met je code",
        "field": "Je code",
        "go_on": "Ga verder",
        "step": "Wil je nog iets anders vertellen?",
    },
    "en": {
        "later": "Continue later",
        "code": "Give me a code to write down",
        "link": "E-mail me a link",
        "enter": "Continue with your code",
        "field": "Your code",
        "go_on": "Continue",
        "step": "Is there anything else you want to tell us?",
    },
}


def stop_in_the_middle(page: Page, language: str) -> None:
    """Answer what must be, type something where all may be skipped, and ask to go on later."""
    words = WORDS[language]
    page.goto(words.landing)
    open_by(page.get_by_role("link", name=words.start).first)
    tell_who_and_what(page, language)
    page.get_by_label(words.phone).fill("030-2345678")
    for _page in ("safe", "times", "more"):
        go_on(page, words.next_step)
    page.get_by_label(words.story).fill(STORY)
    go_on(page, BUTTONS[language]["later"])
    expect(page.get_by_role("heading", level=1)).to_have_text(BUTTONS[language]["later"])


def get_code(page: Page, language: str) -> str:
    """Ask for a code and return it."""
    open_by(page.get_by_role("button", name=BUTTONS[language]["code"]))
    return page.locator(".code-box__code").inner_text()


def enter_code(page: Page, language: str, code: str) -> None:
    """Go on with a code from the page where one registers."""
    buttons = BUTTONS[language]
    page.goto(WORDS[language].landing)
    open_by(page.get_by_role("link", name=buttons["enter"]))
    page.get_by_label(buttons["field"]).fill(code)
    open_by(page.get_by_role("button", name=buttons["go_on"], exact=True))


def expect_answers(page: Page, language: str) -> None:
    """Check that the last page with questions is there, with what was typed."""
    expect(page.get_by_role("heading", level=1)).to_have_text(BUTTONS[language]["step"])
    expect(page.get_by_label(WORDS[language].story)).to_have_value(STORY)


def link_in_mail() -> str:
    """Send what waits, and return the link in the last mail as it stands there."""
    assert deliver_due() == 1
    found = LINK.search(mail.outbox[-1].body)
    assert found is not None
    return found[0]


@LANGUAGES
def test_somebody_goes_on_with_a_code_on_a_phone(
    site_tree: SiteTree, page: Page, new_context: Callable[..., BrowserContext], language: str
):
    stop_in_the_middle(page, language)
    code = get_code(page, language)
    phone = new_context(viewport=PHONE, has_touch=True).new_page()
    enter_code(phone, language, code.lower().replace("-", " "))
    expect_answers(phone, language)


@LANGUAGES
def test_the_first_device_says_calmly_that_they_were_taken_along(
    site_tree: SiteTree,
    phone_page: Page,
    new_context: Callable[..., BrowserContext],
    assert_accessible: Callable[[Page], None],
    language: str,
):
    stop_in_the_middle(phone_page, language)
    code = get_code(phone_page, language)
    other = new_context().new_page()
    enter_code(other, language, code)
    expect_answers(other, language)
    phone_page.go_back()
    expect(phone_page.get_by_role("heading", level=1)).to_have_text(
        {
            "nl": "Je antwoorden staan niet meer op dit apparaat",
            "en": "Your answers are no longer on this device",
        }[language]
    )
    assert_accessible(phone_page)


@LANGUAGES
def test_somebody_goes_on_with_a_link_and_without_script(
    site_tree: SiteTree,
    page_without_script: Page,
    new_context: Callable[..., BrowserContext],
    language: str,
):
    buttons = BUTTONS[language]
    stop_in_the_middle(page_without_script, language)
    page_without_script.get_by_label(WORDS[language].email).fill("noor@example.org")
    page_without_script.get_by_role("button", name=buttons["link"]).click()
    expect(page_without_script.get_by_role("main").get_by_role("status")).to_be_visible()
    link = link_in_mail()
    other = new_context(java_script_enabled=False).new_page()
    other.goto(link)
    assert Draft.objects.get().saved_hash is not None  # opening the link uses nothing up
    open_by(other.get_by_role("button", name=buttons["go_on"], exact=True))
    expect_answers(other, language)
    other.goto(link)
    expect(other.get_by_role("main")).to_contain_text(
        {"nl": "Deze link of code werkt niet meer.", "en": "no longer works."}[language]
    )


def test_somebody_saves_and_goes_on_with_the_keyboard_only(
    site_tree: SiteTree, page: Page, new_context: Callable[..., BrowserContext]
):
    stop_in_the_middle(page, "nl")
    press_on(page, page.get_by_role("button", name=BUTTONS["nl"]["code"]), "Enter")
    code = page.locator(".code-box__code").inner_text()
    other = new_context().new_page()
    other.goto("/aanmelden/")
    press_on(other, other.get_by_role("link", name=BUTTONS["nl"]["enter"]), "Enter")
    type_into(other, other.get_by_label(BUTTONS["nl"]["field"]), code)
    other.keyboard.press("Enter")
    expect_answers(other, "nl")


@LANGUAGES
@pytest.mark.parametrize("width", [320, 1440])
def test_every_page_and_state_is_accessible_and_fits(
    site_tree: SiteTree,
    page: Page,
    assert_accessible: Callable[[Page], None],
    language: str,
    width: int,
):
    buttons = BUTTONS[language]
    page.set_viewport_size({"width": width, "height": 800})

    def look() -> None:
        assert sticking_out(page) == ""
        assert_accessible(page)

    stop_in_the_middle(page, language)
    look()
    open_by(page.get_by_role("button", name=buttons["link"]))  # without an address
    look()
    page.get_by_label(WORDS[language].email).fill("noor@example.org")
    open_by(page.get_by_role("button", name=buttons["link"]))
    look()
    page.goto(link_in_mail())
    look()
    open_by(page.get_by_role("link", name=re.compile("^(EN|NL)")).first)
    look()
    page.go_back()
    open_by(page.get_by_role("button", name=buttons["go_on"], exact=True))
    expect_answers(page, language)
    look()
    go_on(page, buttons["later"])
    code = get_code(page, language)
    look()
    enter_code(page, language, "H7K-4MR")
    look()  # unknown
    page.get_by_label(buttons["field"]).fill(code)
    open_by(page.get_by_role("button", name=buttons["go_on"], exact=True))
    expect_answers(page, language)
    page.goto(
        f"{WORDS[language].landing}{'verder' if language == 'nl' else 'continue'}/{'a' * 32}/"
    )
    look()  # gone


def test_leaving_deletes_what_was_saved(
    site_tree: SiteTree,
    page: Page,
    new_context: Callable[..., BrowserContext],
    site_guard: SiteGuard,
    settings,
):
    site_guard.expect_leaving_to(settings.LEAVE_URL)
    stop_in_the_middle(page, "nl")
    code = get_code(page, "nl")
    # Before its script is there the server leads away, to where this test cannot follow.
    page.wait_for_load_state()
    page.locator("[data-leave]:visible").first.click()
    page.wait_for_url(settings.LEAVE_URL)
    wait_until(lambda: not Draft.objects.exists())  # the message travels beside the way out
    other = new_context().new_page()
    enter_code(other, "nl", code)
    expect(other.get_by_role("alert")).to_contain_text("Deze code kennen we niet.")
