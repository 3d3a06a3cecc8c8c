"""What was closed is in a list for as long as it can be opened again, with who may do that."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from registration.casework import changes_by_person, ending
from registration.casework.claims import NotAllowedError
from registration.casework.reopening import reopen
from registration.models import AttemptPolicy, Callback
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.desk.screens import QUEUE, details, end_so, messages_of, url
from tests.registration.factories import CallbackFactory, put_on_record

pytestmark = pytest.mark.django_db

CLOSED = reverse("callbacks:closed")


def closed_by(user, days_ago: int = 0) -> Callback:
    callback = CallbackFactory(claimed_by=user)
    put_on_record(callback, Lifecycle.OTHER_SERVICE)
    ending.end(callback.pk, user, Lifecycle.OTHER_SERVICE)
    at = timezone.now() - timedelta(days=days_ago)
    Callback.objects.filter(pk=callback.pk).update(finished_at=at)
    return Callback.objects.get(pk=callback.pk)


def shown(response) -> list[Callback]:
    return [row.callback for row in response.context["table"].data]


def test_who_closed_the_wrong_one_finds_it_and_opens_it_again(client, sam):
    callback = CallbackFactory(claimed_by=sam)
    after = client.get(end_so(client, callback, Lifecycle.OTHER_SERVICE)["Location"])
    assert any(CLOSED in message for message in messages_of(after))
    assert CLOSED in client.get(QUEUE).content.decode()
    response = client.get(CLOSED)
    assert shown(response) == [callback]
    assert url("reopen", callback) in response.content.decode()
    client.post(url("reopen", callback))
    assert Callback.objects.held_by(sam).get() == callback
    assert shown(client.get(CLOSED)) == []


def test_a_colleague_sees_that_it_is_closed_and_the_coordinator_opens_it(client, robin, sam):
    callback = closed_by(robin)
    response = client.get(CLOSED)
    assert shown(response) == [callback]
    assert url("reopen", callback) not in response.content.decode()
    assert "Noor" not in response.content.decode()
    assert shown(client.get(CLOSED, {"by": "mine"})) == []


def test_the_last_one_comes_first_and_the_coordinator_may_open_each(client, robin, coordinator):
    callbacks = [closed_by(robin, days_ago) for days_ago in (2, 0, 1)]
    response = client.get(CLOSED)
    assert shown(response) == [callbacks[1], callbacks[2], callbacks[0]]
    assert all(url("reopen", each) in response.content.decode() for each in callbacks)


def test_after_the_days_of_the_setting_it_stays_closed(client, coordinator):
    AttemptPolicy.objects.update_or_create(defaults={"days_to_reopen": 5})
    before, after = closed_by(coordinator, 4), closed_by(coordinator, 6)
    assert shown(client.get(CLOSED)) == [before]
    assert url("reopen", before) in details(client, before)
    assert url("reopen", after) not in details(client, after)
    with pytest.raises(NotAllowedError):
        reopen(after.pk, coordinator)
    AttemptPolicy.objects.update(days_to_reopen=7)
    reopen(after.pk, coordinator)


def test_what_the_person_ended_is_listed_and_stays_closed(client, coordinator):
    callback = CallbackFactory()
    changes_by_person.withdraw(callback.registration_id, timezone.now())
    response = client.get(CLOSED)
    assert shown(response) == [callback]
    assert url("reopen", callback) not in response.content.decode()


def test_the_list_reads_no_answers_and_takes_as_many_queries_for_more(client, robin, coordinator):
    closed_by(robin)
    client.get(CLOSED)
    with CaptureQueriesContext(connection) as few:
        client.get(CLOSED)
    for _number in range(4):
        closed_by(robin)
    with CaptureQueriesContext(connection) as many:
        client.get(CLOSED)
    assert len(many) == len(few)
    assert not any('"answers"' in query["sql"] for query in many.captured_queries)
