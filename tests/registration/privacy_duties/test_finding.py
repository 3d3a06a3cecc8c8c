"""The coordinator finds the registrations of somebody who asks for their data."""

import logging

import pytest
from django.urls import reverse

from registration.models import AccessLogEntry
from registration.privacy_duties.finding import MOST_FOUND, find_registrations
from registration.vocabulary.access import AccessAction
from tests.registration import planted
from tests.registration.desk.reauthenticated import show_password
from tests.registration.factories import EMAIL, PHONE, AnswersFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    RegistrationFactory(answers=AnswersFactory(phone="+31201234567"))
    return RegistrationFactory(code="H7K-4MR", answers=AnswersFactory(all_channels=True))


@pytest.mark.parametrize(
    "typed",
    [
        "h7k 4mr",
        "H7K4MR",
        PHONE,
        "030-234 00 45",
        " (030) 2340045",
        EMAIL,
        EMAIL.upper(),
        f"{EMAIL}\u202c",
        f"\u2066{PHONE}\u2069",
        "h7k\u00ad4mr",
    ],
)
def test_somebody_is_found_by_what_they_mention(person, typed):
    assert find_registrations(typed) == [person]


def test_somebody_is_found_by_number(person):
    assert find_registrations(f"#{person.pk}") == [person]
    assert find_registrations(str(person.pk)) == [person]


@pytest.mark.parametrize("typed", ["", "x", "#", "9" * 30, "noor@", "@", "+", "\x00", "０３０"])
def test_anything_else_finds_nobody(person, typed):
    assert find_registrations(typed) == []


def test_the_newest_come_first_and_not_without_end(person):
    RegistrationFactory.create_batch(MOST_FOUND + 2)
    found = find_registrations(PHONE)
    assert len(found) == MOST_FOUND
    assert found[0].received_at > found[-1].received_at


def test_finding_reads_no_answers_and_takes_one_query(
    person, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr("perspectief.encryption.decrypt_labelled", pytest.fail)
    with django_assert_num_queries(1):
        assert list(find_registrations(PHONE))


class TestScreen:
    @pytest.fixture(autouse=True)
    def _at_work(self, client, coordinator):
        show_password(client)

    def find(self, client, typed):
        return client.post(reverse("privacy_duties:find"), {"typed": typed})

    def test_what_was_found_is_logged_and_leads_on(self, client, coordinator, person):
        words = self.find(client, EMAIL).content.decode()
        assert reverse("privacy_duties:person", args=[person.pk]) in words
        entry = AccessLogEntry.objects.get()
        assert (entry.action, entry.registration_number) == (AccessAction.SEARCHED, person.pk)

    def test_what_was_typed_is_nowhere_afterwards(self, client, person, caplog):
        caplog.set_level(logging.DEBUG)
        typed = {"address": "iemand.anders@example.net", "number": "0612344321"}
        for value in typed.values():
            response = self.find(client, value)
            assert "We found nothing with this" in response.content.decode()
            assert value not in response.content.decode()
        places = {**planted.tables(), **planted.sessions(), **planted.cached(), "log": caplog.text}
        assert planted.leaks(typed, places) == []

    def test_nothing_typed_is_said_kindly(self, client):
        assert self.find(client, "").status_code == 422
