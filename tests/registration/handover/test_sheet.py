"""The sheet that a mediator gets."""

import pytest

from registration.casework import wrong_ways
from registration.models import AccessLogEntry, HandOver
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.channels import Fallback
from tests.registration.desk.screens import url
from tests.registration.factories import EMAIL, PHONE, AnswersFactory, ContactAttemptFactory
from tests.registration.handover.factories import allocated_callback

pytestmark = pytest.mark.django_db


def sheet(client, callback):
    response = client.get(url("hand_over_sheet", callback))
    assert response.status_code == 200
    return response.content.decode()


def test_it_says_what_the_mediator_needs_with_safe_contact_first(client, sam):
    callback = allocated_callback(sam, told="Maandag gebeld worden", note="Trage lezer")
    ContactAttemptFactory(callback=callback, result=AttemptResult.NO_ANSWER, note="Kort geheim")
    words = sheet(client, callback)
    for expected in (
        "Noor",
        "030 234 5678",
        "Pools",
        "Een rustig gesprek",
        "Ik wil graag weten",
        "Maandag gebeld worden",
        "Trage lezer",
        "No answer",
        "West",
        HandOver.objects.get().mediator.name,
    ):
        assert expected in words
    assert words.index("Safe contact") < words.index("030 234 5678")
    assert "Kort geheim" not in words


def test_opening_it_is_logged_and_nothing_keeps_it(client, sam):
    callback = allocated_callback(sam)
    response = client.get(url("hand_over_sheet", callback))
    assert "no-store" in response["Cache-Control"]
    entry = AccessLogEntry.objects.get()
    assert (entry.action, entry.user) == (AccessAction.SHEET_OPENED, sam)
    assert entry.registration_number == callback.registration_id


def test_no_hash_and_no_code_of_ours_stands_on_it(client, sam):
    callback = allocated_callback(sam)
    registration = callback.registration
    words = sheet(client, callback)
    for secret in (registration.phone_hash, registration.email_hash, registration.reference_hash):
        assert secret not in words


def test_own_words_can_be_left_out(client, sam):
    callback = allocated_callback(sam, with_story=False)
    assert "Ik wil graag weten" not in sheet(client, callback)


def test_a_number_that_may_not_be_called_and_an_address_that_may_not_be_used_are_left_out(
    client, sam
):
    answers = AnswersFactory(
        phone_impossible=True, email=EMAIL, fallback=(Fallback.ONLY_RETRY,), other_way="letter"
    )
    words = sheet(client, allocated_callback(sam, registration__answers=answers))
    assert "030 234" not in words
    assert EMAIL not in words
    assert "Do not call" in words
    assert "Do not e-mail" in words


def test_a_ruled_out_moment_and_an_unconfirmed_change_are_rules(client, sam):
    answers = AnswersFactory(avoid=("monday:morning",), unverified=("phone",))
    words = sheet(client, allocated_callback(sam, registration__answers=answers))
    assert "Never call: Monday, morning" in words
    assert "not yet confirmed by the person: the phone number" in words


def test_it_is_in_the_language_of_the_desk(client, sam):
    sam.wagtail_userprofile.preferred_language = "nl"
    sam.wagtail_userprofile.save()
    words = sheet(client, allocated_callback(sam))
    assert '<html lang="nl"' in words
    assert "Veilig contact" in words


def test_without_an_allocation_there_is_none(client, coordinator):
    callback = allocated_callback(coordinator)
    HandOver.objects.all().delete()
    response = client.get(url("hand_over_sheet", callback))
    assert response["Location"] == url("details", callback)


def test_it_goes_with_the_registration(client, coordinator):
    from registration.casework.erasure import erase

    callback = allocated_callback(coordinator, note="Iets")
    erase([callback.registration_id])
    assert not HandOver.objects.exists()
    assert client.get(url("hand_over_sheet", callback)).status_code == 302


def test_a_number_that_turned_out_wrong_is_struck_out_with_the_reason(client, sam):
    callback = allocated_callback(sam)
    ContactAttemptFactory(
        callback=callback,
        result=AttemptResult.WRONG_NUMBER,
        way_hash=wrong_ways.hash_of(PHONE),
    )
    words = sheet(client, callback)
    assert '<s dir="auto">030 234 5678</s>' in words
    assert "This turned out to be a wrong number or address on" in words
