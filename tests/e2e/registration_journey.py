"""Walks a browser through the registration form, as a person would: by what the page says."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from registration.journey.self_registration import SELF_REGISTRATION
from tests.support.answers import choose
from tests.support.next_page import open_by

LONGEST_TAB_ORDER = 150


@dataclass(frozen=True)
class Words:
    """What the pages say in one language."""

    landing: str
    start: str
    next_step: str
    send: str
    victim: str
    name: str
    traffic: str
    still_happening: str
    story: str
    phone: str
    email: str
    may_email: str
    may_name_us: str
    any_time: str
    consent: str
    received: str
    promise: re.Pattern[str]


WORDS = {
    "nl": Words(
        landing="/aanmelden/",
        start="Begin met aanmelden",
        next_step="Volgende stap",
        send="Verstuur mijn aanmelding",
        victim="Mij is iets aangedaan of overkomen (slachtoffer)",
        name="Hoe mogen we je noemen?",
        traffic="Een verkeersongeval",
        still_happening="Het gebeurt nog steeds",
        story="Wil je er iets over vertellen?",
        phone="Op welk nummer mogen we bellen?",
        email="Op welk e-mailadres mogen we je mailen?",
        may_email="Een e-mail sturen, ook als bevestiging",
        may_name_us="Ja, noem gerust de naam Perspectief Herstelbemiddeling",
        any_time="Het maakt me niet uit",
        consent="Ik heb gelezen wat Perspectief Herstelbemiddeling met mijn gegevens doet.",
        received="Je aanmelding is binnen",
        promise=re.compile(r"We bellen je uiterlijk op \w+dag \d+ \w+\."),
    ),
    "en": Words(
        landing="/en/register/",
        start="Start your registration",
        next_step="Next step",
        send="Send my registration",
        victim="Someone did something to me, or something happened to me (victim)",
        name="What should we call you?",
        traffic="A traffic accident",
        still_happening="It is still happening",
        story="Do you want to tell us something about it?",
        phone="What phone number can we call?",
        email="What e-mail address can we use?",
        may_email="Send an e-mail, and a confirmation too",
        may_name_us="Yes, you may say the name Perspectief Herstelbemiddeling",
        any_time="Any time is fine",
        consent="I have read what Perspectief Herstelbemiddeling does with my data.",
        received="We have received your registration",
        promise=re.compile(r"We will call you no later than \w+day \d+ \w+\."),
    ),
}


def fill_in_registration(
    page: Page,
    language: str,
    *,
    name: str = "Noor",
    phone: str = "030-2345678",
    email: str = "noor@example.org",
    story: str = "Ik wil graag weten hoe het met de ander gaat.",
) -> str:
    """Register somebody with mouse and keyboard, and return the code from the thank-you page.

    Args:
        page: a page of a browser, with or without script.
        language: "nl" or "en".
        name: what to call the person.
        phone: a number in any way of writing.
        email: an address that we may mail to, saying who we are; "" for none.
        story: the person's own words.
    """
    words = WORDS[language]
    page.goto(words.landing)
    open_by(page.get_by_role("link", name=words.start).first)
    tell_who_and_what(page, language, name=name)
    page.get_by_label(words.phone).fill(phone)
    if email:
        page.get_by_label(words.email).fill(email)
    go_on(page, words.next_step)
    if email:
        choose(page, words.may_email)
        choose(page, words.may_name_us)
    go_on(page, words.next_step)
    choose(page, words.any_time)
    go_on(page, words.next_step)
    page.get_by_label(words.story).fill(story)
    go_on(page, words.next_step)
    choose(page, words.consent)
    go_on(page, words.send)
    return read_code(page, language)


def fill_in_registration_by_keyboard(page: Page, language: str) -> str:
    """Do the same, with a telephone only and without touching a mouse; return the code."""
    words = WORDS[language]
    page.goto(words.landing)
    press_on(page, page.get_by_role("link", name=words.start).first, "Enter")
    type_into(page, page.get_by_label(words.name), "Noor")
    press_on(page, page.get_by_role("button", name=words.next_step), "Enter")
    press_on(page, page.get_by_label(words.victim), "Space")
    press_on(page, page.get_by_role("button", name=words.next_step), "Enter")
    first_kind = page.locator("[name=kind]").first
    press_on(page, first_kind, "Space")
    while not page.get_by_label(words.traffic, exact=True).is_checked():
        page.keyboard.press("ArrowDown")
    press_on(page, page.get_by_role("button", name=words.next_step), "Enter")
    type_into(page, page.get_by_label(words.phone), "030-2345678")
    page.keyboard.press("Enter")  # sends the form, as in any form of one line
    go_on_to_the_check(page, language)
    press_on(page, page.get_by_label(words.consent), "Space")
    press_on(page, page.get_by_role("button", name=words.send), "Enter")
    return read_code(page, language)


def tell_who_and_what(page: Page, language: str, *, name: str = "Noor") -> None:
    """Answer the least from the first page on, and stop where we ask how to reach somebody."""
    words = WORDS[language]
    page.get_by_label(words.name).fill(name)
    go_on(page, words.next_step)
    choose(page, words.victim)
    go_on(page, words.next_step)
    choose(page, words.traffic)
    go_on(page, words.next_step)


def fill_in_up_to_the_check(page: Page, language: str) -> None:
    """Answer the least from the first page on, and stop before sending."""
    tell_who_and_what(page, language)
    page.get_by_label(WORDS[language].phone).fill("030-2345678")
    go_on_to_the_check(page, language)


def go_on_to_the_check(page: Page, language: str) -> None:
    """Leave all that is still asked as it is, up to the page that shows all answers."""
    for _page in SELF_REGISTRATION.steps:
        if page.get_by_role("button", name=WORDS[language].send).count():
            return
        go_on(page, WORDS[language].next_step)
    raise AssertionError(f"{page.url} does not lead on")


def go_on(page: Page, button: str) -> None:
    """Press the button that leads further, and wait for what it leads to."""
    open_by(page.get_by_role("button", name=button))


def press_on(page: Page, target: Locator, key: str) -> None:
    """Go to a control with the Tab key and press `key` there."""
    target.wait_for(state="attached")
    for _press in range(LONGEST_TAB_ORDER):
        if target.evaluate("element => element === document.activeElement"):
            page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} cannot be reached with the Tab key")


def type_into(page: Page, target: Locator, text: str) -> None:
    """Go to a text field with the Tab key and type."""
    press_on(page, target, "End")
    page.keyboard.type(text)


def read_code(page: Page, language: str) -> str:
    """Return the code of the thank-you page, which must be open."""
    words = WORDS[language]
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)
    expect(page.get_by_role("main")).to_contain_text(words.promise)
    return page.locator(".code-box__code").first.inner_text()
