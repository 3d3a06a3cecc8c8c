"""People who are not sure yet choose in a real browser: by mouse, without script, by keyboard."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from registration.models import Registration, Reminder
from registration.vocabulary.person import NOT_SAY
from tests.e2e.registration_journey import go_on, press_on, type_into
from tests.support.answers import choose
from tests.support.next_page import open_by
from tests.support.page_fit import sticking_out
from tests.support.site_tree import SiteTree

REMINDER_CODE = re.compile(r"[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}")
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


@dataclass(frozen=True)
class Words:
    """What the pages say in one language."""

    register: str
    see: str
    title: str
    call_me: str
    name: str
    phone: str
    next_step: str
    consent: str
    send: str
    received: str
    remind_me: str
    in_a_month: str
    on_a_day: str
    day: str
    email: str
    says_who: str
    set_reminder: str
    is_set: str
    cancel_link: str
    code: str
    cancel: str
    cancelled: str


WORDS = {
    "nl": Words(
        register="/aanmelden/",
        see="Bekijk wat je kunt kiezen",
        title="Weet je het nog niet zeker?",
        call_me="Bel me. Ik vertel mijn verhaal liever later.",
        name="Hoe mogen we je noemen?",
        phone="Op welk nummer mogen we bellen?",
        next_step="Volgende stap",
        consent="Ik heb gelezen wat Perspectief Herstelbemiddeling met mijn gegevens doet.",
        send="Verstuur mijn aanmelding",
        received="Je aanmelding is binnen",
        remind_me="Stuur me later een herinnering",
        in_a_month="Over een maand, op",
        on_a_day="Op een andere dag",
        day="Op welke dag?",
        email="Op welk e-mailadres mogen we je mailen?",
        says_who="Ja, de naam Perspectief Herstelbemiddeling mag erin staan",
        set_reminder="Zet mijn herinnering klaar",
        is_set="Je herinnering staat klaar",
        cancel_link="Annuleer je herinnering",
        code="Je code",
        cancel="Annuleer mijn herinnering",
        cancelled="Je herinnering is geannuleerd.",
    ),
    "en": Words(
        register="/en/register/",
        see="See what you can choose",
        title="Not sure yet?",
        call_me="Call me. I would rather tell my story later.",
        name="What should we call you?",
        phone="What phone number can we call?",
        next_step="Next step",
        consent="I have read what Perspectief Herstelbemiddeling does with my data.",
        send="Send my registration",
        received="We have received your registration",
        remind_me="Remind me later",
        in_a_month="In one month, on",
        on_a_day="On another day",
        day="On which day?",
        email="What e-mail address can we use?",
        says_who="Yes, it may say the name Perspectief Herstelbemiddeling",
        set_reminder="Set my reminder",
        is_set="Your reminder is set",
        cancel_link="Cancel your reminder",
        code="Your code",
        cancel="Cancel my reminder",
        cancelled="Your reminder is cancelled.",
    ),
}


def open_choices(page: Page, words: Words) -> None:
    """Come to the three choices, as people do who hesitate to register."""
    page.goto(words.register)
    page.get_by_role("link", name=words.see).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(words.title.split()[0])


def ask_and_cancel(page: Page, words: Words) -> None:
    """Ask for a reminder in a month, look at the code, and cancel it."""
    open_choices(page, words)
    page.get_by_role("link", name=words.remind_me).click()
    choose(page, words.in_a_month)
    page.get_by_label(words.email).fill("noor@example.org")
    choose(page, words.says_who)
    choose(page, words.consent)
    go_on(page, words.set_reminder)
    expect(page.get_by_role("heading", level=1)).to_have_text(words.is_set)
    code = page.locator(".code-box__code").inner_text()
    assert REMINDER_CODE.fullmatch(code)
    assert Reminder.objects.count() == 1
    open_by(page.get_by_role("link", name=words.cancel_link))
    page.get_by_label(words.code, exact=True).fill(code.lower())
    go_on(page, words.cancel)
    expect(page.locator(".note[role=status]")).to_contain_text(words.cancelled)
    assert not Reminder.objects.exists()


@LANGUAGES
def test_somebody_asks_for_a_reminder_and_cancels_it(
    site_tree: SiteTree, page: Page, language: str
):
    ask_and_cancel(page, WORDS[language])


@LANGUAGES
def test_so_does_somebody_without_script(
    site_tree: SiteTree, page_without_script: Page, language: str
):
    ask_and_cancel(page_without_script, WORDS[language])


@LANGUAGES
def test_somebody_registers_without_a_story(
    site_tree: SiteTree, page_without_script: Page, language: str
):
    page, words = page_without_script, WORDS[language]
    open_choices(page, words)
    open_by(page.get_by_role("link", name=words.call_me))
    page.get_by_label(words.name).fill("Noor")
    page.get_by_label(words.phone).fill("030-2345678")
    go_on(page, words.next_step)
    go_on(page, words.next_step)
    choose(page, words.consent)
    go_on(page, words.send)
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)
    assert Registration.objects.get().read_answers().role == NOT_SAY


@LANGUAGES
def test_the_keyboard_is_enough(site_tree: SiteTree, page: Page, language: str):
    words = WORDS[language]
    open_choices(page, words)
    press_on(page, page.get_by_role("link", name=words.remind_me), "Enter")
    press_on(page, page.locator("input[value=in_1_month]"), "Space")
    type_into(page, page.get_by_label(words.email), "noor@example.org")
    press_on(page, page.get_by_label(words.says_who), "Space")
    press_on(page, page.get_by_label(words.consent), "Space")
    press_on(page, page.get_by_role("button", name=words.set_reminder), "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(words.is_set)
    press_on(page, page.get_by_role("link", name=words.cancel_link), "Enter")
    type_into(page, page.get_by_label(words.code, exact=True), "HHH-HHH-HHH")
    press_on(page, page.get_by_role("button", name=words.cancel), "Enter")
    expect(page.locator("[data-error-summary]")).to_be_focused()


@LANGUAGES
def test_every_page_and_state_is_accessible(
    site_tree: SiteTree, page: Page, assert_accessible: Callable[[Page], None], language: str
):
    words = WORDS[language]
    open_choices(page, words)
    assert_accessible(page)
    open_by(page.get_by_role("link", name=words.call_me))
    assert_accessible(page)
    go_on(page, words.next_step)
    assert_accessible(page)
    page.get_by_label(words.name).fill("Noor")
    page.get_by_label(words.phone).fill("030-2345678")
    for _page in ("safe", "times"):
        go_on(page, words.next_step)
        assert_accessible(page)
    go_on(page, words.send)
    assert_accessible(page)
    open_choices(page, words)
    open_by(page.get_by_role("link", name=words.remind_me))
    assert_accessible(page)
    choose(page, words.on_a_day)
    go_on(page, words.set_reminder)
    expect(page.locator("[data-error-summary] a")).to_have_count(3)
    expect(page.locator("[data-error-summary]")).to_be_focused()
    expect(page.get_by_label(words.day)).to_be_visible()
    assert_accessible(page)
    choose(page, words.in_a_month)
    page.get_by_label(words.email).fill("noor@example.org")
    choose(page, words.says_who)
    choose(page, words.consent)
    go_on(page, words.set_reminder)
    assert_accessible(page)
    open_by(page.get_by_role("link", name=words.cancel_link))
    assert_accessible(page)
    page.get_by_label(words.code, exact=True).fill("HHH")
    go_on(page, words.cancel)
    assert_accessible(page)


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(site_tree: SiteTree, page: Page, width: int):
    words = WORDS["nl"]
    page.set_viewport_size({"width": width, "height": 800})

    def assert_fits() -> None:
        assert sticking_out(page) == ""

    open_choices(page, words)
    assert_fits()
    open_by(page.get_by_role("link", name=words.remind_me))
    page.get_by_label(words.email).fill(f"{'a' * 60}@{'b' * 60}.example.org")
    go_on(page, words.set_reminder)
    assert_fits()
    page.get_by_label(words.email).fill("noor@example.org")
    choose(page, words.in_a_month)
    choose(page, words.says_who)
    choose(page, words.consent)
    go_on(page, words.set_reminder)
    expect(page.locator(".code-box__code")).to_be_visible()
    assert_fits()
    open_by(page.get_by_role("link", name=words.cancel_link))
    assert_fits()
