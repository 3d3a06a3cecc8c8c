"""The check against robots in a real browser: nothing of Google before a click."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from registration.forms import captcha
from registration.models import Registration
from tests.e2e.registration_journey import WORDS, go_on
from tests.e2e.registration_journey import fill_in_up_to_the_check as up_to_the_check
from tests.support.answers import choose
from tests.support.site_tree import SiteTree

# What Google's script does, as far as our page notices.
PRETEND_SCRIPT = """
window.grecaptcha = {
  ready: (then) => then(),
  render: (place, options) => {
    const answer = document.createElement("textarea");
    answer.name = "g-recaptcha-response";
    answer.value = `answer for ${options.sitekey}`;
    answer.ariaLabel = "Google";
    place.append(answer);
  },
};
"""


@pytest.fixture
def asked_of_google(page: Page, settings, monkeypatch) -> list[str]:
    """Set both keys, pretend to be Google, and return the addresses that were asked for."""
    settings.RECAPTCHA_PUBLIC_KEY = "public-key-of-the-test"
    settings.RECAPTCHA_PRIVATE_KEY = "private-key-of-the-test"
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=PRETEND_SCRIPT, content_type="text/javascript")

    page.route("https://www.google.com/**", answer)
    monkeypatch.setattr(
        captcha.ReCaptchaField, "validate", lambda field, value: asked.append(f"verify: {value}")
    )
    return asked


def fill_in_up_to_the_check(page: Page) -> None:
    """Answer the least, and stop before sending."""
    words = WORDS["nl"]
    page.goto("/aanmelden/wie-je-bent/")
    up_to_the_check(page, "nl")
    choose(page, words.consent)


def test_google_is_asked_only_after_a_click(
    site_tree: SiteTree,
    page: Page,
    asked_of_google: list[str],
    assert_accessible: Callable[[Page], None],
):
    fill_in_up_to_the_check(page)
    assert_accessible(page)
    assert asked_of_google == []
    page.get_by_role("button", name="Start de controle").click()
    expect(page.get_by_label("Google")).to_have_value("answer for public-key-of-the-test")
    expect(page.get_by_role("button", name="Start de controle")).to_be_hidden()
    go_on(page, WORDS["nl"].send)
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS["nl"].received)
    assert asked_of_google == [
        "https://www.google.com/recaptcha/api.js?render=explicit&hl=nl",
        "verify: answer for public-key-of-the-test",
    ]
    assert "captcha_missing" not in Registration.objects.get().flags


def test_whoever_does_not_click_sends_all_the_same(
    site_tree: SiteTree, page: Page, asked_of_google: list[str]
):
    fill_in_up_to_the_check(page)
    go_on(page, WORDS["nl"].send)
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS["nl"].received)
    assert asked_of_google == []
    assert "captcha_missing" in Registration.objects.get().flags
