"""What people change through their own page: the desk sees it, checks it, and never trips."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from registration.casework import changes_by_person, confirmations, merging
from registration.casework.claims import NotClaimedError
from registration.vocabulary.channels import Fallback
from tests.registration.factories import AnswersFactory, CallbackFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]


@pytest.fixture
def callback(sam):
    """A callback that Sam took, of somebody whose number was changed since."""
    found = CallbackFactory(
        claimed_by=sam, registration__answers=AnswersFactory(organisation_may_be_named=True)
    )
    changes_by_person.change_contact(
        found.registration_id, {"phone": "+31612345678"}, timezone.now()
    )
    return found


def details(callback):
    return reverse("callbacks:details", args=[callback.address])


def test_a_change_does_not_take_the_callback_from_who_has_it(callback, sam):
    callback.refresh_from_db()
    assert callback.claimed_by == sam


def test_the_screen_says_what_changed_and_that_nobody_may_name_us(client, callback):
    page = client.get(details(callback)).content.decode()
    assert "Changed through their own page" in page
    assert "the phone number" in page
    assert "Do not say where you call from" in page


def test_the_queue_says_that_the_person_changed_something(client, callback):
    assert "Changed by the person" in client.get(reverse("callbacks:index")).content.decode()


def test_once_confirmed_the_permission_counts_again(client, callback):
    page = client.post(reverse("callbacks:changes", args=[callback.address]), follow=True)
    words = page.content.decode()
    assert "the person confirmed the changes" in words
    assert "The person confirmed these changes to me" not in words
    assert "You may say the name Perspectief Herstelbemiddeling" in words


def test_only_who_has_the_callback_may_confirm(client, callback, robin):
    client.force_login(robin)
    client.post(reverse("callbacks:changes", args=[callback.address]))
    callback.registration.refresh_from_db()
    assert callback.registration.read_answers().unverified == ("phone",)


def test_what_was_changed_in_a_double_is_still_to_be_checked_in_the_one_that_stays(client, sam):
    double = CallbackFactory()
    kept = CallbackFactory(
        claimed_by=sam,
        registration__received_at=double.registration.received_at - timedelta(hours=1),
    )
    changed_at = timezone.now() - timedelta(minutes=5)
    voicemail = {"fallback": (Fallback.VOICEMAIL,)}
    changes_by_person.change_contact(double.registration_id, voicemail, changed_at)
    merging.confirm_same(kept.pk, double.registration_id, sam)
    page = client.get(details(kept)).content.decode()
    assert "Changed through their own page" in page
    assert "what we may do if nobody answers" in page
    kept.registration.refresh_from_db()
    assert kept.registration.changed_by_person_at == changed_at


@pytest.mark.parametrize(
    "end", [changes_by_person.pause, changes_by_person.withdraw, changes_by_person.erase]
)
def test_whoever_is_on_the_screen_when_the_person_stops_records_nothing(client, callback, end):
    end(callback.registration_id, timezone.now())
    for name in ("attempt", "close", "changes"):
        page = client.post(reverse(f"callbacks:{name}", args=[callback.address]), follow=True)
        assert page.redirect_chain[-1][0] == reverse("callbacks:index")
    page = client.get(details(callback), follow=True)
    assert "12345678" not in page.content.decode()


def test_deleted_data_leads_back_to_the_queue(client, callback):
    changes_by_person.erase(callback.registration_id, timezone.now())
    page = client.get(details(callback), follow=True)
    assert "The person may have deleted all their data" in page.content.decode()


def test_what_was_deleted_cannot_be_worked_on(callback, sam):
    changes_by_person.erase(callback.registration_id, timezone.now())
    with pytest.raises(NotClaimedError):
        confirmations.record_changes_confirmed(callback.pk, sam)
