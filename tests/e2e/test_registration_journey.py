"""People register in a real browser: with a mouse, without script, by keyboard, on a phone."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from registration.models import Draft, Registration
from tests.e2e.registration_journey import (
    WORDS,
    choose,
    fill_in_registration,
    fill_in_registration_by_keyboard,
    fill_in_up_to_the_check,
    go_on,
)
from tests.registration.journey.visitor import SLUGS, Visitor
from tests.support.next_page import open_by
from tests.support.page_drawn import wait_until_drawn
from tests.support.page_fit import sticking_out
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree
from tests.support.waiting import wait_until

CODE = re.compile(r"[2-9A-Z]{3}-[2-9A-Z]{3}")
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
HELPING = {
    "for_whom": "other_who_agrees",
    "helper_name": "Sam",
    "who_to_call": "call_person",
    "helper_consent": "on",
}


@pytest.mark.every_example
@LANGUAGES
def test_somebody_registers(site_tree: SiteTree, page: Page, language: str):
    assert CODE.fullmatch(fill_in_registration(page, language))
    answers = Registration.objects.get(language=language).read_answers()
    assert (answers.name, answers.phone) == ("Noor", "+31302345678")
    assert answers.email == "noor@example.org"


@pytest.mark.every_example
@LANGUAGES
def test_somebody_registers_without_script(
    site_tree: SiteTree, page_without_script: Page, language: str
):
    assert CODE.fullmatch(fill_in_registration(page_without_script, language))
    assert Registration.objects.filter(language=language).count() == 1


@pytest.mark.every_example
@LANGUAGES
def test_somebody_registers_with_the_keyboard_only(site_tree: SiteTree, page: Page, language: str):
    assert CODE.fullmatch(fill_in_registration_by_keyboard(page, language))
    assert Registration.objects.get().read_answers().kind == "traffic"


def test_somebody_registers_on_a_phone(site_tree: SiteTree, phone_page: Page):
    assert CODE.fullmatch(fill_in_registration(phone_page, "nl"))


@pytest.mark.every_example
@LANGUAGES
def test_every_page_and_state_is_accessible(
    site_tree: SiteTree, page: Page, assert_accessible: Callable[[Page], None], language: str
):
    words = WORDS[language]

    def go_on_and_check(button: str) -> None:
        go_on(page, button)
        assert_accessible(page)

    page.goto(words.landing)
    assert_accessible(page)
    open_by(page.get_by_role("link", name=words.start).first)
    assert_accessible(page)
    go_on_and_check(words.next_step)  # errors
    page.locator("label[for=id_for_whom_1]").click()
    page.locator("label[for=id_age_0]").click()
    page.get_by_label(words.name).fill("Zoë")
    go_on_and_check(words.next_step)  # errors about the helper, note for under-16s
    page.locator("label[for=id_for_whom_0]").click()
    go_on_and_check(words.next_step)  # what fits
    go_on_and_check(words.next_step)  # errors at the question that is the heading
    choose(page, words.victim)
    go_on_and_check(words.next_step)
    choose(page, words.traffic)
    go_on_and_check(words.next_step)
    page.get_by_label(words.phone).fill("06-1234")
    page.locator("label[for=id_phone_impossible]").click()
    go_on_and_check(words.next_step)  # errors, sub-fields
    page.locator("label[for=id_phone_impossible]").click()
    page.get_by_label(words.phone).fill("030-2345678")
    page.get_by_label(words.email).fill("noor@example.org")
    go_on_and_check(words.next_step)  # what is safe
    go_on_and_check(words.next_step)  # when to call
    go_on_and_check(words.next_step)  # anything else
    for topic in page.locator("details.topic > summary").all():
        topic.click()
    choose(page, words.still_happening)
    page.locator("label[for=id_language_2]").click()
    page.locator("label[for=id_needs_4]").click()
    expect(page.locator("form").get_by_text("112").first).to_be_visible()
    assert_accessible(page)
    go_on_and_check(words.next_step)
    go_on_and_check(words.send)  # consent is missing
    choose(page, words.consent)
    go_on_and_check(words.send)
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)


@LANGUAGES
def test_pages_that_say_no_are_accessible(
    site_tree: SiteTree,
    page: Page,
    assert_accessible: Callable[[Page], None],
    language: str,
    settings,
):
    words = WORDS[language]
    page.goto(f"{words.landing}{SLUGS[language]['about_you']}/")
    go_on(page, words.next_step)
    Draft.objects.update(expires_at=Draft.objects.get().created_at - timedelta(minutes=1))
    page.goto(f"{words.landing}{SLUGS[language]['about_you']}/")
    expect(page.get_by_role("main")).to_contain_text(
        {"nl": "We hebben je antwoorden gewist", "en": "We deleted your answers"}[language]
    )
    assert_accessible(page)
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    page.goto(f"{words.landing}?closed")
    assert_accessible(page)


@pytest.mark.parametrize("helping", [{}, HELPING], ids=["for_oneself", "for_somebody_else"])
@LANGUAGES
def test_the_least_answers_and_the_button_below_them_take_two_screens_of_a_phone(
    site_tree: SiteTree, phone_page: Page, live_server: LiveServer, language: str, helping: dict
):
    visitor = Visitor(language)
    visitor.fill_in(email="noor@example.org", fallback="email", identify="org_ok", **helping)
    name = settings.SESSION_COOKIE_NAME
    session = {"name": name, "value": visitor.browser.cookies[name].value, "url": live_server.url}
    phone_page.context.add_cookies([session])
    phone_page.goto(visitor.url("check"))
    wait_until_drawn(phone_page)
    button = phone_page.get_by_role("button", name=WORDS[language].send).bounding_box()
    assert button["y"] + button["height"] <= 2 * phone_page.viewport_size["height"]


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@LANGUAGES
def test_no_step_scrolls_sideways(site_tree: SiteTree, page: Page, language: str, width: int):
    words = WORDS[language]
    page.set_viewport_size({"width": width, "height": 800})

    def assert_fits() -> None:
        assert sticking_out(page) == ""

    page.goto(f"{words.landing}{SLUGS[language]['about_you']}/")
    go_on(page, words.next_step)
    assert_fits()
    page.get_by_label(words.name).fill("Verantwoordelijkheidsgevoel" * 2)
    for answer in (words.victim, words.traffic):
        go_on(page, words.next_step)
        assert_fits()
        choose(page, answer)
    go_on(page, words.next_step)
    assert_fits()
    page.get_by_label(words.phone).fill("030-2345678")
    page.get_by_label(words.email).fill(f"{'a' * 60}@{'b' * 60}.example.org")
    for _page in ("safe", "times", "more"):
        go_on(page, words.next_step)
        assert_fits()
    page.get_by_label(words.story).fill("Verantwoordelijkheidsgevoel" * 20)
    go_on(page, words.next_step)
    assert_fits()
    choose(page, words.consent)
    go_on(page, words.send)
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)
    assert_fits()


def test_errors_get_the_focus_and_lead_to_their_question(site_tree: SiteTree, page: Page):
    page.goto("/aanmelden/wie-je-bent/")
    go_on(page, "Volgende stap")
    expect(page).to_have_title(re.compile("^Fout: "))
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Vul een naam in.").click()
    name = page.get_by_label("Hoe mogen we je noemen?")
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "true")
    name.fill("Noor")
    go_on(page, "Volgende stap")
    go_on(page, "Volgende stap")
    summary.get_by_role("link", name="Kies wat het best bij jou past").click()
    expect(page.locator("#id_role_0")).to_be_focused()


def test_what_belongs_to_an_answer_shows_when_it_is_chosen(site_tree: SiteTree, page: Page):
    page.goto("/aanmelden/wie-je-bent/")
    helper = page.get_by_label("Hoe heet degene die helpt?")
    expect(helper).to_be_hidden()
    choose(page, "Voor mezelf, en iemand helpt me")
    expect(helper).to_be_visible()
    note = page.get_by_text("Het is fijn als een volwassene je helpt.")
    expect(note).to_be_hidden()
    choose(page, "Jonger dan 16")
    expect(note).to_be_visible()


def test_what_belonged_to_an_answer_of_before_is_not_sent(site_tree: SiteTree, page: Page):
    change_from_helped_to_alone(page)
    page.wait_for_url("**/wat-bij-je-past/")


def test_without_script_it_is_asked_which_answer_holds(
    site_tree: SiteTree, page_without_script: Page
):
    page = page_without_script
    change_from_helped_to_alone(page)
    helper = page.get_by_label("Hoe heet degene die helpt?")
    expect(helper).to_be_visible()
    expect(helper).to_have_value("Kim")
    asked = "Er is ‘Voor mezelf’ gekozen, maar hier is ook iets ingevuld: Kim."
    expect(page.get_by_text(asked)).to_have_count(2)  # on top, and beside the question
    helper.fill("")
    go_on(page, "Volgende stap")
    page.wait_for_url("**/wat-bij-je-past/")


def change_from_helped_to_alone(page: Page) -> None:
    """Say who helps, and then that nobody does."""
    page.goto("/aanmelden/wie-je-bent/")
    choose(page, "Voor mezelf, en iemand helpt me")
    page.get_by_label("Hoe heet degene die helpt?").fill("Kim")
    choose(page, "Voor mezelf")
    page.get_by_label(WORDS["nl"].name).fill("Noor")
    go_on(page, "Volgende stap")


def test_somebody_in_danger_sees_the_crisis_lines(site_tree: SiteTree, page_without_script: Page):
    page = page_without_script
    page.goto("/aanmelden/wie-je-bent/")
    page.get_by_label(WORDS["nl"].name).fill("Noor")
    go_on(page, "Volgende stap")
    choose(page, WORDS["nl"].victim)
    go_on(page, "Volgende stap")
    beside = page.get_by_role("complementary").get_by_text("Ben je in gevaar? Bel 112.")
    expect(beside).to_be_visible()
    choose(page, WORDS["nl"].traffic)
    go_on(page, "Volgende stap")
    page.get_by_label(WORDS["nl"].phone).fill("030-2345678")
    for _page in ("safe", "times", "more"):
        go_on(page, "Volgende stap")
    expect(beside).to_be_visible()
    crisis = page.locator("form").get_by_text("Ben je in gevaar? Bel 112.")
    expect(crisis).to_be_hidden()
    page.get_by_text("Wat er is gebeurd").click()
    choose(page, "Het gebeurt nog steeds")
    expect(crisis).to_be_visible()


def test_the_back_button_shows_what_was_answered(site_tree: SiteTree, page: Page):
    page.goto("/aanmelden/wie-je-bent/")
    page.get_by_label(WORDS["nl"].name).fill("Noor")
    go_on(page, "Volgende stap")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat past het best bij jou?")
    page.go_back()
    expect(page.get_by_label(WORDS["nl"].name)).to_have_value("Noor")
    go_on(page, "Volgende stap")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat past het best bij jou?")


def test_the_language_can_be_changed_in_the_middle(site_tree: SiteTree, page: Page):
    page.goto("/aanmelden/wie-je-bent/")
    page.get_by_label(WORDS["nl"].name).fill("Noor")
    go_on(page, "Volgende stap")
    page.get_by_role("banner").get_by_role("button", name=re.compile("^EN")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which of these fits you best?")
    go_on(page, "Previous step")
    expect(page.get_by_label("What should we call you?")).to_have_value("Noor")


def test_a_change_from_the_check_leads_to_the_question_and_back(site_tree: SiteTree, page: Page):
    words = WORDS["nl"]
    page.goto("/aanmelden/wie-je-bent/")
    fill_in_up_to_the_check(page, "nl")
    open_by(page.get_by_role("link", name=re.compile("Verander.*Voor wie dit is")))
    page.get_by_label(words.name).fill("Zoë")
    go_on(page, "Bewaar en ga terug naar al je antwoorden")
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt dit?")
    expect(page.get_by_role("main")).to_contain_text("Zoë")


def test_a_double_click_on_send_registers_once(site_tree: SiteTree, page_without_script: Page):
    page = page_without_script
    words = WORDS["nl"]
    page.goto("/aanmelden/wie-je-bent/")
    fill_in_up_to_the_check(page, "nl")
    choose(page, words.consent)
    page.get_by_role("button", name=words.send).dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)
    assert Registration.objects.count() == 1


def test_a_browser_that_refuses_cookies_keeps_what_was_typed(
    site_tree: SiteTree,
    new_context: Callable[..., BrowserContext],
    assert_accessible: Callable[[Page], None],
):
    context = new_context()
    page = context.new_page()
    page.goto("/aanmelden/wie-je-bent/")
    page.get_by_label(WORDS["nl"].name).fill("Noor")
    context.clear_cookies()
    go_on(page, "Volgende stap")
    expect(page.get_by_role("alert")).to_contain_text("Je browser laat geen cookies toe.")
    expect(page.get_by_label(WORDS["nl"].name)).to_have_value("Noor")
    assert_accessible(page)


def test_leaving_the_site_forgets_what_was_filled_in(
    site_tree: SiteTree, page: Page, site_guard: SiteGuard, settings
):
    site_guard.expect_leaving_to(settings.LEAVE_URL)
    page.goto("/aanmelden/wie-je-bent/")
    page.get_by_label(WORDS["nl"].name).fill("Noor")
    go_on(page, "Ik heb meer tijd nodig")
    assert Draft.objects.count() == 1
    page.wait_for_load_state()  # else the server leads away, to where this test cannot follow
    page.locator("[data-leave]:visible").first.click()
    page.wait_for_url(settings.LEAVE_URL)
    wait_until(lambda: not Draft.objects.exists())  # the message travels beside the way out
