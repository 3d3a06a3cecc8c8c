"""The desk's screens in a browser: for everybody, without script, by keyboard, two at once."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from perspectief.staff.groups import ADMINISTRATION, COORDINATOR, DESK
from registration.models import (
    AccessLogEntry,
    Callback,
    ContactAttempt,
    MailWording,
    OpeningHours,
    OptionLabel,
    OutboundMail,
    PrivacyStatement,
    Role,
)
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import AttemptResult, CallbackState
from registration.vocabulary.mails import MailCode
from tests.e2e.desk_member import log_in, make_member
from tests.e2e.registration_journey import press_on
from tests.registration.factories import AnswersFactory, CallbackFactory, ContactAttemptFactory
from tests.support.accessibility import violations_in_both_schemes
from tests.support.answers import choose
from tests.support.next_page import open_by

DESKTOP = {"width": 1440, "height": 900}
TABLET = {"width": 768, "height": 1024}
# The area of Wagtail's text editor has no name. Nothing else of a page is left out.
WAGTAIL_WIDGETS = (".public-DraftEditor-content",)

pytestmark = pytest.mark.usefixtures("desk_never_closes")


@pytest.fixture
def browser_of(new_context, live_server) -> Callable[..., Page]:
    """Open a browser in which somebody is logged in."""

    def open_browser(user, **options) -> Page:
        context: BrowserContext = new_context(**options)
        log_in(context, user, live_server.url)
        return context.new_page()

    return open_browser


@pytest.fixture
def anna():
    return make_member(DESK, "nl", first_name="Anna")


@pytest.fixture
def waiting():
    """A queue with one of each kind."""
    full = AnswersFactory(told_all=True, all_channels=True, first_name_only=True)
    return [
        CallbackFactory(overdue=True, registration__is_demo=True, registration__flags=["honeypot"]),
        CallbackFactory(registration__answers=full, due_at=timezone.now() + timedelta(minutes=5)),
        CallbackFactory(letter=True, registration__language="en"),
        CallbackFactory(needs_coordinator=True),
        CallbackFactory(claimed_by=make_member(DESK, "nl", first_name="Bo"), attempt_count=2),
    ]


def check(page: Page, exclude: tuple[str, ...] = ()) -> None:
    """Assert that axe finds nothing, in both schemes."""
    assert violations_in_both_schemes(page, exclude) == ""


def details(callback) -> str:
    return reverse("callbacks:details", args=[callback.address])


class TestAccessibility:
    @pytest.mark.parametrize("language", ["nl", "en"])
    @pytest.mark.parametrize("viewport", [TABLET, DESKTOP], ids=["tablet", "desktop"])
    def test_the_screens_of_the_queue(self, browser_of, waiting, language, viewport):
        anna = make_member(DESK, language, first_name="Anna")
        page = browser_of(anna, viewport=viewport)
        page.goto("/admin/")
        check(page)
        page.goto("/admin/callbacks/")
        assert page.locator("html").get_attribute("lang") == language
        check(page)
        page.goto("/admin/callbacks/?show=mine")
        check(page)
        for callback in (waiting[0], waiting[3], waiting[4]):
            page.goto(details(callback))
            check(page)
        taken = waiting[1]
        Callback.objects.filter(pk=taken.pk).update(claimed_by=anna, attempt_count=3)
        for days in (3, 2, 1):
            made_at = timezone.now() - timedelta(days=days)
            ContactAttemptFactory(
                callback=taken, made_by=anna, made_at=made_at, note="Later opnieuw"
            )
        page.goto(details(taken))
        expect(page.locator("#desk-message-heading")).to_be_visible()
        page.locator("[data-story-form] button").click()
        expect(page.locator("#desk-story-text")).to_be_focused()
        check(page)
        attempt = page.locator("section[aria-labelledby=desk-attempt-heading]")
        with_note = attempt.locator("details").first
        with_note.locator("summary").click()
        page.locator("input[name=next_time]").fill("10:00")
        with_note.locator("button").click()
        expect(page.get_by_role("alert")).to_be_visible()
        check(page)
        Callback.objects.filter(pk=taken.pk).update(state=CallbackState.DONE)
        page.goto(details(taken))
        check(page)

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_the_screens_of_the_coordinator(self, browser_of, waiting, language):
        OutboundMail.objects.create(code=MailCode.CONFIRMATION, failed_at=timezone.now())
        page = browser_of(make_member(COORDINATOR, language))
        rows = {
            "role": Role.objects.first(),
            "optionlabel": OptionLabel.objects.first(),
            "mail_wording": MailWording.objects.first(),
            "opening_hours": OpeningHours.objects.first(),
            "privacy_statements": PrivacyStatement.objects.first(),
        }
        paths = [
            "/admin/",
            "/admin/outgoing-mail/",
            "/admin/closed_days/",
            "/admin/closed_days/new/",
        ]
        paths.append("/admin/settings/registration/attemptpolicy/")
        for name, row in rows.items():
            paths += [reverse(f"{name}:index"), reverse(f"{name}:edit", args=[row.pk])]
        for path in paths:
            page.goto(path)
            check(page, WAGTAIL_WIDGETS)
        page.goto(details(waiting[4]))
        page.locator("form[action$='/read/'] button").click()
        expect(page.locator(".desk-script").first).to_be_visible()
        check(page)

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_the_screens_of_the_administrator(self, browser_of, language):
        AccessLogEntry.objects.create(
            username="anna", registration_number=1, action=AccessAction.VIEWED
        )
        page = browser_of(make_member(ADMINISTRATION, language))
        for path in (
            "/admin/access-log/",
            "/admin/outgoing-mail/",
            "/admin/privacy_statements/new/",
            "/admin/settings/registration/promisesettings/",
            "/admin/settings/registration/retentionsettings/",
        ):
            page.goto(path)
            check(page, WAGTAIL_WIDGETS)


class TestCalling:
    def test_without_script_a_callback_is_taken_tried_and_closed(self, browser_of, anna):
        callback = CallbackFactory(
            registration__answers=AnswersFactory(organisation_may_be_named=True, all_channels=True)
        )
        page = browser_of(anna, java_script_enabled=False)
        page.goto("/admin/callbacks/")
        open_by(page.get_by_role("link", name=f"Terugbelverzoek {callback}"))
        page.get_by_role("button", name="Pak dit terugbelverzoek op").click()
        expect(page.get_by_role("link", name="030 234 5678")).to_have_attribute(
            "href", "tel:+31-30-234-5678"
        )
        page.get_by_role("button", name="Bereikt", exact=True).click()
        expect(page.get_by_text("De poging is vastgelegd.")).to_be_visible()
        choose(page, "Een andere dienst past beter")
        page.get_by_role("button", name="Sluit af met deze uitkomst").click()
        expect(page.get_by_text("Hier wacht niets.")).to_be_visible()
        assert ContactAttempt.objects.get().result == AttemptResult.REACHED
        assert Callback.objects.get().state == CallbackState.DONE

    def test_by_keyboard_alone_an_attempt_is_recorded(self, browser_of, anna):
        callback = CallbackFactory()
        page = browser_of(anna)
        page.goto("/admin/callbacks/")
        press_on(page, page.get_by_role("link", name=f"Terugbelverzoek {callback}"), "Enter")
        page.wait_for_url(re.compile(rf"/callbacks/{callback.address}/$"))
        press_on(page, page.get_by_role("button", name="Pak dit terugbelverzoek op"), "Enter")
        press_on(page, page.get_by_role("button", name="Niet opgenomen"), "Enter")
        expect(page.get_by_text("De poging is vastgelegd.")).to_be_visible()
        assert ContactAttempt.objects.get().result == AttemptResult.NO_ANSWER

    def test_words_to_send_are_copied_with_one_click(self, browser_of, anna):
        callback = CallbackFactory(
            claimed_by=anna,
            registration__answers=AnswersFactory(all_channels=True, first_name_only=True),
        )
        page = browser_of(anna, permissions=["clipboard-read", "clipboard-write"])
        page.goto(details(callback))
        page.get_by_role("button", name="Kopieer").first.click()
        expect(page.get_by_role("status").filter(has_text="Gekopieerd")).to_be_attached()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == "Hallo, met Anna. Ik probeer het een andere keer weer. Dag."

    def test_a_callback_changes_hands_between_two_browsers(self, browser_of, anna):
        bo = make_member(DESK, "en", first_name="Bo")
        callback = CallbackFactory(registration__answers=AnswersFactory(name="Noor"))
        page = browser_of(anna, java_script_enabled=False)
        page.goto(details(callback))
        page.get_by_role("button", name="Pak dit terugbelverzoek op").click()
        page.get_by_text("Geef aan een collega").click()
        page.get_by_label("Geef aan", exact=True).select_option("Bo")
        page.get_by_role("button", name="Geef", exact=True).click()
        expect(page.get_by_text(f"Bo heeft terugbelverzoek {callback} nu.")).to_be_visible()
        hers = browser_of(bo)
        hers.goto("/admin/callbacks/?show=mine")
        hers.get_by_role("link", name=f"Callback {callback}").click()
        expect(hers.locator("#desk-person-heading")).to_be_visible()

    def test_without_script_a_story_opens_and_a_mistake_is_taken_back(self, browser_of, anna):
        callback = CallbackFactory(
            claimed_by=anna, registration__answers=AnswersFactory(told_all=True)
        )
        page = browser_of(anna, java_script_enabled=False)
        page.goto(details(callback))
        expect(page.locator("#desk-story-text")).to_have_count(0)
        page.get_by_role("button", name="Open het verhaal").click()
        expect(page.locator("#desk-story-text")).to_be_visible()
        page.get_by_role("button", name="Niet opgenomen").click()
        # By keyboard: Wagtail lays a notice about scripts over its own messages.
        page.get_by_role("link", name="Vergist?").press("Enter")
        page.get_by_role("button", name="Draai de poging terug").click()
        expect(page.get_by_text("Het terugbelverzoek is weer van jou.")).to_be_visible()
        assert not ContactAttempt.objects.exists()

    def test_of_two_who_look_at_once_one_gets_it(self, browser_of, anna):
        bo = make_member(DESK, "en", first_name="Bo")
        callback = CallbackFactory(registration__answers=AnswersFactory(name="Noor"))
        pages = [browser_of(anna), browser_of(bo)]
        for page in pages:
            page.goto(details(callback))
            expect(page.locator("body")).not_to_contain_text("Noor")
        pages[0].get_by_role("button", name="Pak dit terugbelverzoek op").click()
        expect(pages[0].locator("#desk-person-heading")).to_be_visible()
        pages[1].get_by_role("button", name="Take this callback").click()
        expect(
            pages[1].get_by_text(f"Anna was just ahead of you and has taken callback {callback}.")
        ).to_be_visible()
        expect(pages[1].locator("body")).not_to_contain_text("Noor")
        assert Callback.objects.get().claimed_by == anna

    def test_a_code_on_the_telephone_leads_to_the_callback_and_is_in_no_address(
        self, browser_of, anna
    ):
        callback = CallbackFactory(registration__code="H7K-4MR")
        page = browser_of(anna)
        visited: list[str] = []
        page.on("framenavigated", lambda frame: visited.append(frame.url))
        page.goto("/admin/callbacks/")
        page.get_by_label("Nummer, code, telefoonnummer of e-mailadres").fill("h7k 4mr")
        page.get_by_role("button", name="Zoek", exact=True).click()
        expect(page).to_have_url(re.compile(rf"/callbacks/{callback.address}/$"))
        assert not any("h7k" in url.lower() for url in visited)
