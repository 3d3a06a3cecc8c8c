"""One phone number: communications staff change it once, and nobody reads or hears the old one."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from home.figures.in_text import with_figures
from perspectief import cache_generation, last_known_phone
from perspectief.contact_details import INITIAL_PHONE, ContactDetails
from perspectief.phone_number import phone_number
from perspectief.staff.groups import COMMUNICATION, COORDINATOR
from registration.desk.callback.script import referral_words, spoken_words
from registration.forms.about_you import AboutYouForm
from registration.journey.csrf_recovery import why_refused
from registration.journey.sending import flood_message
from registration.mail import to_visitors
from registration.mail.delivery import deliver_due
from registration.mail.enqueueing import enqueue
from registration.models import MailWording
from registration.rules.mail_wording import body_problems
from registration.vocabulary.mails import MailCode
from tests.registration.factories import EMAIL, StaffFactory

ROOT = Path(django_settings.BASE_DIR)
NEW = {"phone_nl": "088-1234567", "phone_en": "+31 88 123 45 67"}
LIST_FILES = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
SEARCHED = (":!tests", ":!docs", ":!home/demo_content")
OLD = re.compile(r"30\W{0,40}234\W{0,40}00\W{0,40}45")
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


@pytest.fixture(autouse=True)
def _nothing_remembered(settings, tmp_path, monkeypatch) -> None:
    settings.LAST_KNOWN_PHONE_FILE = tmp_path / "phone.json"
    monkeypatch.setattr(last_known_phone, "_remembered", {})
    # Tests roll back instead of committing, so what waits for a commit runs at once.
    monkeypatch.setattr(cache_generation, "after_commit", lambda function: function())


@pytest.fixture
def log_in(client):
    def log_in_member_of(group):
        user = StaffFactory(admin_language="en")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)

    return log_in_member_of


@pytest.fixture
def address(db) -> str:
    """The screen on which the number is changed."""
    row = ContactDetails.objects.get()
    return reverse("wagtailsettings:edit", args=["perspectief", "contactdetails", row.pk])


@pytest.fixture
def changed(db) -> None:
    """The number that people call now, after the old one was shown everywhere."""
    phone_number("nl")
    row = ContactDetails.objects.get()
    row.phone_nl, row.phone_en = NEW.values()
    row.save()


def new(language: str) -> str:
    """Return the changed number as readers of a language read it."""
    return NEW[f"phone_{language}"]


# --- Who changes it -------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_new_site_has_the_number_to_begin_with():
    assert ContactDetails.objects.get().phones == INITIAL_PHONE
    ContactDetails.objects.all().delete()
    assert phone_number("en") == INITIAL_PHONE["en"]


def test_communications_staff_change_the_number_and_visitors_read_it_at_once(
    site_tree, client, log_in, address
):
    assert INITIAL_PHONE["nl"] in client.get("/").content.decode()
    log_in(COMMUNICATION)
    assert "Every page, form, e-mail" in client.get(address).content.decode()
    assert client.post(address, NEW).status_code == 302
    client.logout()
    for path, language in (("/", "nl"), ("/en/", "en")):
        html = client.get(path).content.decode()
        assert new(language) in html
        assert 'href="tel:+31881234567"' in html
        assert not OLD.search(html)


def test_others_do_not_change_it(client, log_in, address):
    log_in(COORDINATOR)
    client.post(address, NEW)
    assert ContactDetails.objects.get().phones == INITIAL_PHONE


def test_two_different_numbers_are_refused(client, log_in, address):
    log_in(COMMUNICATION)
    response = client.post(address, {**NEW, "phone_en": "+31 88 123 45 68"})
    assert "This is not the same number as in Dutch." in response.content.decode()
    assert ContactDetails.objects.get().phones == INITIAL_PHONE


@pytest.mark.parametrize("phone", ["088-12", "abc", ""])
def test_half_a_number_is_refused(phone: str):
    with pytest.raises(ValidationError):
        ContactDetails(phone_nl=phone, phone_en=NEW["phone_en"]).full_clean()


# --- Where it is read and heard -------------------------------------------------------------------


@LANGUAGES
@pytest.mark.parametrize("role", ["home", "registration", "question", "privacy", "not_yet"])
def test_every_page_has_the_changed_number(site_tree, changed, client, role: str, language: str):
    page = getattr(site_tree, role)
    page = page if language == "nl" else site_tree.english(page)
    html = client.get(page.url).content.decode()
    assert new(language) in html
    assert not OLD.search(html)


def test_search_engines_are_told_the_changed_number(site_tree, changed, client):
    html = client.get("/").content.decode()
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    organisation = json.loads(told)["@graph"][0]
    assert organisation["telephone"] == "+31881234567"


@pytest.mark.parametrize("address", ["/bestaat-niet/", "/en/does-not-exist/"])
def test_a_page_that_is_not_there_names_the_changed_number(changed, client, address: str):
    html = client.get(address).content.decode()
    assert new("en" if address.startswith("/en/") else "nl") in html
    assert not OLD.search(html)


@LANGUAGES
def test_editors_name_the_number_in_their_texts(changed, language: str):
    with translation.override(language):
        assert with_figures("<b> [[phone]]") == f"&lt;b&gt; {new(language)}"


@LANGUAGES
@pytest.mark.usefixtures("changed", "site_tree")
def test_what_forms_say_names_the_changed_number(rf, language: str):
    with translation.override(language):
        said = [flood_message(phone_number()), why_refused(rf.post("/"))]
        said.append(str(AboutYouForm().fields["for_whom"].help_text))
    assert [new(language) in sentence for sentence in said] == [True] * 3


@LANGUAGES
def test_what_the_desk_says_and_sends_names_the_changed_number(changed, language: str):
    speech = spoken_words.Speech(staff_name="Sam", name="Noor", next_date=None, language=language)
    for words in (
        spoken_words.voicemail,
        spoken_words.last_voicemail,
        spoken_words.last_text_message,
        spoken_words.last_letter,
        spoken_words.mail,
    ):
        assert new(language) in words(speech)
    assert new(language) in referral_words.mail_to_referrer("Sam", language)


@LANGUAGES
def test_a_mail_names_the_changed_number(changed, language: str):
    enqueue(to_visitors.reminder(EMAIL, says_who=True, language=language, code_hash="x"))
    deliver_due()
    assert new(language) in mail.outbox[0].body
    assert not OLD.search(mail.outbox[0].body)


def test_a_neutral_mail_never_names_the_number(changed):
    code = MailCode.REMINDER_NEUTRAL
    assert body_problems(code, "Bel {phone}, {opening_hours}. {neutral_sender}") != []
    MailWording.objects.filter(code=code).update(body_nl="Bel {phone}")
    enqueue(to_visitors.reminder(EMAIL, says_who=False, language="nl", code_hash="x"))
    deliver_due()
    assert mail.outbox[0].body == "Bel {phone}"


# --- While nothing works --------------------------------------------------------------------------


def page_for_faults(monkeypatch) -> str:
    """Return the page that people get while the cache is away; the test has no database."""

    def away(*args, **kwargs):
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(type(cache._connections[cache._alias]), "get", away)
        return render_to_string("500.html")


def test_the_page_for_faults_begins_with_the_number_that_the_site_began_with(monkeypatch):
    html = page_for_faults(monkeypatch)
    for language in ("nl", "en"):
        assert INITIAL_PHONE[language] in html


@pytest.mark.parametrize("is_new_process", [False, True])
def test_the_page_for_faults_names_the_last_number_that_was_known(
    monkeypatch, is_new_process: bool
):
    last_known_phone.remember({"nl": new("nl"), "en": new("en")})
    if is_new_process:
        monkeypatch.setattr(last_known_phone, "_remembered", {})
    html = page_for_faults(monkeypatch)
    for language in ("nl", "en"):
        assert f'href="tel:+31881234567">{new(language)}</a>' in html
    assert not OLD.search(html)


@pytest.mark.django_db
def test_a_number_is_remembered_when_it_is_saved(django_capture_on_commit_callbacks):
    row = ContactDetails.objects.get()
    row.phone_nl, row.phone_en = NEW.values()
    with django_capture_on_commit_callbacks(execute=True):
        row.save()
    assert last_known_phone.last_known_phone("nl") == new("nl")


@pytest.mark.parametrize("content", ["", "[]", '{"nl": "1"}', "{"])
def test_a_damaged_file_leaves_the_number_that_the_site_began_with(settings, content: str):
    settings.LAST_KNOWN_PHONE_FILE.write_text(content)
    assert last_known_phone.last_known_phone("nl") == INITIAL_PHONE["nl"]


def test_a_disk_that_is_full_stops_nobody(settings, tmp_path):
    settings.LAST_KNOWN_PHONE_FILE = tmp_path / "missing" / "phone.json"
    last_known_phone.remember({"nl": new("nl"), "en": new("en")})
    assert last_known_phone.last_known_phone("nl") == new("nl")


# --- Once -----------------------------------------------------------------------------------------


def test_the_number_is_written_down_once():
    """A copy would tell people an old number; `contact_details` has the one to begin with."""
    listed = subprocess.run(  # noqa: S603 - no input
        [*LIST_FILES, "--", *SEARCHED],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    found = {}
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file() and (count := len(OLD.findall(path.read_text("utf-8", "replace")))):
            found[name] = count
    assert found == {"site/perspectief/contact_details.py": len(INITIAL_PHONE)}
