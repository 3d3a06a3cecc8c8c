"""The button Back of a browser leads to a page, also after something that was not right yet.

No browser keeps what answered a form: going back to that is an error in Chromium (ERR_CACHE_MISS).
"""

import re
import uuid

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from registration.casework.receipts import Receipt
from registration.casework.submission import Submission, submit_registration
from tests.e2e.registration_journey import WORDS, fill_in_up_to_the_check, go_on
from tests.e2e.test_own_page import WORDS as OWN_PAGE
from tests.registration.factories import AnswersFactory
from tests.registration.own_page.conftest import plant_own_page
from tests.support.answers import choose
from tests.support.next_page import open_by
from tests.support.site_tree import SiteTree

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize("with_script", [True, False])
MISTAKES = "[data-error-summary]"
FOR_MYSELF, SOMEBODY_HELPS = "label[for=id_for_whom_0]", "label[for=id_for_whom_1]"


@pytest.fixture
def reader(page: Page, page_without_script: Page, with_script: bool) -> Page:
    """A page of a browser, with or without script."""
    return page if with_script else page_without_script


@pytest.fixture
def receipt(site_tree: SiteTree) -> Receipt:
    """What somebody saw after registering, on a site with the page to look at it."""
    plant_own_page(site_tree.home)
    answers = AnswersFactory(organisation_may_be_named=True, all_channels=True)
    return submit_registration(Submission(answers=answers, language="nl", key=uuid.uuid4()))


def points_out_mistakes(page: Page) -> None:
    expect(page.locator(MISTAKES)).to_be_visible()
    expect(page).to_have_title(re.compile("^(Fout|Error): "))


@LANGUAGES
@WITH_AND_WITHOUT_SCRIPT
def test_back_to_a_step_that_was_not_right_at_first(
    site_tree: SiteTree, reader: Page, language: str
):
    words = WORDS[language]
    reader.goto(words.landing)
    open_by(reader.get_by_role("link", name=words.start).first)
    reader.get_by_label(words.name).fill("Noor")
    reader.locator(SOMEBODY_HELPS).click()  # and nothing about who that is
    go_on(reader, words.next_step)
    points_out_mistakes(reader)
    expect(reader.get_by_label(words.name)).to_have_value("Noor")
    reader.locator(FOR_MYSELF).click()
    go_on(reader, words.next_step)
    expect(reader.get_by_label(words.victim)).to_be_visible()

    reader.go_back()
    expect(reader.get_by_label(words.name)).to_have_value("Noor")
    expect(reader.locator(MISTAKES)).to_have_count(0)
    reader.go_forward()
    expect(reader.get_by_label(words.victim)).to_be_visible()


@LANGUAGES
@WITH_AND_WITHOUT_SCRIPT
def test_back_after_consent_was_forgotten(site_tree: SiteTree, reader: Page, language: str):
    words = WORDS[language]
    reader.goto(words.landing)
    open_by(reader.get_by_role("link", name=words.start).first)
    fill_in_up_to_the_check(reader, language)
    go_on(reader, words.send)
    points_out_mistakes(reader)
    choose(reader, words.consent)
    go_on(reader, words.send)
    expect(reader.get_by_role("heading", level=1)).to_have_text(words.received)

    reader.go_back()
    expect(reader.get_by_role("heading", level=1)).to_have_text(words.received)


@WITH_AND_WITHOUT_SCRIPT
def test_whoever_forgets_one_of_two_things_keeps_the_other(site_tree: SiteTree, reader: Page):
    """The last page of a form without a page to check asks for consent beside its questions."""
    from tests.registration.journey.visitor import STORY_LATER

    words = WORDS["nl"]
    reader.goto(f"{STORY_LATER.landing['nl']}{STORY_LATER.slugs['nl']['story_later']}/")
    reader.get_by_label(words.name).fill("Noor")
    reader.get_by_label(words.phone).fill("030-2345678")
    go_on(reader, words.next_step)
    go_on(reader, words.next_step)
    choose(reader, "Ik kies de tijden")  # and none
    choose(reader, words.consent)
    go_on(reader, words.send)
    points_out_mistakes(reader)
    expect(reader.get_by_label("Ik kies de tijden")).to_be_checked()
    expect(reader.get_by_label(words.consent)).to_be_checked()


def test_back_to_the_own_page_after_words_that_were_not_right(receipt: Receipt, page: Page):
    words = OWN_PAGE["nl"]
    page.goto(words.address)
    page.get_by_label(words.code).fill(receipt.reference)
    page.get_by_label(words.secret_words).fill("tulp kasteel")
    go_on(page, words.open_page)
    points_out_mistakes(page)
    page.get_by_label(words.secret_words).fill(receipt.secret_words)
    go_on(page, words.open_page)
    open_by(page.get_by_role("link", name=words.change))
    page.get_by_label(words.phone).fill("06-12")
    go_on(page, words.save)
    points_out_mistakes(page)
    page.get_by_label(words.phone).fill("06 12345678")
    go_on(page, words.save)
    expect(page.locator("main [role=status]")).to_contain_text(words.saved)

    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(words.change)
    expect(page.locator(MISTAKES)).to_have_count(0)
    page.go_back()
    page.go_back()
    expect(page.get_by_role("link", name=words.change)).to_be_visible()


def test_reloading_a_page_that_answered_sends_what_was_typed_again(receipt: Receipt, page: Page):
    words = OWN_PAGE["nl"]
    page.goto(words.address)
    page.get_by_label(words.code).fill(receipt.reference)
    page.get_by_label(words.secret_words).fill("tulp kasteel")
    go_on(page, words.open_page)
    page.reload()
    expect(page.get_by_label(words.code)).to_have_value(receipt.reference)


def test_a_browser_without_cookies_is_shown_its_mistakes_in_the_answer(
    site_tree: SiteTree, page_without_script: Page
):
    page, words = page_without_script, WORDS["nl"]
    page.goto("/aanmelden/wie-je-bent/")
    page.get_by_label(words.name).fill("Noor")
    page.locator(SOMEBODY_HELPS).click()
    page.route("**/*", lambda route: route.continue_(headers=_without_session(route.request)))
    go_on(page, words.next_step)
    points_out_mistakes(page)
    expect(page.get_by_label(words.name)).to_have_value("Noor")


def _without_session(request) -> dict[str, str]:
    cookies = request.headers.get("cookie", "").split("; ")
    kept = [each for each in cookies if not each.startswith(settings.SESSION_COOKIE_NAME)]
    return {**request.headers, "cookie": "; ".join(kept)}
