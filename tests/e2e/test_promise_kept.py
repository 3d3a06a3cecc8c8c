"""The promise from end to end: registering, mails, the desk that calls, the outcome."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from perspectief.staff.groups import DESK
from registration.background.worker import Worker
from registration.models import (
    AccessLogEntry,
    Callback,
    ContactAttempt,
    HandOver,
    Mediator,
    Registration,
)
from registration.vocabulary.callbacks import AttemptResult, CallbackState
from registration.vocabulary.lifecycle import Lifecycle
from tests.e2e.desk_member import make_member
from tests.e2e.registration_journey import WORDS, fill_in_registration
from tests.registration.factories import STAFF_PASSWORD
from tests.support.answers import choose
from tests.support.site_tree import SiteTree
from tests.support.smtp_server import Mailbox

STORY = "Ik wil graag weten hoe het met de ander gaat."


@dataclass(frozen=True)
class DeskWords:
    """What the desk's screens say in one language."""

    find: str
    code: str
    take: str
    asked_for: str
    reached: str
    recorded: str
    allocated: str
    close: str
    pass_on: str


DESK_WORDS = {
    "nl": DeskWords(
        find="Zoek",
        code="Nummer, code, telefoonnummer of e-mailadres",
        take="Pak dit terugbelverzoek op",
        asked_for="Vraag naar Noor.",
        reached="Bereikt",
        recorded="De poging is vastgelegd.",
        allocated="Uitgezet bij een bemiddelaar",
        close="Sluit af met deze uitkomst",
        pass_on="Wijs toe",
    ),
    "en": DeskWords(
        find="Find",
        code="Number, code, phone number or e-mail address",
        take="Take this callback",
        asked_for="Ask for Noor.",
        reached="Reached",
        recorded="The attempt has been recorded.",
        allocated="Allocated to a mediator",
        close="Close with this outcome",
        pass_on="Allocate",
    ),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_from_registering_to_the_outcome(
    site_tree: SiteTree,
    desk_never_closes: None,
    smtp_server: Mailbox,
    settings,
    new_context: Callable[..., BrowserContext],
    language: str,
):
    words = DESK_WORDS[language]
    person = new_context().new_page()
    code = fill_in_registration(person, language, phone="06-12345678", story=STORY)

    Worker().run_round()
    [confirmation] = smtp_server.messages_to("noor@example.org")
    [notice] = smtp_server.messages_to(settings.DESK_EMAIL)
    assert WORDS[language].promise.search(confirmation.get_content())
    for mail in (confirmation, notice):
        assert_tells_nothing(mail)

    make_member(DESK, language, username="anna", first_name="Anna")
    Mediator.objects.create(name="Marja Voorbeeld", email="marja@example.org")
    desk = new_context().new_page()
    log_in_at(desk, link_in(notice.get_content()))
    desk.get_by_role("button", name=words.take).click()
    expect(desk.get_by_text(words.asked_for)).to_be_visible()
    expect(desk.get_by_role("link", name="06 12345678")).to_be_visible()
    expect(desk.get_by_text(STORY)).to_have_count(0)

    desk.get_by_role("button", name=words.reached, exact=True).click()
    expect(desk.get_by_text(words.recorded)).to_be_visible()
    choose(desk, words.allocated)
    desk.get_by_role("button", name=words.close).click()
    desk.get_by_role("combobox").select_option(label="Marja Voorbeeld")
    desk.get_by_role("button", name=words.pass_on, exact=True).click()
    expect(desk.get_by_role("main")).to_contain_text("Marja Voorbeeld")

    desk.goto("/admin/callbacks/")
    desk.get_by_label(words.code).fill(code)
    desk.get_by_role("button", name=words.find, exact=True).click()
    expect(desk.get_by_text(words.allocated).first).to_be_visible()

    callback = Callback.objects.get()
    assert callback.state == CallbackState.DONE
    assert callback.first_attempt_at <= callback.due_at
    assert Registration.objects.get().state == Lifecycle.ALLOCATED
    assert HandOver.objects.get().mediator == Mediator.objects.get()
    assert ContactAttempt.objects.get().result == AttemptResult.REACHED
    assert set(AccessLogEntry.objects.values_list("username", flat=True)) == {"anna"}


def assert_tells_nothing(mail) -> None:
    """No answer is in a mail, not even the name."""
    text = mail.as_string() + mail.get_content()
    for answer in ("Noor", "12345678", "traffic", "verkeer", "victim", "slachtoffer", STORY):
        assert answer not in text


def link_in(text: str) -> str:
    """Return the path of the only link in a mail."""
    [link] = re.findall(r"https?://\S+", text)
    return urlsplit(link).path


def log_in_at(page: Page, path: str) -> None:
    """Open a page of the admin through the login form, as somebody who follows a link does."""
    page.goto(path)
    page.locator("input[name=login]").fill("anna")
    page.locator("input[name=password]").fill(STAFF_PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"**{path}")
