"""The page that mounts the form, and the privacy page."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from perspectief.page_roles import PageRole, page_url
from registration.models import Registration
from registration.public_pages.models import PrivacyPage, RegistrationPage
from registration.public_pages.permanence import refuse_to_take_away_together
from tests.registration.factories import StaffFactory, approve_statement
from tests.registration.journey.visitor import LEAST, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(site_tree):
    """Somebody of communications, who may do everything with pages that an editor may."""
    group = Group.objects.create(name="Editors of a test")
    for codename in ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page"):
        GroupPagePermission.objects.create(
            group=group,
            page=Page.get_first_root_node(),
            permission=Permission.objects.get(codename=codename),
        )
    user = StaffFactory()
    user.groups.add(group)
    return user


@pytest.fixture
def administrator(site_tree):
    """Somebody who may do everything."""
    return StaffFactory(is_superuser=True)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "/aanmelden/",
            ["Begin met aanmelden", "Wat gebeurt er na je aanmelding?", "Wat vragen we?"],
        ),
        ("/aanmelden/", ["Ongeveer vijf minuten.", "Het kost je niets.", "Liever bellen kan ook."]),
        (
            "/aanmelden/",
            ["Wat doen we met je gegevens?", "Lees wat we met je gegevens doen", "113"],
        ),
        ("/en/register/", ["Start your registration", "What do we ask?", "What do we do with"]),
    ],
)
def test_the_first_page_answers_what_people_want_to_know(site_tree, client, address, words):
    page = text_of(client.get(address))
    for each in words:
        assert each in page


def test_the_first_page_leads_to_the_first_step(site_tree, client):
    assert 'href="/aanmelden/wie-je-bent/"' in client.get("/aanmelden/").content.decode()
    assert 'href="/en/register/about-you/"' in client.get("/en/register/").content.decode()


def test_the_form_is_closed_without_an_approved_statement(visitor, settings):
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    page = visitor.browser.get("/aanmelden/")
    assert "Aanmelden via de site kan nu nog niet. Bel ons" in text_of(page)
    assert "wie-je-bent" not in page.content.decode()
    for step in ("about_you", "check", "thank_you"):
        assert visitor.read(step)["Location"] == "/aanmelden/"
        assert visitor.send(step, LEAST["about_you"])["Location"] == "/aanmelden/"


def test_a_form_that_closes_while_somebody_fills_it_in_registers_nobody(visitor, settings):
    visitor.fill_in()
    consent = visitor.consent()
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    assert visitor.send("check", consent)["Location"] == "/aanmelden/"
    assert not Registration.objects.exists()


def test_an_approved_statement_opens_the_form(visitor, settings):
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    approve_statement(date(2026, 11, 1))
    assert visitor.read("about_you").status_code == 200


def test_the_privacy_page_shows_the_statement_in_the_readers_language(site_tree, client):
    dutch, english = text_of(client.get("/privacy/")), text_of(client.get("/en/privacy/"))
    assert "Wie bewaart je gegevens?" in dutch
    assert "We volgen je niet." in dutch
    assert "Who holds your data?" in english
    assert "We do not track you." in english


def test_the_privacy_page_says_whether_its_text_is_a_draft(site_tree, client):
    assert "Deze tekst is nog niet definitief." in text_of(client.get("/privacy/?draft"))
    approve_statement(date(2026, 11, 2))
    page = text_of(client.get("/privacy/?approved"))
    assert (
        "Versie 1. Goedgekeurd door onze functionaris gegevensbescherming op 2 november 2026"
        in page
    )


def test_without_an_approved_statement_the_privacy_page_still_opens(site_tree, client, settings):
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    page = client.get("/privacy/?closed")
    assert page.status_code == 200
    assert "kun je je niet via de site aanmelden" in text_of(page)


@pytest.mark.parametrize(
    ("language", "register", "privacy"),
    [("nl", "/aanmelden/", "/privacy/"), ("en", "/en/register/", "/en/privacy/"), ("de", "", "")],
)
def test_other_apps_find_the_pages_by_role(site_tree, language, register, privacy):
    assert page_url(PageRole.REGISTER, language) == register
    assert page_url(PageRole.PRIVACY, language) == privacy


def test_a_page_that_is_not_live_is_not_found(site_tree):
    site_tree.registration.unpublish()
    assert page_url(PageRole.REGISTER, "nl") == ""


def test_search_engines_see_the_first_page_and_no_step(visitor):
    assert 'content="noindex' not in visitor.browser.get("/aanmelden/").content.decode()
    step = visitor.read("about_you").content.decode()
    assert '<meta name="robots" content="noindex">' in step


# --- What editors may do ------------------------------------------------------------------------


@pytest.mark.parametrize("page_type", [RegistrationPage, PrivacyPage])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_editors_change_the_text_but_cannot_take_the_page_away(editor, page_type, language):
    page = page_type.objects.get(locale__language_code=language)
    for same_page in (page, Page.objects.get(pk=page.pk)):
        permissions = same_page.permissions_for_user(editor)
        assert permissions.can_edit()
        assert permissions.can_publish()
        assert not permissions.can_delete()
        assert not permissions.can_unpublish()
        assert not permissions.can_move()
        assert not permissions.can_set_view_restrictions()


def test_an_administrator_can_take_the_page_away(administrator, site_tree):
    permissions = site_tree.registration.permissions_for_user(administrator)
    assert permissions.can_delete()
    assert permissions.can_unpublish()
    assert permissions.can_move()
    assert permissions.can_set_view_restrictions()


def test_a_date_on_which_the_page_would_disappear_is_refused(site_tree):
    page = site_tree.registration
    page.expire_at = timezone.now() + timedelta(days=1)
    with pytest.raises(ValidationError) as refusal:
        page.full_clean()
    assert "expire_at" in refusal.value.message_dict


@pytest.mark.parametrize("action", ["delete", "unpublish", "move"])
def test_a_page_above_it_cannot_be_taken_away_either(editor, site_tree, rf, action, monkeypatch):
    request = rf.post("/")
    request.user = editor
    said = []
    monkeypatch.setattr(
        "registration.public_pages.permanence.messages.error",
        lambda request, text: said.append(text),
    )
    answer = refuse_to_take_away_together(request, action, [editor, site_tree.home], None)
    assert answer is not None
    assert said


def test_what_takes_nothing_away_is_not_refused(editor, administrator, site_tree, rf):
    request = rf.post("/")
    request.user = editor
    assert refuse_to_take_away_together(request, "publish", [site_tree.home], None) is None
    request.user = administrator
    assert refuse_to_take_away_together(request, "delete", [site_tree.home], None) is None


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_the_admin_keeps_the_page_and_what_is_above_it(editor, site_tree, action):
    browser = Client()
    browser.force_login(editor)
    for page in (site_tree.registration, site_tree.home):
        browser.post(f"/admin/pages/{page.pk}/{action}/")
        page.refresh_from_db()
        assert page.live
