"""Who goes on after a pause has a new promise; the desk still knows what was tried before it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from registration.casework import changes_by_person, merging
from registration.casework.reopening import reopen
from registration.models import Callback
from tests.registration.desk.screens import QUEUE, details, url
from tests.registration.factories import CallbackFactory, ContactAttemptFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]


def paused(user) -> Callback:
    """Return the callback of somebody who was tried by this user and then paused."""
    callback = CallbackFactory(attempt_count=1, first_attempt_at=timezone.now())
    ContactAttemptFactory(callback=callback, made_by=user, note="Kinderstem op de achtergrond")
    changes_by_person.pause(callback.registration_id, timezone.now())
    return callback


@pytest.fixture
def ended(sam):
    return paused(sam)


@pytest.fixture
def going_on(ended, sam):
    """The new callback of who went on, in the hands of Sam."""
    callback = reopen(ended.pk, sam).callback
    Callback.objects.filter(pk=callback.pk).update(claimed_by=sam)
    return callback


def test_the_new_screen_shows_the_attempts_before_the_pause(client, going_on):
    text = details(client, going_on)
    assert "1 attempt before the pause: " in text
    assert "Kinderstem op de achtergrond" in text
    assert "Nobody has tried yet." not in text
    # A note can be changed where it was written only.
    assert "Change your note" not in text


def test_the_queue_shows_them_too(client, going_on):
    Callback.objects.update(claimed_by=None)
    assert "1 attempt before the pause: " in client.get(QUEUE).content.decode()


def test_an_old_address_leads_to_where_the_work_goes_on(client, ended, going_on):
    assert str(going_on.address) == f"{ended.registration_id}-2"
    old = details(client, ended)
    assert "The work for this person goes on here:" in old
    assert url("details", going_on) in old
    assert "goes on here" not in details(client, going_on)


def test_the_address_of_a_double_leads_there_too(client, sam):
    kept, double = CallbackFactory(claimed_by=sam), CallbackFactory()
    merging.confirm_same(kept.pk, double.registration_id, sam)
    double = Callback.objects.get(pk=double.pk)
    old = details(client, double)
    assert "The work for this person goes on here:" in old
    assert url("details", kept) in old


def test_a_closed_callback_without_a_newer_one_leads_nowhere(client, ended):
    assert "goes on here" not in details(client, ended)


def test_the_queue_takes_one_query_for_all_of_them(client, sam, going_on):
    reopen(paused(sam).pk, sam)
    client.get(QUEUE)
    with CaptureQueriesContext(connection) as few:
        client.get(QUEUE)
    for _ in range(4):
        reopen(paused(sam).pk, sam)
    with CaptureQueriesContext(connection) as many:
        client.get(QUEUE)
    assert len(many) <= len(few)
