"""One's own page: whatever is typed or sent, it answers calmly, and nothing typed is lost."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perspectief.models import LimitCount
from registration.casework.changes_by_person import widened
from registration.models import Registration
from registration.own_page.forms import ContactForm
from registration.vocabulary.answers import changed_names
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.journey.visitor import controls
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import Owner
from tests.support.typed_text import SENT, TYPED

pytestmark = pytest.mark.django_db

TYPED_FIELDS = ["phone", "email", "other_way_details"]
CHOICES = st.sampled_from(["on", "letter", "email", "only_retry", "org_ok", "monday:morning"])
ANY_BODY = st.dictionaries(
    st.sampled_from(sorted(ContactForm.base_fields)) | st.text(max_size=10),
    st.lists(SENT | CHOICES, max_size=3),
    max_size=6,
)
unhurried = settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def somebody() -> Owner:
    """Return who registered just now and opened the page."""
    LimitCount.objects.all().delete()
    person = Owner(register(), Client())
    assert person.enter().status_code == 302
    return person


@unhurried
@given(code=TYPED, words=TYPED)
def test_wrong_codes_and_words_stay_in_their_fields(receipt, code, words):
    LimitCount.objects.all().delete()
    page = Owner(receipt, Client()).enter(code, words)
    assert page.status_code == 422
    assert controls(page)["code"] == [code]
    assert controls(page)["secret_words"] == [words]


@unhurried
@given(code=SENT, words=SENT, action=st.none() | SENT)
def test_no_request_to_the_way_in_opens_a_page_or_ends_in_an_error(receipt, code, words, action):
    LimitCount.objects.all().delete()
    browser = Client()
    body = {"code": code, "secret_words": words} | ({} if action is None else {"action": action})
    assert browser.post("/jouw-aanmelding/", body).status_code in {302, 409, 422}
    assert "secret_words" in controls(browser.get("/jouw-aanmelding/"))


@unhurried
@given(
    typed=st.fixed_dictionaries(dict.fromkeys(TYPED_FIELDS, TYPED)),
    fallback=st.lists(st.sampled_from(["voicemail", "email", "only_retry"]), max_size=2),
)
def test_a_mistake_in_a_change_loses_nothing_and_allows_nothing(owner, typed, fallback):
    # No such choice exists, so there is a mistake whatever is typed.
    before = owner.registration.read_answers()
    page = owner.send("veranderen", {**typed, "fallback": fallback, "identify": "nobody"})
    assert page.status_code == 422
    assert {name: controls(page)[name] for name in typed} == {
        name: [words] for name, words in typed.items()
    }
    after = owner.registration.read_answers()
    assert changed_names(before, after) <= {"fallback"}
    assert not widened(before, after)


@unhurried
@given(body=ANY_BODY)
def test_no_change_ends_in_an_error_or_touches_the_story(owner, body):
    assert owner.send("veranderen", body).status_code in {200, 409, 422}
    assert owner.read().status_code == owner.read("veranderen/").status_code == 200
    answers = owner.registration.read_answers()
    assert (answers.name, answers.story) == ("Noor", "Geheim")


@unhurried
@given(action=SENT, body=ANY_BODY)
def test_no_unknown_button_does_anything(owner, action, body):
    before = owner.registration.read_answers()
    sent = {**body, "action": action, "made_for": owner.made_for}
    page = owner.browser.post(owner.front, sent, follow=True)
    assert page.status_code == 200
    assert owner.registration.state == Lifecycle.RECEIVED
    assert owner.registration.read_answers() == before


@settings(unhurried, max_examples=8)
@given(body=ANY_BODY)
def test_withdrawing_and_erasing_work_whatever_is_sent_along(own_pages, clock, body):
    person = somebody()
    assert person.send("intrekken", body).status_code == 200
    assert person.registration.state == Lifecycle.WITHDRAWN
    assert person.send("wissen", body).status_code == 200
    assert not Registration.objects.exists()


@unhurried
@given(part=st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30))
def test_no_address_of_a_part_ends_in_an_error(owner, part):
    path = f"{owner.front}{part}/".replace("?", "").replace("#", "")
    assert owner.browser.get(path).status_code in {200, 301, 302, 404}
