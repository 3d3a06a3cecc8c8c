"""People ask a question in a real browser: with a mouse, without script, with the keyboard."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from registration.models import Registration
from registration.vocabulary.lifecycle import Source
from tests.e2e.registration_journey import go_on, press_on, type_into
from tests.support.answers import choose
from tests.support.next_page import open_by
from tests.support.page_fit import sticking_out
from tests.support.site_tree import SiteTree

CODE = re.compile(r"[2-9A-Z]{3}-[2-9A-Z]{3}")
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


@dataclass(frozen=True)
class Words:
    """What the pages say in one language."""

    landing: str
    start: str
    question: str
    name: str
    phone: str
    email: str
    next_step: str
    consent: str
    send: str
    received: str


WORDS = {
    "nl": Words(
        landing="/contact/",
        start="Stel je vraag",
        question="Wat wil je vragen?",
        name="Hoe mogen we je noemen?",
        phone="Op welk nummer mogen we bellen?",
        email="Op welk e-mailadres mogen we je mailen?",
        next_step="Volgende stap",
        consent="Ik heb gelezen wat Perspectief Herstelbemiddeling met mijn gegevens doet.",
        send="Verstuur mijn vraag",
        received="Je vraag is binnen",
    ),
    "en": Words(
        landing="/en/contact/",
        start="Ask your question",
        question="What would you like to ask?",
        name="What should we call you?",
        phone="What phone number can we call?",
        email="What e-mail address can we use?",
        next_step="Next step",
        consent="I have read what Perspectief Herstelbemiddeling does with my data.",
        send="Send my question",
        received="We have received your question",
    ),
}


def ask(page: Page, language: str) -> str:
    """Ask something with a mouse, and return the code from the thank-you page."""
    words = WORDS[language]
    page.goto(words.landing)
    open_by(page.get_by_role("link", name=words.start).first)
    page.get_by_label(words.question).fill("Mag mijn zus mee?")
    page.get_by_label(words.name).fill("Noor")
    go_on(page, words.next_step)
    page.get_by_label(words.phone).fill("030-2345678")
    go_on(page, words.next_step)
    choose(page, words.consent)
    go_on(page, words.send)
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)
    return page.locator(".code-box__code").inner_text()


@LANGUAGES
def test_somebody_asks_a_question(site_tree: SiteTree, page: Page, language: str):
    assert CODE.fullmatch(ask(page, language))
    registration = Registration.objects.get(source=Source.QUESTION, language=language)
    assert registration.read_answers().question == "Mag mijn zus mee?"


@LANGUAGES
def test_somebody_asks_without_script(
    site_tree: SiteTree, page_without_script: Page, language: str
):
    assert CODE.fullmatch(ask(page_without_script, language))
    assert Registration.objects.count() == 1


@LANGUAGES
def test_somebody_asks_with_the_keyboard_only(site_tree: SiteTree, page: Page, language: str):
    words = WORDS[language]
    page.goto(words.landing)
    press_on(page, page.get_by_role("link", name=words.start).first, "Enter")
    type_into(page, page.get_by_label(words.question), "Mag mijn zus mee?")
    type_into(page, page.get_by_label(words.name), "Noor")
    press_on(page, page.get_by_role("button", name=words.next_step), "Enter")
    type_into(page, page.get_by_label(words.phone), "030-2345678")
    press_on(page, page.get_by_role("button", name=words.next_step), "Enter")
    press_on(page, page.get_by_label(words.consent), "Space")
    press_on(page, page.get_by_role("button", name=words.send), "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)
    assert Registration.objects.get().read_answers().phone == "+31302345678"


@LANGUAGES
def test_two_clicks_ask_once(site_tree: SiteTree, page_without_script: Page, language: str):
    """Without script nothing holds the second click back."""
    page, words = page_without_script, WORDS[language]
    page.goto(words.landing)
    open_by(page.get_by_role("link", name=words.start).first)
    page.get_by_label(words.question).fill("Mag mijn zus mee?")
    page.get_by_label(words.name).fill("Noor")
    go_on(page, words.next_step)
    page.get_by_label(words.phone).fill("030-2345678")
    go_on(page, words.next_step)
    choose(page, words.consent)
    page.get_by_role("button", name=words.send).dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)
    assert Registration.objects.count() == 1


@LANGUAGES
def test_every_page_and_state_is_accessible(
    site_tree: SiteTree, page: Page, assert_accessible: Callable[[Page], None], language: str
):
    words = WORDS[language]
    page.goto(words.landing)
    assert_accessible(page)
    open_by(page.get_by_role("link", name=words.start).first)
    assert_accessible(page)
    go_on(page, words.next_step)
    expect(page.locator("[data-error-summary] a")).to_have_count(2)
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert_accessible(page)
    page.get_by_label(words.question).fill("Mag mijn zus mee?")
    page.get_by_label(words.name).fill("Noor")
    go_on(page, words.next_step)
    assert_accessible(page)
    page.get_by_label(words.email).fill("noor@example.org")
    go_on(page, words.next_step)  # the address is no permission to mail
    assert_accessible(page)
    page.get_by_label(words.phone).fill("030-2345678")
    go_on(page, words.next_step)
    assert_accessible(page)
    go_on(page, words.send)
    expect(page.locator("[data-error-summary] a")).to_have_count(1)
    assert_accessible(page)
    choose(page, words.consent)
    go_on(page, words.send)
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)
    assert_accessible(page)


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(site_tree: SiteTree, page: Page, width: int):
    words = WORDS["nl"]
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(words.landing)
    assert sticking_out(page) == ""
    open_by(page.get_by_role("link", name=words.start).first)
    page.get_by_label(words.question).fill("Verantwoordelijkheidsgevoel" * 20)
    go_on(page, words.next_step)
    assert sticking_out(page) == ""
    page.get_by_label(words.name).fill("Noor")
    go_on(page, words.next_step)
    page.get_by_label(words.email).fill(f"{'a' * 60}@{'b' * 60}.example.org")
    go_on(page, words.next_step)
    assert sticking_out(page) == ""
