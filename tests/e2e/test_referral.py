"""Professionals refer a client in a real browser: with script, without it, and to a calm no."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from perspectief.staff.groups import DESK
from registration.models import Draft, Registration
from registration.public_pages.models import ReferralPage
from registration.vocabulary.lifecycle import Lifecycle, Source
from tests.e2e.desk_member import log_in, make_member
from tests.e2e.registration_journey import go_on
from tests.registration.referral.factories import LookAtReferralFactory, ReferralCallbackFactory
from tests.registration.referral.professional import plant_referral_page
from tests.support.accessibility import violations
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
    next_step: str
    name: str
    organisation: str
    health_care: str
    email: str
    may_call_me: str
    work_phone: str
    agrees: str
    not_asked: str
    told_by_me: str
    agreed_on: str
    in_a_talk: str
    victim: str
    traffic: str
    client_name: str
    call: str
    no_call: str
    client_phone: str
    declaration: str
    send: str
    received: str
    promise: str
    refused: str


WORDS = {
    "nl": Words(
        landing="/verwijzen/",
        start="Begin met verwijzen",
        next_step="Volgende stap",
        name="Hoe heet je?",
        organisation="Bij welke organisatie werk je?",
        health_care="Zorg, zoals een huisarts of psycholoog",
        email="Wat is je e-mailadres van je werk?",
        may_call_me="Ja, je mag me bellen",
        work_phone="Wat is je telefoonnummer op je werk?",
        agrees="Ja, mijn cliënt weet ervan en is het ermee eens",
        not_asked="Dat heb ik nog niet gevraagd, of ik weet het niet zeker",
        told_by_me="Ikzelf",
        agreed_on="Op welke dag zei je cliënt ja?",
        in_a_talk="In een gesprek",
        victim="Mijn cliënt is iets aangedaan of overkomen (slachtoffer)",
        traffic="Een verkeersongeval",
        client_name="Hoe mogen we je cliënt noemen?",
        call="Ja, neem contact op met mijn cliënt",
        no_call="Nee, bekijk de verwijzing en neem contact op met mij",
        client_phone="Op welk nummer mogen we je cliënt bellen?",
        declaration="Ik heb gelezen wat Perspectief Herstelbemiddeling met deze gegevens doet.",
        send="Verstuur mijn verwijzing",
        received="Je verwijzing is ontvangen",
        promise="We bellen je cliënt uiterlijk op",
        refused="Je kunt niet verwijzen zonder toestemming",
    ),
    "en": Words(
        landing="/en/refer/",
        start="Start your referral",
        next_step="Next step",
        name="What is your name?",
        organisation="Which organisation do you work for?",
        health_care="Health care, such as a GP or psychologist",
        email="What is your work e-mail address?",
        may_call_me="Yes, you may call me",
        work_phone="What is your work phone number?",
        agrees="Yes, my client knows about it and agrees",
        not_asked="I have not asked yet, or I am not sure",
        told_by_me="I did",
        agreed_on="What day did your client agree?",
        in_a_talk="In a conversation",
        victim="Someone did something to my client, or something happened to my client (victim)",
        traffic="A traffic accident",
        client_name="What should we call your client?",
        call="Yes, get in touch with my client",
        no_call="No, look at the referral and contact me",
        client_phone="What number can we call your client on?",
        declaration="I have read what Perspectief Herstelbemiddeling does with this data.",
        send="Send my referral",
        received="We have received your referral",
        promise="We will call your client no later than",
        refused="You cannot refer without consent",
    ),
}


@pytest.fixture
def referral_page(site_tree: SiteTree) -> ReferralPage:
    """The page for professionals, live in both languages."""
    return plant_referral_page(site_tree.home)


def fill_in_professional(page: Page, words: Words) -> None:
    """Answer the first step."""
    page.get_by_label(words.name).fill("Jamie de Wit")
    page.get_by_label(words.organisation).fill("Huis van de Buurt")
    choose(page, words.health_care)
    page.get_by_label(words.email).fill("jamie@example.com")
    choose(page, words.may_call_me)
    page.get_by_label(words.work_phone).fill("020 555 12 34")


def fill_in_client(page: Page, words: Words) -> None:
    """Answer the second step, with consent."""
    choose(page, words.agrees)
    choose(page, words.told_by_me)
    page.get_by_label(words.agreed_on).fill(f"{timezone.localdate() - timedelta(days=9):%d-%m-%Y}")
    choose(page, words.in_a_talk)
    choose(page, words.victim)
    choose(page, words.traffic)
    page.get_by_label(words.client_name).fill("Noor")


def refer(page: Page, language: str) -> str:
    """Refer a client who wants a call, and return the number from the thank-you page."""
    words = WORDS[language]
    page.goto(words.landing)
    open_by(page.get_by_role("link", name=words.start).first)
    fill_in_professional(page, words)
    go_on(page, words.next_step)
    fill_in_client(page, words)
    go_on(page, words.next_step)
    choose(page, words.call)
    page.get_by_label(words.client_phone).fill("030-2345678")
    go_on(page, words.next_step)
    choose(page, words.declaration)
    go_on(page, words.send)
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)
    expect(page.get_by_role("main")).to_contain_text(words.promise)
    return page.locator(".code-box__code").inner_text()


def test_a_professional_refers_in_dutch(referral_page: ReferralPage, page: Page):
    assert CODE.fullmatch(refer(page, "nl"))
    registration = Registration.objects.get(source=Source.REFERRER, language="nl")
    answers = registration.read_answers()
    assert (answers.name, answers.phone) == ("Noor", "+31302345678")
    assert answers.referral is not None
    assert answers.referral.phone == "+31205551234"


def test_a_professional_refers_in_english_without_script(
    referral_page: ReferralPage, page_without_script: Page
):
    assert CODE.fullmatch(refer(page_without_script, "en"))
    assert Registration.objects.filter(source=Source.REFERRER, language="en").count() == 1


def test_contact_questions_show_only_if_the_client_wants_a_call(
    referral_page: ReferralPage, page_without_script: Page
):
    page, words = page_without_script, WORDS["nl"]
    page.goto(words.landing)
    open_by(page.get_by_role("link", name=words.start).first)
    fill_in_professional(page, words)
    go_on(page, words.next_step)
    expect(page.get_by_label(words.told_by_me)).to_be_hidden()
    fill_in_client(page, words)
    go_on(page, words.next_step)
    expect(page.get_by_label(words.client_phone)).to_be_hidden()
    choose(page, words.call)
    expect(page.get_by_label(words.client_phone)).to_be_visible()
    choose(page, words.no_call)
    expect(page.get_by_label(words.client_phone)).to_be_hidden()


@LANGUAGES
def test_every_page_and_state_is_accessible(
    referral_page: ReferralPage,
    page: Page,
    assert_accessible: Callable[[Page], None],
    language: str,
):
    words = WORDS[language]

    def go_on_and_check(button: str) -> None:
        go_on(page, button)
        assert_accessible(page)

    page.goto(words.landing)
    assert_accessible(page)
    open_by(page.get_by_role("link", name=words.start).first)
    assert_accessible(page)
    go_on_and_check(words.next_step)  # with errors
    expect(page.locator("[data-error-summary]")).to_be_focused()
    fill_in_professional(page, words)
    go_on_and_check(words.next_step)
    choose(page, words.agrees)
    go_on_and_check(words.next_step)  # with errors, also in what belongs to the answer
    fill_in_client(page, words)
    go_on_and_check(words.next_step)
    choose(page, words.call)
    go_on_and_check(words.next_step)
    page.get_by_label(words.client_phone).fill("030-2345678")
    go_on_and_check(words.next_step)
    go_on_and_check(words.send)  # the declaration is missing
    choose(page, words.declaration)
    go_on_and_check(words.send)
    expect(page.get_by_role("heading", level=1)).to_have_text(words.received)


@LANGUAGES
def test_without_consent_a_calm_page_says_what_to_do(
    referral_page: ReferralPage,
    page: Page,
    assert_accessible: Callable[[Page], None],
    language: str,
):
    words = WORDS[language]
    page.goto(words.landing)
    open_by(page.get_by_role("link", name=words.start).first)
    fill_in_professional(page, words)
    go_on(page, words.next_step)
    assert Draft.objects.count() == 1
    choose(page, words.not_asked)
    go_on(page, words.next_step)
    expect(page.get_by_role("heading", level=1)).to_have_text(words.refused)
    assert_accessible(page)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(referral_page: ReferralPage, page: Page, width: int):
    words = WORDS["nl"]
    page.set_viewport_size({"width": width, "height": 800})

    def assert_fits() -> None:
        assert sticking_out(page) == ""

    page.goto(words.landing)
    assert_fits()
    open_by(page.get_by_role("link", name=words.start).first)
    fill_in_professional(page, words)
    page.get_by_label(words.organisation).fill("Verantwoordelijkheidsgevoel" * 4)
    assert_fits()
    go_on(page, words.next_step)
    fill_in_client(page, words)
    assert_fits()
    go_on(page, words.next_step)
    choose(page, words.call)
    page.get_by_label(words.client_phone).fill("030-2345678")
    assert_fits()
    go_on(page, words.next_step)
    assert_fits()


# --- The desk -------------------------------------------------------------------------------


@pytest.fixture
def desk_page(
    desk_never_closes: None, new_context: Callable[..., BrowserContext], live_server: LiveServer
) -> Page:
    """A browser without script of somebody of the desk."""
    context = new_context(java_script_enabled=False)
    log_in(context, make_member(DESK, "nl", first_name="Anna"), live_server.url)
    return context.new_page()


def test_the_desk_hears_a_no_and_nothing_goes_on(desk_page: Page):
    callback = ReferralCallbackFactory()
    desk_page.goto(reverse("callbacks:details", args=[callback.address]))
    desk_page.get_by_role("button", name="Pak dit terugbelverzoek op").click()
    main = desk_page.get_by_role("main")
    expect(main).to_contain_text("Jamie de Wit van Huis van de Buurt heeft ons je naam gegeven.")
    choose(desk_page, "De cliënt is het er niet mee eens.")
    desk_page.get_by_role("button", name="Leg vast wat de cliënt zei").click()
    expect(desk_page.get_by_text("Er gebeurt verder niets.")).to_be_visible()
    assert Registration.objects.get().state == Lifecycle.WITHDRAWN


def test_the_desk_hears_a_yes_and_goes_on(desk_page: Page):
    callback = ReferralCallbackFactory()
    desk_page.goto(reverse("callbacks:details", args=[callback.address]))
    desk_page.get_by_role("button", name="Pak dit terugbelverzoek op").click()
    choose(desk_page, "De cliënt is het eens met de verwijzing")
    desk_page.get_by_role("button", name="Leg vast wat de cliënt zei").click()
    main = desk_page.get_by_role("main")
    expect(main).to_contain_text("De cliënt heeft ons gezegd het ermee eens te zijn")
    assert Registration.objects.get().client_agreed_at is not None


@pytest.mark.parametrize("factory", [ReferralCallbackFactory, LookAtReferralFactory])
@pytest.mark.parametrize("width", [360, 1440])
def test_the_call_screen_of_a_referral_is_accessible(
    desk_never_closes: None,
    new_context: Callable[..., BrowserContext],
    live_server: LiveServer,
    factory: type[ReferralCallbackFactory],
    width: int,
):
    anna = make_member(DESK, "nl", first_name="Anna")
    context = new_context(viewport={"width": width, "height": 900})
    log_in(context, anna, live_server.url)
    page = context.new_page()
    page.goto(reverse("callbacks:details", args=[factory(claimed_by=anna).address]))
    expect(page.get_by_role("heading", name="Wie heeft verwezen")).to_be_visible()
    assert violations(page) == ""
    page.get_by_role("button", name="Leg vast wat de cliënt zei").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert violations(page) == ""
    assert sticking_out(page) == ""
