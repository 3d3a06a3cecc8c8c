"""A callback is found by its number, a code, a telephone number or an address, open or closed."""

import logging

import pytest
from django.urls import reverse

from registration.models import AccessLogEntry
from registration.vocabulary.access import AccessAction
from tests.registration import planted
from tests.registration.desk.screens import QUEUE, url
from tests.registration.factories import EMAIL, PHONE, AnswersFactory, CallbackFactory

pytestmark = pytest.mark.django_db

FIND = reverse("callbacks:find")
TYPED = {"number": "#{}", "code": " h7k 4mr ", "phone": "030-234 56 78", "mail": EMAIL.upper()}


@pytest.fixture
def callback(sam):
    CallbackFactory(registration__answers=AnswersFactory(phone="+31201234567"))
    return CallbackFactory(
        registration__code="H7K-4MR",
        registration__answers=AnswersFactory(all_channels=True),
        registration__closed=True,
        done=True,
    )


@pytest.mark.parametrize("kind", TYPED)
def test_whoever_mentions_it_is_found_also_after_closing(client, callback, kind):
    [field] = client.get(QUEUE).context["find_form"].fields
    typed = TYPED[kind].format(callback.registration_id)
    response = client.post(FIND, {field: typed})
    assert response["Location"] == url("details", callback)
    [entry] = AccessLogEntry.objects.all()
    assert entry.action == AccessAction.SEARCHED
    assert entry.registration_number == callback.registration_id


def test_a_number_that_two_share_gives_both_to_choose_from(client, callback):
    other = CallbackFactory()
    words = client.post(FIND, {"typed": PHONE}).content.decode()
    assert url("details", callback) in words
    assert url("details", other) in words
    assert "A family may share a number" in words
    assert AccessLogEntry.objects.count() == 2


def test_the_list_of_what_is_found_takes_as_many_queries_for_more(
    client, callback, django_assert_max_num_queries
):
    CallbackFactory.create_batch(5)
    with django_assert_max_num_queries(25):
        client.post(FIND, {"typed": PHONE})


def test_what_was_typed_is_nowhere_afterwards(client, callback, caplog):
    caplog.set_level(logging.DEBUG)
    typed = {"address": "iemand.anders@example.net", "number": "0612344321", "code": "QQQ-QQQ"}
    for value in typed.values():
        response = client.post(FIND, {"typed": value})
        assert "We found nothing with this" in response.content.decode()
        assert value not in response.content.decode()
        assert "no-store" in response["Cache-Control"]
    places = {**planted.tables(), **planted.sessions(), **planted.cached(), "log": caplog.text}
    assert planted.leaks(typed, places) == []
    assert not AccessLogEntry.objects.exists()


@pytest.mark.parametrize("typed", ["", "Q" * 500])
def test_what_cannot_be_looked_for_is_said_at_the_field(client, sam, typed):
    response = client.post(FIND, {"typed": typed})
    assert response.status_code == 422
    assert response.context["form"].errors


def test_nothing_is_found_by_an_address_of_a_page(client, callback):
    response = client.get(FIND, {"typed": EMAIL})
    assert "Found" not in response.context
    assert not AccessLogEntry.objects.exists()
