"""Whoever follows a link in a mail, as it stands there, comes to the page that it promises.

What mails there are is not listed here: it is what the site, allauth and Wagtail have. A new kind
of mail fails these tests until somebody says how it comes about and where its links lead.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import allauth
import pytest
import wagtail.admin
from django.conf import settings
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect
from wagtail.models import PageSubscription

import perspectief
from home.models import HomePage
from perspectief.staff import account_requests
from perspectief.staff.models import RequestKind
from registration.casework.submission import Submission, submit_registration
from registration.mail import to_colleagues, to_professionals, to_registrants, to_visitors
from registration.mail.delivery import deliver_due
from registration.mail.enqueueing import enqueue
from registration.models import Callback, Informed, OutboundMail
from registration.rules.contact_policy import policy_for
from registration.rules.mail_wording import PLACEHOLDERS
from registration.rules.promised import Promised
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.mails import MailCode
from tests.e2e.desk_member import make_member
from tests.e2e.registration_journey import WORDS
from tests.e2e.test_saved_drafts import BUTTONS, expect_answers, stop_in_the_middle
from tests.home.factories import ContentPageFactory, plant_site
from tests.perspectief.staff.account_parts import deliver, mails_to
from tests.registration.factories import (
    STAFF_PASSWORD,
    AnswersFactory,
    CallbackFactory,
    RegistrationFactory,
)
from tests.registration.handover.factories import MediatorFactory
from tests.registration.own_page.conftest import plant_own_page
from tests.registration.referral.factories import ReferralFactory
from tests.support.next_page import open_by
from tests.support.site_tree import SiteTree
from tests.support.smtp_server import Mailbox

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
LINK = re.compile(r"\w+://\S+")
LINK_PLACEHOLDERS = {"link", "admin_link", "own_page"}
#: Mails about accounts have templates of their own, whose links are followed below.
WORDED = set(MailCode) - {MailCode.ACCOUNT}
WITH_LINK = {code for code in WORDED if PLACEHOLDERS[code] & LINK_PLACEHOLDERS}
NOW_AND_THEN = timedelta(days=1)


def links_in(text: str) -> list[str]:
    """Return every link in the text of a mail, as it stands there."""
    return LINK.findall(text)


def only_text(mailbox: Mailbox) -> str:
    """Send what waits through the mail server, and return the text of the one mail."""
    assert deliver_due() == 1
    (message,) = mailbox.messages
    body = message.get_body(("plain",))
    assert body is not None
    return body.get_content()


def log_in(page: Page, username: str) -> None:
    """Log in at the form that stands between a link and its page."""
    page.get_by_label("Gebruikersnaam of e-mailadres").fill(username)
    page.get_by_label("Wachtwoord").fill(STAFF_PASSWORD)
    open_by(page.get_by_role("button", name="Inloggen", exact=True))


# --- Mails to people: how each of them comes about ------------------------------------------------


def confirm(
    language: str,
    *,
    neutral: bool = False,
    source: str = "self",
    helped: bool = False,
    **given: str,
) -> None:
    """Enqueue a confirmation, also to who gave other answers."""
    how = {"first_name_only": True} if neutral else {"organisation_may_be_named": True}
    answers = AnswersFactory(all_channels=True, helped=helped, **how, **given)
    confirmation = to_registrants.confirmation(
        RegistrationFactory(answers=answers, language=language, source=source),
        answers,
        policy_for(answers, neutral_mail_available=True),
        Promised(task_kind=TaskKind.CALL, before=timezone.now() + NOW_AND_THEN),
    )
    assert enqueue(confirmation)


def receive_referral(language: str) -> None:
    """Enqueue the receipt to a professional."""
    receipt = to_professionals.referral_receipt(
        RegistrationFactory(language=language),
        ReferralFactory(),
        "H7K-4MR",
        Promised(task_kind=TaskKind.CALL, before=timezone.now() + NOW_AND_THEN),
    )
    assert enqueue(receipt)


def say_we_tried(language: str, *, neutral: bool = False) -> None:
    """Enqueue the mail to somebody whom we could not reach."""
    how = {"first_name_only": True} if neutral else {"organisation_may_be_named": True}
    answers = AnswersFactory(all_channels=True, **how)
    tried = to_registrants.tried(
        CallbackFactory(registration__answers=answers, registration__language=language),
        answers,
        policy_for(answers, neutral_mail_available=True),
        timezone.now() + NOW_AND_THEN,
    )
    assert enqueue(tried)


def remind(language: str, *, says_who: bool) -> None:
    """Enqueue a reminder."""
    reminder = to_visitors.reminder(
        "noor@example.org", says_who=says_who, language=language, code_hash=str(uuid4())
    )
    assert enqueue(reminder)


def say_farewell(language: str, *, neutral: bool = False, erases: bool = False) -> None:
    """Enqueue the last mail to somebody."""
    recipient = to_registrants.Recipient(
        address="noor@example.org", language=language, is_neutral=neutral
    )
    now = timezone.now()
    farewell = (
        to_registrants.erased(recipient, "H7K4-MRC9", now)
        if erases
        else to_registrants.withdrawn(RegistrationFactory(language=language), recipient, now)
    )
    assert enqueue(farewell)


WITHOUT_LINK: dict[MailCode, Callable[[str], None]] = {
    MailCode.CONFIRMATION_NEUTRAL: lambda language: confirm(language, neutral=True),
    MailCode.CONFIRMATION_NEUTRAL_OTHER: lambda language: confirm(
        language, neutral=True, helped=True, who_to_call="call_person"
    ),
    MailCode.CONFIRMATION_HELPER: lambda language: confirm(language, helped=True),
    MailCode.QUESTION_RECEIVED: lambda language: confirm(language, source="question"),
    MailCode.REFERRAL_RECEIVED: receive_referral,
    MailCode.REMINDER: lambda language: remind(language, says_who=True),
    MailCode.REMINDER_NEUTRAL: lambda language: remind(language, says_who=False),
    MailCode.TRIED: say_we_tried,
    MailCode.TRIED_NEUTRAL: lambda language: say_we_tried(language, neutral=True),
    MailCode.WITHDRAWN: say_farewell,
    MailCode.WITHDRAWN_NEUTRAL: lambda language: say_farewell(language, neutral=True),
    MailCode.ERASED: lambda language: say_farewell(language, erases=True),
    MailCode.ERASED_NEUTRAL: lambda language: say_farewell(language, neutral=True, erases=True),
}


@LANGUAGES
@pytest.mark.parametrize("code", sorted(WORDED - WITH_LINK))
@pytest.mark.django_db
def test_a_mail_that_needs_no_link_has_none(smtp_server: Mailbox, code: MailCode, language: str):
    WITHOUT_LINK[code](language)

    assert OutboundMail.objects.get().code == code
    assert links_in(only_text(smtp_server)) == []


# --- Mails with a link ----------------------------------------------------------------------------


def follow_to_saved_form(
    page: Page, new_context: Callable[..., BrowserContext], mailbox: Mailbox, language: str
) -> None:
    """Save a form, and go on with it on another device."""
    stop_in_the_middle(page, language)
    page.get_by_label(WORDS[language].email).fill("noor@example.org")
    page.get_by_role("button", name=BUTTONS[language]["link"]).click()
    expect(page.get_by_role("main").get_by_role("status")).to_be_visible()
    (link,) = links_in(only_text(mailbox))
    other = new_context().new_page()
    other.goto(link)
    open_by(other.get_by_role("button", name=BUTTONS[language]["go_on"], exact=True))
    expect_answers(other, language)


def follow_to_callback(
    enqueue: Callable[[Callback, str], None], and_to: str = ""
) -> Callable[..., None]:
    """Return what has a colleague follow the link of the mail that `enqueue` writes.

    A mail may have a second link, which leads to the path `and_to`.
    """

    def follow(
        page: Page, new_context: Callable[..., BrowserContext], mailbox: Mailbox, language: str
    ) -> None:
        colleague = make_member("Aanmeldpunt-coördinator", language)
        callback = CallbackFactory()
        enqueue(callback, language)
        link, *others = links_in(only_text(mailbox))
        page.goto(link)
        log_in(page, colleague.username)
        expect(page).to_have_url(link)
        expect(page.get_by_role("heading", level=1)).to_contain_text(str(callback))
        assert [urlsplit(other).path for other in others] == ([and_to] if and_to else [])
        for other in others:
            page.goto(other)
            expect(page).to_have_url(other)
            expect(page.get_by_text(str(callback)).first).to_be_visible()

    return follow


def follow_to_who_has_to_be_told(
    page: Page, new_context: Callable[..., BrowserContext], mailbox: Mailbox, language: str
) -> None:
    """Follow the link to the list on which a mediator of somebody who is deleted stands."""
    colleague = make_member("Aanmeldpunt-coördinator", language)
    mediator = MediatorFactory()
    informed = Informed.objects.create(
        registration_number=4, mediator=mediator, at=timezone.now(), erased_at=timezone.now()
    )
    enqueue(to_colleagues.informed_notice([informed]))
    (link,) = links_in(only_text(mailbox))
    page.goto(link)
    log_in(page, colleague.username)
    expect(page).to_have_url(link)
    expect(page.get_by_role("cell", name=mediator.name)).to_be_visible()


def follow_to_own_page(
    page: Page, new_context: Callable[..., BrowserContext], mailbox: Mailbox, language: str
) -> None:
    """Register, and open one's own page from the mail with the code and words of the screen."""
    plant_own_page(HomePage.objects.get(locale__language_code="nl"))
    answers = AnswersFactory(all_channels=True, organisation_may_be_named=True)
    receipt = submit_registration(Submission(answers=answers, language=language, key=uuid4()))
    OutboundMail.objects.exclude(code=MailCode.CONFIRMATION).delete()
    (link,) = links_in(only_text(mailbox))
    page.goto(link)
    page.get_by_label({"nl": "Je code", "en": "Your code"}[language]).fill(receipt.reference)
    page.get_by_label({"nl": "Je geheime woorden", "en": "Your secret words"}[language]).fill(
        receipt.secret_words
    )
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page).to_have_url(link)
    change = {"nl": "Verander hoe en wanneer", "en": "Change how and when"}[language]
    expect(page.get_by_role("link", name=change)).to_be_visible()


FOLLOWED: dict[MailCode, Callable[..., None]] = {
    MailCode.CONFIRMATION: follow_to_own_page,
    MailCode.CONTINUE_LINK: follow_to_saved_form,
    MailCode.DESK_NOTICE: follow_to_callback(
        lambda callback, language: enqueue(to_colleagues.desk_notice(callback))
    ),
    MailCode.DESK_CHANGE: follow_to_callback(
        lambda callback, language: enqueue(to_colleagues.change_notice(callback))
    ),
    MailCode.DESK_INFORMED: follow_to_who_has_to_be_told,
    MailCode.PROMISE_DIGEST: follow_to_callback(
        lambda callback, language: enqueue(
            to_colleagues.promise_digest(
                "kim@example.org", language, broken=[callback], ending=[], now=timezone.now()
            )
        ),
        and_to="/admin/callbacks/",
    ),
}


@LANGUAGES
@pytest.mark.parametrize("code", sorted(WITH_LINK))
def test_the_link_of_a_mail_leads_to_its_page(
    site_tree: SiteTree,
    page: Page,
    new_context: Callable[..., BrowserContext],
    smtp_server: Mailbox,
    code: MailCode,
    language: str,
):
    FOLLOWED[code](page, new_context, smtp_server, language)

    assert {mail.code for mail in OutboundMail.objects.all()} == {code}


# --- Mails that allauth sends about accounts ------------------------------------------------------

#: Of what nobody can do here: sign up, change an address, log in with a code.
NEVER_SENT = {
    "account/email/account_already_exists",
    "account/email/email_changed",
    "account/email/email_confirm",
    "account/email/email_confirmation",
    "account/email/email_confirmation_signup",
    "account/email/email_deleted",
    "account/email/login_code",
    "account/email/password_reset_code",
    "account/email/unknown_account",
}
#: They say what happened, and lead nowhere.
TOLD = {
    "account/email/password_changed",
    "account/email/password_reset",
    "account/email/password_set",
    "mfa/email/recovery_codes_generated",
    "mfa/email/totp_activated",
    "mfa/email/totp_deactivated",
    "mfa/email/webauthn_added",
    "mfa/email/webauthn_removed",
}
WITH_PASSWORD_LINK = {"account/email/password_reset_key"}


def mails_of_allauth() -> dict[str, str]:
    """Return the sources of all mails of the parts of allauth that are installed, by name."""
    templates = Path(allauth.__file__).parent / "templates"
    return {
        f"{folder}/{path.name.removesuffix('_message.txt')}": path.read_text(encoding="utf-8")
        for folder in ("account/email", "mfa/email")
        for path in (templates / folder).glob("*_message.txt")
        if path.name != "base_message.txt"
    }


def test_every_mail_about_accounts_is_known():
    assert not {app for app in settings.INSTALLED_APPS if app.startswith("allauth.")} - {
        "allauth.account",
        "allauth.mfa",
        "allauth.usersessions",
    }
    assert set(mails_of_allauth()) == NEVER_SENT | TOLD | WITH_PASSWORD_LINK


@pytest.mark.parametrize("name", sorted(TOLD))
def test_a_mail_that_tells_of_a_change_has_no_link(name: str):
    assert "url" not in mails_of_allauth()[name].casefold()


def test_the_link_for_a_new_password_leads_to_its_form(
    site_tree: SiteTree, page: Page, new_context: Callable[..., BrowserContext]
):
    colleague = make_member("Communicatie", "nl")
    page.goto("/staff/password/reset/")
    page.get_by_label("E-mail").fill(colleague.email)
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url("**/done/")
    deliver()
    (message,) = mail.outbox
    (link,) = links_in(message.body)
    other = new_context().new_page()

    other.goto(link)
    for field in other.locator("input[type=password]").all():
        field.fill("nog een lang wachtwoord")
    other.get_by_role("main").get_by_role("button").first.click()
    other.wait_for_url("**/key/done/")

    colleague.refresh_from_db()
    assert colleague.check_password("nog een lang wachtwoord")


@pytest.mark.django_db
def test_nobody_can_have_the_link_for_a_new_password_lead_elsewhere(client: Client):
    colleague = make_member("Communicatie", "nl")

    client.post("/staff/password/reset/", {"email": colleague.email}, headers={"host": "127.0.0.1"})

    deliver()
    (link,) = links_in(mail.outbox[0].body)
    assert link.startswith("http://testserver/staff/password/reset/key/")


# --- Mails of our own about accounts --------------------------------------------------------------


def test_the_mails_about_accounts_with_a_link_are_known():
    folder = Path(perspectief.__file__).parent / "templates/staff/mail"
    with_link = {path.stem for path in folder.glob("*.txt") if "{{ link }}" in path.read_text()}
    # The first is followed in test_new_colleague.py, from the form to the desk.
    assert with_link == {"start_link", "request_asked", "request_decided"}


@LANGUAGES
def test_the_links_about_a_request_lead_to_it(live_server, page: Page, language: str):
    plant_site()
    asker = make_member("Beheer", language)
    coordinator = make_member("Aanmeldpunt-coördinator", language)
    colleague = make_member("Communicatie", language, first_name="Tess", last_name="Bos")
    group = Group.objects.get(name="Aanmeldpunt")
    request = account_requests.ask(RequestKind.MEMBERSHIP, colleague, asker, group=group)
    account_requests.decide(request, coordinator, says_yes=True)
    links = [link for mail in mails_to(coordinator.email) for link in links_in(mail["body"])]
    assert len(links) == 2

    page.goto(links[0])
    log_in(page, coordinator.username)
    page.wait_for_url("**/staff/reauthenticate/**")  # before anything that cannot be undone
    page.get_by_label({"nl": "Wachtwoord", "en": "Password"}[language]).fill(STAFF_PASSWORD)
    page.get_by_role("button", name={"nl": "Ga verder", "en": "Continue"}[language]).click()
    page.wait_for_url(links[0])
    for link in links:
        page.goto(link)
        expect(page).to_have_url(link)
        expect(page.get_by_text("Tess Bos").first).to_be_visible()


# --- Mails that Wagtail sends to editors ----------------------------------------------------------


def test_the_only_mail_of_wagtail_is_about_comments():
    folder = Path(wagtail.admin.__file__).parent / "templates/wagtailadmin/notifications"
    names = {path.stem for path in folder.glob("*.txt") if not path.stem.endswith("_subject")}
    of_workflows = {"approved", "rejected"} | {
        f"{what}_state_{state}"
        for what in ("task", "workflow")
        for state in ("approved", "rejected", "submitted")
    }
    assert names == {"base", "updated_comments"} | of_workflows
    assert not settings.WAGTAIL_WORKFLOW_ENABLED
    assert not settings.WAGTAIL_PASSWORD_RESET_ENABLED


def test_the_links_of_a_mail_about_a_comment_lead_to_the_page_and_to_the_settings(
    live_server, page: Page
):
    writer, reader = (make_member("Communicatie", "nl") for _each in range(2))
    article = ContentPageFactory(parent=plant_site(), title="Over ons", slug="over-ons")
    PageSubscription.objects.create(page=article, user=reader, comment_notifications=True)
    edit_url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    client = Client()
    client.force_login(writer)
    fields = client.get(edit_url).context["form"]
    answer = client.post(
        edit_url,
        {
            "title": article.title,
            "slug": article.slug,
            "intro": article.intro,
            **{f"{stream}-count": "0" for stream in ("body", "action", "related")},
            **{
                f"{formset.prefix}-{name}": "0"
                for formset in fields.formsets.values()
                for name in ("TOTAL_FORMS", "INITIAL_FORMS")
            },
            "comments-TOTAL_FORMS": "1",
            "comments-0-text": "Klopt dit nog?",
            "comments-0-contentpath": "title",
            "comments-0-position": "",
            "comments-0-DELETE": "",
            "comments-0-resolved": "",
            "comments-0-replies-TOTAL_FORMS": "0",
            "comments-0-replies-INITIAL_FORMS": "0",
        },
    )
    assert answer.status_code == 302
    (message,) = mail.outbox
    to_page, to_settings = links_in(message.body)

    page.goto(to_page)
    log_in(page, reader.username)
    expect(page).to_have_url(to_page)
    expect(page.locator("#id_title")).to_have_value("Over ons")
    page.goto(to_settings)
    expect(page.get_by_role("tab", name="Notificaties", selected=True)).to_be_visible()
