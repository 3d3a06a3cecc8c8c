"""Somebody is found by whatever they mention, and whatever a mail, sheet or screen says."""

import pytest

from registration.casework.finding import MOST_FOUND, find_registrations
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
        "030-234 56 78",
        " (030) 2345678",
        "030-234 56 78 (na 5 uur)",
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
