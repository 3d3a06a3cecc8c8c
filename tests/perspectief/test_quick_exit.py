"""Leaving the site at once takes everything along, and only one's own."""

import pytest
from django.conf import settings
from django.test import Client

from registration.journey import drafts
from registration.models import Draft, OwnPageVisit, Registration
from registration.own_page import visits
from registration.vocabulary.journeys import JourneyCode
from tests.registration.factories import RegistrationFactory

pytestmark = pytest.mark.django_db

LEAVE = "/weg/"


@pytest.fixture
def visitor(client: Client) -> Client:
    """Somebody who has filled in part of the form."""
    draft = begin_draft(client)
    drafts.save_step(draft, "who", {"name": ["Noor"]}, is_checked=True)
    return client


def begin_draft(browser: Client) -> Draft:
    """Let somebody begin to fill in the form."""
    session = browser.session
    draft = drafts.begin(session, JourneyCode.REGISTRATION)
    draft.save()
    session.save()
    browser.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return draft


def test_link_deletes_everything_and_leads_to_an_ordinary_site(visitor, settings):
    key = visitor.session.session_key
    response = visitor.get(LEAVE)
    assert response.status_code == 303
    assert response["Location"] == settings.LEAVE_URL
    assert response["Clear-Site-Data"] == '"cookies", "storage"'
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert not Draft.objects.exists()
    assert not visitor.session.exists(key)
    assert response.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 0


def test_message_of_the_script_needs_no_token_and_gets_no_page():
    strict = Client(enforce_csrf_checks=True)
    begin_draft(strict)
    response = strict.post(LEAVE, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code == 204
    assert response.content == b""
    assert not Draft.objects.exists()


def test_works_for_who_has_nothing_to_delete(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(LEAVE)
    assert response.status_code == 303


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_cannot_have_the_answers_deleted(visitor, method, site):
    response = getattr(visitor, method)(LEAVE, headers={"Sec-Fetch-Site": site})
    assert response.status_code in {204, 303}
    assert Draft.objects.count() == 1
    assert "Clear-Site-Data" not in response
    assert not response.cookies


@pytest.mark.parametrize(
    "header",
    [
        {"Sec-Purpose": "prefetch;prerender"},
        {"Sec-Purpose": "prefetch"},
        {"Purpose": "prefetch"},
        {"X-Moz": "prefetch"},
    ],
)
def test_browser_that_fetches_ahead_deletes_nothing(visitor, header):
    response = visitor.get(LEAVE, headers=header)
    assert response.status_code == 503
    assert "no-store" in response["Cache-Control"]
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_own_link_and_typed_address_delete(visitor, site):
    visitor.get(LEAVE, headers={"Sec-Fetch-Site": site})
    assert not Draft.objects.exists()


@pytest.mark.parametrize("put_away", [False, True], ids=["open here", "no longer shown here"])
def test_what_was_saved_for_later_is_deleted_too(visitor, put_away):
    session = visitor.session
    draft = drafts.find(session, JourneyCode.REGISTRATION)
    draft.saved_until = draft.expires_at
    draft.save()
    if put_away:
        drafts.put_away(session, JourneyCode.REGISTRATION)
        session.save()
    visitor.get(LEAVE)
    assert not Draft.objects.exists()


def test_a_visit_to_one_s_own_page_ends_and_the_registration_stays(client):
    registration = RegistrationFactory()
    session = client.session
    visits.start(session, registration)
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    client.get(LEAVE)
    assert not OwnPageVisit.objects.exists()
    assert Registration.objects.filter(pk=registration.pk).exists()


def test_answers_of_others_stay(visitor):
    other = Client()
    begin_draft(other)
    visitor.get(LEAVE)
    assert drafts.find(other.session, JourneyCode.REGISTRATION) is not None


def test_member_of_staff_is_logged_out(client, admin_user):
    client.force_login(admin_user)
    client.get(LEAVE)
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("method", ["put", "delete", "head"])
def test_other_methods_are_refused(visitor, method):
    assert getattr(visitor, method)(LEAVE).status_code == 405
    assert Draft.objects.count() == 1
