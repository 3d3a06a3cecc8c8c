"""A day at the desk: two colleagues share the work in two languages, from queue to mediator."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from perspectief.staff.groups import COORDINATOR, DESK
from registration.models import AccessLogEntry, Callback, HandOver, Informed, Mediator
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle
from tests.e2e.desk_member import log_in, make_member
from tests.registration.factories import STAFF_PASSWORD, AnswersFactory, CallbackFactory
from tests.registration.handover.factories import HandOverFactory
from tests.support.accessibility import violations
from tests.support.next_page import open_by
from tests.support.page_fit import sticking_out

pytestmark = pytest.mark.usefixtures("desk_never_closes")

STORY = "Ik wil graag weten hoe het met de ander gaat."
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def browser_of(
    new_context: Callable[..., BrowserContext], live_server: LiveServer
) -> Callable[..., Page]:
    """Open a browser in which somebody is logged in."""

    def open_browser(user, **options) -> Page:
        context = new_context(**options)
        log_in(context, user, live_server.url)
        return context.new_page()

    return open_browser


@pytest.fixture(params=["nl", "en"])
def say(request) -> Callable[[str], str]:
    """Return what the first colleague's screens say; the other one reads the other language."""
    return in_language(request.param)


def in_language(language: str) -> Callable[[str], str]:
    """Return a function that gives a text of the screens in a language."""

    def words(text: str) -> str:
        with translation.override(language):
            return gettext(text)

    words.language = language
    return words


def details(callback: Callback) -> str:
    return reverse("callbacks:details", args=[callback.address])


def press(page: Page, words: str) -> None:
    open_by(page.get_by_role("button", name=words, exact=True))


@pytest.mark.every_example
def test_two_colleagues_call_try_again_and_pass_on(browser_of, say):
    other = in_language({"nl": "en", "en": "nl"}[say.language])
    anna = make_member(DESK, say.language, first_name="Anna")
    kim = make_member(COORDINATOR, other.language, first_name="Kim")
    Mediator.objects.create(name="Marja Voorbeeld", email="marja@example.org")
    calls = AnswersFactory(
        name="Noor", story=STORY, organisation_may_be_named=True, all_channels=True
    )
    first = CallbackFactory(registration__answers=calls)
    second = CallbackFactory(registration__answers=AnswersFactory(name="Sam", phone="+31205551234"))
    of_anna, of_kim = browser_of(anna), browser_of(kim)

    # Anna takes one; Kim sees that, and takes the other.
    of_anna.goto(details(first))
    press(of_anna, say("Take this callback"))
    of_kim.goto("/admin/callbacks/")
    expect(of_kim.get_by_role("row", name=re.compile(f"{first}\\b"))).to_contain_text("Anna")
    of_kim.goto(details(second))
    press(of_kim, other("Take this callback"))

    # Nobody answers Kim: one click, and the next attempt is planned.
    press(of_kim, other("No answer"))
    of_kim.goto("/admin/callbacks/?show=retry")
    expect(of_kim.locator(".desk-queue__link")).to_have_count(1)
    assert Callback.objects.get(pk=second.pk).next_attempt_at is not None

    # Anna reads the story only when she asks for it, reaches the person, and passes her on.
    expect(of_anna.get_by_text(STORY)).to_have_count(0)
    of_anna.locator("[data-story-form] button").click()
    expect(of_anna.get_by_text(STORY)).to_be_visible()
    press(of_anna, say("Reached"))
    open_by(of_anna.get_by_role("link", name=say("Allocate to a mediator, and close")))
    assert violations(of_anna) == ""
    of_anna.get_by_label(say("Which mediator?")).select_option(label="Marja Voorbeeld")
    press(of_anna, say("Allocate"))
    of_anna.goto(details(first))
    of_anna.get_by_role("link", name=say("Open the handover sheet")).click()
    expect(of_anna.get_by_role("main")).to_contain_text("Marja Voorbeeld")
    expect(of_anna.get_by_role("main")).to_contain_text("Noor")
    of_anna.set_viewport_size(PHONE)
    assert violations(of_anna) == ""
    assert sticking_out(of_anna) == ""
    press(of_anna, say("I gave %(mediator)s the sheet") % {"mediator": "Marja Voorbeeld"})
    expect(of_anna.get_by_role("main")).to_contain_text("Marja Voorbeeld")
    assert Informed.objects.get().by == anna

    callback = Callback.objects.get(pk=first.pk)
    assert callback.state == CallbackState.DONE
    assert callback.registration.state == Lifecycle.ALLOCATED
    assert HandOver.objects.get().by == anna
    log = set(AccessLogEntry.objects.filter(user=anna).values_list("action", flat=True))
    assert {AccessAction.STORY_OPENED, AccessAction.ALLOCATED, AccessAction.SHEET_OPENED} <= log


def test_an_outcome_that_needs_a_mediator_asks_for_one_without_a_script(browser_of, say):
    anna = make_member(DESK, say.language, first_name="Anna")
    Mediator.objects.create(name="Marja Voorbeeld", email="marja@example.org")
    callback = CallbackFactory(claimed_by=anna, spoken=True)
    page = browser_of(anna, java_script_enabled=False)
    page.goto(details(callback))
    page.get_by_label(say("Allocated to a mediator")).check()
    page.locator("#id_close-note").fill("Belt graag na zes uur")
    press(page, say("Close with this outcome"))
    step = say("Nothing has been closed yet. This outcome has one more step: who takes it on?")
    expect(page.get_by_text(step)).to_be_visible()
    expect(page.get_by_label(say("Note from the desk"))).to_have_value("Belt graag na zes uur")
    page.get_by_label(say("Which mediator?")).select_option(label=say("No mediator yet"))
    press(page, say("Allocate"))
    callback.registration.refresh_from_db()
    assert callback.registration.state == Lifecycle.ALLOCATED
    assert callback.registration.desk_note == "Belt graag na zes uur"

    # It is on the home page, and from there one comes to the list and back to the callback.
    page.goto("/admin/")
    open_by(page.get_by_role("link", name=say("See everything that is not finished")))
    open_by(page.get_by_role("link", name=str(callback), exact=True))
    open_by(page.get_by_role("link", name=say("Choose a mediator")))
    page.get_by_label(say("Which mediator?")).select_option(label="Marja Voorbeeld")
    press(page, say("Allocate"))
    assert HandOver.objects.get().mediator is not None


def test_what_is_not_finished_is_accessible_and_fits_a_phone(browser_of, say):
    kim = make_member(COORDINATOR, say.language, first_name="Kim")
    for days in (2, 40):
        at = timezone.now() - timedelta(days=days)
        row = HandOverFactory(mediator=None, at=at, registration__state_changed_at=at)
        CallbackFactory(registration=row.registration, claimed_by=kim, done=True)
    page = browser_of(kim, viewport=PHONE)
    addresses = ("/admin/", reverse("registration_unfinished"), reverse("registration_retention"))
    for address in (
        *addresses,
        reverse("callbacks:hand_over", args=[Callback.objects.first().address]),
    ):
        page.goto(address)
        assert violations(page) == "", address
        assert sticking_out(page) == "", address


@pytest.mark.every_example
def test_a_callback_goes_from_hand_to_hand(browser_of, say):
    anna = make_member(DESK, say.language, first_name="Anna")
    kim = make_member(DESK, "en", first_name="Kim")
    callback = CallbackFactory(claimed_by=anna)
    of_anna, of_kim = browser_of(anna, java_script_enabled=False), browser_of(kim)
    of_anna.goto(details(callback))
    of_anna.get_by_text(say("Reassign to a colleague")).click()
    of_anna.get_by_label(say("Reassign to")).select_option(label=kim.get_full_name())
    press(of_anna, say("Reassign"))
    of_kim.goto("/admin/callbacks/?show=mine")
    expect(of_kim.locator(".desk-queue__link")).to_have_count(1)


def test_the_coordinator_shows_again_who_she_is_before_an_export(browser_of, say, site_guard):
    kim = make_member(COORDINATOR, say.language, first_name="Kim")
    page = browser_of(kim, viewport=PHONE)
    page.goto(reverse("registration_case_export"))
    expect(page.get_by_role("heading", level=1)).to_have_text(say("Show that it is you"))
    assert page.locator("html").get_attribute("lang") == say.language
    assert violations(page) == ""
    page.locator("input[name=password]").fill(STAFF_PASSWORD)
    press(page, say("Continue"))
    expect(page).to_have_url(re.compile(reverse("registration_case_export")))
    assert violations(page) == ""
    assert sticking_out(page) == ""


def test_privacy_duties_are_accessible(browser_of, say):
    kim = make_member(COORDINATOR, say.language, first_name="Kim")
    full = AnswersFactory(told_all=True, all_channels=True)
    callback = CallbackFactory(registration__answers=full, claimed_by=kim)
    page = browser_of(kim, viewport=PHONE)
    page.goto(reverse("privacy_duties:find"))
    page.locator("input[name=password]").fill(STAFF_PASSWORD)
    press(page, say("Continue"))
    number = callback.registration_id
    for name in ("find", "person", "correct", "erase"):
        page.goto(reverse(f"privacy_duties:{name}", args=[] if name == "find" else [number]))
        assert violations(page) == "", name
        assert sticking_out(page) == ""
    for name in ("registration_retention", "mediators:add", "region:index"):
        page.goto(reverse(name))
        assert violations(page) == "", name
