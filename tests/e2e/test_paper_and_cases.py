"""The form on paper, printed and entered, and the cards that ask the desk about a case."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from perspectief.staff.groups import DESK
from registration.models import PrivacyStatement, Registration
from tests.e2e.desk_member import make_member
from tests.e2e.test_desk import DESKTOP, TABLET, browser_of, check, details
from tests.registration.factories import AnswersFactory, CallbackFactory
from tests.registration.paper.test_printing import URLS, paper_page
from tests.support.answers import choose
from tests.support.next_page import open_by
from tests.support.page_drawn import wait_until_drawn
from tests.support.page_fit import sticking_out

__all__ = ["browser_of", "paper_page"]

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
SIDES = 4  # as the page says


@dataclass(frozen=True)
class Words:
    """What is ticked on the screen for paper, in one language."""

    consent: str


WORDS = {
    "nl": Words(consent="Op het formulier is aangevinkt"),
    "en": Words(consent="The box on the form is ticked"),
}


def assert_fits(page: Page) -> None:
    """Assert that nobody has to scroll sideways."""
    assert sticking_out(page) == ""


class TestTheFormToPrint:
    @LANGUAGES
    def test_on_screen(self, paper_page, page: Page, assert_accessible, language: str):
        page.goto(URLS[language])
        assert_accessible(page)
        page.set_viewport_size({"width": 320, "height": 640})
        assert_fits(page)
        assert_accessible(page)

    @LANGUAGES
    def test_in_print(self, paper_page, page: Page, assert_accessible, language: str):
        page.goto(URLS[language])
        page.emulate_media(media="print")
        for hidden in ("header", "footer", "[data-leave]"):
            assert page.locator(hidden).first.is_hidden(), hidden
        expect(page.locator(".paper__question").first).to_be_visible()
        expect(page.locator(".paper .crisis").first).to_be_visible()
        assert_accessible(page)
        wait_until_drawn(page)
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == SIDES


@pytest.mark.usefixtures("desk_never_closes")
class TestTheScreensOfTheDesk:
    @LANGUAGES
    @pytest.mark.parametrize("viewport", [TABLET, DESKTOP], ids=["tablet", "desktop"])
    def test_entering_paper(
        self, browser_of: Callable[..., Page], language: str, viewport: dict[str, int]
    ):
        page = browser_of(make_member(DESK, language, first_name="Anna"), viewport=viewport)
        page.goto(reverse("callbacks:paper"))
        check(page)
        assert_fits(page)
        page.locator(".desk-paper button[type=submit]").click()
        expect(page.get_by_role("alert").first).to_be_visible()
        expect(page.locator("[aria-invalid=true]").first).to_be_visible()
        check(page)
        assert_fits(page)
        page.locator("[name=received_on]").fill(f"{timezone.localdate():%Y-%m-%d}")
        page.locator("label[for=id_form_language_0]").click()
        page.locator("[name=statement]").select_option(str(PrivacyStatement.objects.get().pk))
        choose(page, WORDS[language].consent)
        page.locator("[name=name]").fill("Noor")
        page.locator("[name=phone]").fill("030-2345678")
        open_by(page.locator(".desk-paper button[type=submit]"))
        assert Registration.objects.get().read_answers().name == "Noor"
        check(page)

    @LANGUAGES
    @pytest.mark.parametrize("viewport", [TABLET, DESKTOP], ids=["tablet", "desktop"])
    def test_the_cards_about_doubles_and_about_the_own_yes(
        self, browser_of: Callable[..., Page], language: str, viewport: dict[str, int]
    ):
        anna = make_member(DESK, language, first_name="Anna")
        before = timezone.now() - timedelta(hours=2)
        helped = AnswersFactory(helped=True)
        callback = CallbackFactory(
            claimed_by=anna, registration__answers=helped, registration__received_at=before
        )
        CallbackFactory()
        page = browser_of(anna, viewport=viewport)
        page.goto(details(callback))
        expect(page.locator("#desk-matches-heading")).to_be_visible()
        expect(page.locator("#desk-own-yes-heading")).to_be_visible()
        check(page)
        assert_fits(page)
        open_by(page.locator("[aria-labelledby=desk-own-yes-heading] button"))  # nothing chosen
        check(page)
        page.locator("button[value=same]").click()
        expect(page.locator("#desk-matches-heading")).to_be_visible()
        check(page)
