"""What somebody types survives a reload and another language, and nothing of it a quick exit."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from registration.models import Draft
from tests.e2e.registration_journey import WORDS
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree
from tests.support.waiting import wait_until

FIRST = "/aanmelden/wie-je-bent/"


def name_field(page: Page, language: str = "nl"):
    return page.get_by_label(WORDS[language].name)


def is_kept(name: str) -> bool:
    return any(
        each.answers.get("about_you", {}).get("values", {}).get("name") == [name]
        for each in Draft.objects.all()
    )


def test_reloading_shows_what_was_typed(site_tree: SiteTree, page: Page):
    page.goto(FIRST)
    name_field(page).press_sequentially("Noor")
    wait_until(lambda: is_kept("Noor"))
    page.reload()
    expect(name_field(page)).to_have_value("Noor")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_going_on_at_once_waits_for_what_is_being_kept(site_tree: SiteTree, page: Page):
    page.goto(FIRST)
    name_field(page).fill("Noor")
    name_field(page).press("Enter")  # "next", and no other language
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat past het best bij jou?")
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("with_script", [True, False])
def test_another_language_shows_what_was_typed(
    site_tree: SiteTree, page: Page, page_without_script: Page, with_script: bool
):
    page = page if with_script else page_without_script
    page.goto(FIRST)
    name_field(page).fill("Noor")
    page.get_by_role("button", name=re.compile("English")).click()
    expect(page).to_have_url(re.compile("/en/register/about-you/$"))
    expect(name_field(page, "en")).to_have_value("Noor")


def test_nothing_that_was_typed_is_kept_after_leaving_at_once(
    site_tree: SiteTree, page: Page, site_guard: SiteGuard
):
    site_guard.expect_leaving_to(settings.LEAVE_URL)
    page.goto(FIRST)
    name_field(page).press_sequentially("Noor")
    wait_until(lambda: is_kept("Noor"))
    sent: list[str] = []
    page.context.on("request", lambda request: sent.append(request.url))
    name_field(page).press_sequentially("tje")
    with page.expect_request("**/weg/"):
        page.get_by_role("link", name="Snel weg").first.click()
    page.wait_for_url(settings.LEAVE_URL)
    assert not any(url.endswith(FIRST) for url in sent)
    wait_until(lambda: not Draft.objects.exists())  # the message travels while one is elsewhere
