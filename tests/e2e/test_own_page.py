"""A person opens their own page in a real browser, and changes, pauses, withdraws or deletes."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from registration.casework.receipts import Receipt
from registration.casework.submission import Submission, submit_registration
from registration.models import OwnPageVisit, Registration
from registration.public_pages.models import OwnRegistrationPage
from registration.vocabulary.lifecycle import Lifecycle
from tests.e2e.registration_journey import go_on, press_on, type_into
from tests.home.factories import translate
from tests.registration.factories import AnswersFactory
from tests.support.next_page import open_by
from tests.support.page_fit import sticking_out
from tests.support.site_tree import SiteTree

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


@dataclass(frozen=True)
class Words:
    """What the pages say in one language."""

    address: str
    code: str
    secret_words: str
    open_page: str
    change: str
    phone: str
    save: str
    saved: str
    pause: str
    go_on_again: str
    withdraw: str
    erase: str
    erased: str
    not_recognised: str


WORDS = {
    "nl": Words(
        address="/jouw-aanmelding/",
        code="Je code",
        secret_words="Je geheime woorden",
        open_page="Open mijn pagina",
        change="Verander hoe en wanneer we je bereiken",
        phone="Op welk nummer mogen we bellen?",
        save="Bewaar mijn veranderingen",
        saved="Opgeslagen. Het aanmeldpunt ziet je verandering meteen.",
        pause="Zet mijn aanmelding op pauze",
        go_on_again="Ga weer verder",
        withdraw="Trek mijn aanmelding in",
        erase="Wis al mijn gegevens",
        erased="We hebben je gegevens gewist.",
        not_recognised="Deze combinatie kennen we niet.",
    ),
    "en": Words(
        address="/en/your-registration/",
        code="Your code",
        secret_words="Your secret words",
        open_page="Open my page",
        change="Change how and when we reach you",
        phone="What phone number can we call?",
        save="Save my changes",
        saved="Saved. The registration desk can see your change straight away.",
        pause="Pause my registration",
        go_on_again="Resume",
        withdraw="Withdraw my registration",
        erase="Delete all my data",
        erased="We have deleted your data.",
        not_recognised="We do not recognise this combination.",
    ),
}


@pytest.fixture
def own_page(site_tree: SiteTree) -> None:
    """The page in both languages."""
    page = site_tree.home.add_child(
        instance=OwnRegistrationPage(
            title="Jouw aanmelding", slug="jouw-aanmelding", intro="Kijk hoe het staat."
        )
    )
    translate(page, "Your registration", "your-registration")


@pytest.fixture
def receipt(own_page: None) -> Receipt:
    """What somebody saw after registering."""
    answers = AnswersFactory(organisation_may_be_named=True, all_channels=True)
    return submit_registration(Submission(answers=answers, language="nl", key=uuid.uuid4()))


def enter(page: Page, language: str, receipt: Receipt) -> None:
    """Open the own page with code and words."""
    words = WORDS[language]
    page.goto(words.address)
    page.get_by_label(words.code).fill(receipt.reference.lower())
    page.get_by_label(words.secret_words).fill(receipt.secret_words.title())
    go_on(page, words.open_page)


def walk(page: Page, language: str, receipt: Receipt) -> None:
    """Change a number, pause, go on, withdraw and delete."""
    words = WORDS[language]
    enter(page, language, receipt)
    open_by(page.get_by_role("link", name=words.change))
    page.get_by_label(words.phone).fill("06 12345678")
    go_on(page, words.save)
    expect(page.locator("main [role=status]")).to_contain_text(words.saved)
    assert Registration.objects.get().read_answers().unverified == ("phone",)
    go_on(page, words.pause)
    assert Registration.objects.get().state == Lifecycle.PAUSED
    go_on(page, words.go_on_again)
    assert Registration.objects.get().state == Lifecycle.RECEIVED
    open_by(page.get_by_role("link", name=words.withdraw))
    go_on(page, words.withdraw)
    assert Registration.objects.get().state == Lifecycle.WITHDRAWN
    open_by(page.get_by_role("link", name=words.erase))
    go_on(page, words.erase)
    expect(page.locator("main [role=status]")).to_contain_text(words.erased)
    assert not Registration.objects.exists()


@LANGUAGES
def test_a_person_stays_in_control(receipt: Receipt, page: Page, language: str):
    walk(page, language, receipt)


@LANGUAGES
def test_without_script_too(receipt: Receipt, page_without_script: Page, language: str):
    walk(page_without_script, language, receipt)


def test_with_the_keyboard_only(receipt: Receipt, page: Page):
    words = WORDS["nl"]
    page.goto(words.address)
    type_into(page, page.get_by_label(words.code), receipt.reference)
    type_into(page, page.get_by_label(words.secret_words), receipt.secret_words)
    press_on(page, page.get_by_role("button", name=words.open_page), "Enter")
    press_on(page, page.get_by_role("link", name=words.withdraw), "Enter")
    press_on(page, page.get_by_role("button", name=words.withdraw), "Enter")
    expect(page.locator("main [role=status]")).to_be_visible()
    assert Registration.objects.get().state == Lifecycle.WITHDRAWN


@LANGUAGES
def test_every_state_is_accessible_and_fits_a_small_phone(
    receipt: Receipt, page: Page, assert_accessible: Callable[[Page], None], language: str
):
    words = WORDS[language]
    page.set_viewport_size({"width": 320, "height": 700})

    def check() -> None:
        assert_accessible(page)
        assert sticking_out(page) == ""

    page.goto(words.address)
    check()
    page.get_by_label(words.code).fill("H7K-4MR")
    page.get_by_label(words.secret_words).fill("tulp kasteel")
    go_on(page, words.open_page)
    expect(page.locator("[data-error-summary]")).to_contain_text(words.not_recognised)
    check()
    enter(page, language, receipt)
    check()
    open_by(page.get_by_role("link", name=words.change))
    check()
    page.get_by_label(words.phone).fill("06 12")
    go_on(page, words.save)
    expect(page.locator("[data-error-summary]")).to_be_focused()
    check()
    page.goto(words.address)
    open_by(page.get_by_role("link", name=words.erase))
    check()
    go_on(page, words.erase)
    check()


@LANGUAGES
def test_a_warning_comes_before_the_page_closes_and_more_time_loses_nothing(
    receipt: Receipt, page: Page, language: str
):
    words = WORDS[language]
    page.clock.install()
    enter(page, language, receipt)
    open_by(page.get_by_role("link", name=words.change))  # the script counts from here
    page.get_by_label(words.phone).fill("06 12")
    warning = page.get_by_role("alertdialog")
    page.clock.fast_forward("14:00")
    expect(warning).to_be_hidden()
    page.clock.fast_forward("01:30")
    expect(warning).to_be_visible()
    expect(warning).to_contain_text("5 minut")
    page.keyboard.press("Enter")  # the button for more time has the focus
    expect(warning).to_be_hidden()
    expect(page.get_by_label(words.phone)).to_have_value("06 12")
    OwnPageVisit.objects.update(expires_at=timezone.now())
    page.clock.fast_forward("20:10")
    expect(page.get_by_label(words.secret_words)).to_be_visible()
    assert "06 12" not in page.content()


@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_warning_fits_a_small_phone_also_in_forced_colours(
    receipt: Receipt, page: Page, assert_accessible: Callable[[Page], None], colours: str
):
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(forced_colors=colours)
    page.clock.install()
    enter(page, "nl", receipt)
    page.clock.fast_forward("17:30")
    warning = page.get_by_role("alertdialog")
    expect(warning).to_be_visible()
    box = warning.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.clock.resume()
    assert_accessible(page)
