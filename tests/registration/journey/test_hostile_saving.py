"""Saving for later: whatever is sent to its page, the answers stay and the page answers calmly."""

import pytest
from django.core import mail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registration.mail.delivery import deliver_due
from registration.models import Draft
from tests.registration.journey.visitor import Visitor, controls
from tests.support.typed_text import SENT, TYPED

pytestmark = pytest.mark.django_db

SAVE, CONTINUE = "/aanmelden/later-verder/", "/aanmelden/verder/"
STORY = "Nog niet af <b>👋"
unhurried = settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def stopper(visitor) -> Visitor:
    """Somebody who stops at what may be skipped."""
    visitor.up_to("story")
    visitor.send("story", {"story": STORY, "later": "1"})
    return visitor


@unhurried
@given(
    body=st.dictionaries(
        st.sampled_from(["way", "email", "ticket", "link", "code", "go_on"]) | st.text(max_size=10),
        SENT | st.sampled_from(["link", "code", "noor@example.org"]),
        max_size=5,
    )
)
def test_nothing_that_is_sent_to_save_harms_the_answers(stopper, body):
    assert stopper.browser.post(SAVE, body).status_code in {200, 302, 422}
    assert stopper.browser.get(SAVE).status_code == 200
    assert controls(stopper.read("story"))["story"] == [STORY]
    assert Draft.objects.count() == 1


@unhurried
@given(address=TYPED)
def test_an_address_that_is_none_stays_in_its_field_and_gets_no_mail(stopper, address):
    ticket = controls(stopper.browser.get(SAVE))["ticket"][0]
    sent = {"way": "link", "email": address, "ticket": ticket}
    page = stopper.browser.post(SAVE, sent)
    assert page.status_code == 422
    assert controls(page)["email"] == [address]
    deliver_due()
    assert mail.outbox == []


@unhurried
@given(
    body=st.dictionaries(st.sampled_from(["code", "link"]) | st.text(max_size=10), SENT, max_size=3)
)
def test_nothing_that_is_sent_to_go_on_takes_the_answers_away(stopper, body):
    assert stopper.browser.post(CONTINUE, body).status_code in {410, 422, 429}
    assert stopper.browser.get(CONTINUE).status_code == 200
    assert controls(stopper.read("story"))["story"] == [STORY]
