"""The file for the case system."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from perspectief.staff.groups import ADMINISTRATION, COMMUNICATION, DESK
from registration.casework import wrong_ways
from registration.handover.case_export import FIELDS
from registration.models import AccessLogEntry, HandOver
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import AttemptResult
from tests.registration.desk.reauthenticated import show_password
from tests.registration.factories import (
    PHONE,
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    RegistrationFactory,
    StaffFactory,
)
from tests.registration.handover.factories import HandOverFactory

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[3]


@pytest.fixture
def address():
    return reverse("registration_case_export")


@pytest.fixture
def at_work(client, coordinator):
    """The coordinator, who has just given the password again."""
    show_password(client)
    return coordinator


def body(response):
    assert response.status_code == 200, response.content.decode()
    return b"".join(response.streaming_content).decode()


def export(client, address, *hand_overs, kind="json", numbers=""):
    data = {"registration": [row.registration_id for row in hand_overs]}
    return client.post(address, {**data, "numbers": numbers, "file_format": kind})


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_json_holds_the_documented_fields(client, at_work, address):
    hand_over = HandOverFactory(told="Verteld", note="Let op")
    response = export(client, address, hand_over)
    data = json.loads(body(response))
    assert (data["format"], data["version"]) == ("perspectief-hand-over", 1)
    [row] = data["registrations"]
    assert tuple(row) == FIELDS
    assert row["name"] == "Noor"
    assert row["region"] == "west"
    assert row["needs"] == ["interpreter", "other_need"]
    assert row["may_leave_voicemail"] is True
    assert row["mediator_email"] == hand_over.mediator.email
    assert (row["told"], row["note"]) == ("Verteld", "Let op")


def test_the_document_names_every_field():
    words = (ROOT / "docs" / "case-system-export.md").read_text()
    assert re.findall(r"^\| `(\w+)`", words, re.MULTILINE) == list(FIELDS)


def test_csv_opens_in_a_spreadsheet_without_running_anything(client, at_work, address):
    answers = AnswersFactory(
        name="=HYPERLINK(1)", story="\t@cmd", pronouns="-1+1", other_way_details=' =1"', needs=()
    )
    text = body(export(client, address, HandOverFactory(registration__answers=answers), kind="csv"))
    assert text.startswith("\ufeff")
    [row] = rows_of(text)
    assert row["name"] == "'=HYPERLINK(1)"
    assert row["pronouns"] == "'-1+1"
    assert row["story"] == "'\t@cmd"
    assert row["other_way_details"] == "' =1\""
    assert row["phone"].startswith("'+31")
    assert row["may_call"] == "yes"


def test_names_of_files_and_addresses_name_nobody(client, at_work, address):
    response = export(client, address, HandOverFactory())
    assert re.fullmatch(
        r'attachment; filename="case-export-\d{8}-\d{6}\.json"', response["Content-Disposition"]
    )
    assert "no-store" in response["Cache-Control"]


def test_each_registration_is_logged_and_marked_before_anything_is_sent(client, at_work, address):
    hand_overs = HandOverFactory.create_batch(3)
    export(client, address, *hand_overs[:2])
    logged = AccessLogEntry.objects.filter(action=AccessAction.CASE_EXPORTED)
    assert {entry.registration_number for entry in logged} == {
        row.registration_id for row in hand_overs[:2]
    }
    assert HandOver.objects.get(exported_at=None) == hand_overs[2]
    assert list(client.get(address).context["page"]) == [hand_overs[2]]


def test_what_was_exported_before_can_be_had_by_number(client, at_work, address):
    hand_over = HandOverFactory(exported_at=timezone.now())
    text = body(export(client, address, numbers=f"#{hand_over.registration_id}, 999999"))
    assert len(json.loads(text)["registrations"]) == 1


@pytest.mark.parametrize("numbers", ["", "x", "12; drop", "999999"])
def test_without_an_allocated_registration_there_is_no_file(client, at_work, address, numbers):
    other = RegistrationFactory()
    response = export(client, address, numbers=numbers)
    assert response.status_code == 422
    assert export(client, address, numbers=str(other.pk)).status_code == 422
    assert not AccessLogEntry.objects.exists()


def test_own_words_that_stay_behind_and_forbidden_ways_are_not_in_it(client, at_work, address):
    answers = AnswersFactory(
        story="Geheim verhaal",
        phone_impossible=True,
        email="geheim@example.org",
        other_way="letter",
    )
    row = HandOverFactory(registration__answers=answers, with_story=False)
    text = body(export(client, address, row))
    for secret in ("Geheim verhaal", "2345678", "geheim@example.org", row.registration.phone_hash):
        assert secret not in text


class TestWhoMay:
    def test_it_asks_who_it_is_first_and_forgets_what_was_posted(
        self, client, coordinator, address
    ):
        hand_over = HandOverFactory()
        for response in (client.get(address), export(client, address, hand_over)):
            assert response.status_code == 302
            assert response["Location"].startswith(reverse("account_reauthenticate"))
        assert HandOver.objects.get().exported_at is None
        assert "account_reauthentication_state" not in client.session

    def test_after_the_password_it_comes_back(self, client, coordinator, address):
        asked = client.get(address)["Location"]
        page = client.get(asked).content.decode()
        assert 'name="next"' in page
        response = client.post(
            reverse("account_reauthenticate"),
            {"password": "a long password for tests", "next": address},
        )
        assert response["Location"] == address

    @pytest.mark.parametrize("group", [DESK, ADMINISTRATION, COMMUNICATION])
    def test_nobody_else(self, client, address, group):
        user = StaffFactory()
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        for response in (client.get(address), export(client, address, HandOverFactory())):
            assert response["Location"] == "/admin/"


def test_the_list_reads_no_answers_and_takes_few_queries(
    client, at_work, address, django_assert_num_queries, monkeypatch
):
    HandOverFactory()
    client.get(address)
    monkeypatch.setattr("perspectief.encryption.decrypt_labelled", pytest.fail)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    HandOverFactory.create_batch(5)
    with django_assert_num_queries(len(few)):
        client.get(address)


def test_the_file_takes_the_same_queries_for_many(client, at_work, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for size in (1, 6):
        rows = HandOverFactory.create_batch(size)
        with CaptureQueriesContext(connection) as taken:
            body(export(client, address, *rows))
        counts.append(len(taken))
    assert counts[0] == counts[1]


def test_a_number_that_turned_out_wrong_does_not_go_along_as_if_it_were_good(
    client, at_work, address
):
    hand_over = HandOverFactory()
    callback = CallbackFactory(registration=hand_over.registration, done=True)
    ContactAttemptFactory(
        callback=callback,
        result=AttemptResult.WRONG_NUMBER,
        way_hash=wrong_ways.hash_of(PHONE),
    )
    [row] = json.loads(body(export(client, address, hand_over)))["registrations"]
    assert (row["phone"], row["may_call"], row["may_text"]) == ("", False, False)
    assert row["found_wrong"] == ["phone"]


def test_only_what_both_allow_is_allowed_while_somebody_may_have_registered_twice(
    client, at_work, address
):
    strict = AnswersFactory(avoid=("monday:morning",))
    row = HandOverFactory(exported_at=None)
    assert row.registration.read_answers().phone == strict.phone
    CallbackFactory(registration__answers=strict)
    [found] = json.loads(body(export(client, address, row)))["registrations"]
    assert found["may_leave_voicemail"] is False
    assert found["may_name_organisation"] is False
    assert found["never_call_at"] == ["monday:morning"]
    assert found["name"] == "Noor"
