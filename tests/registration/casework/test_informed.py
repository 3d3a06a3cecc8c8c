"""A mediator who has the handover sheet is told when it is no longer theirs, whatever happens."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from perspectief.erasure_ledger import Entry
from perspectief.models import ErasedKey
from registration.background import erasures
from registration.background.retention import apply_retention
from registration.casework import changes_by_person, ending
from registration.casework.informed import to_be_told
from registration.casework.reopening import reopen
from registration.casework.unfinished import Unfinished
from registration.handover import case_export
from registration.models import (
    AccessLogEntry,
    Callback,
    HandOver,
    Informed,
    OutboundMail,
    Registration,
)
from registration.vocabulary.access import AccessAction
from registration.vocabulary.hand_over import InformedBy
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.mails import MailCode
from tests.registration.desk.conftest import coordinator, robin, sam
from tests.registration.desk.reauthenticated import show_password
from tests.registration.desk.screens import details, messages_of, url
from tests.registration.factories import CallbackFactory, put_on_record
from tests.registration.handover.factories import MediatorFactory, allocate_callback

__all__ = ["coordinator", "robin", "sam"]

pytestmark = pytest.mark.django_db

UNFINISHED = "registration_unfinished"
LATER = timedelta(days=3650)


@pytest.fixture
def mediator():
    return MediatorFactory(name="Iris Vonk")


@pytest.fixture
def callback(client, coordinator, mediator) -> Callback:
    """Somebody who was allocated, and whose mediator has the sheet."""
    callback = CallbackFactory(claimed_by=coordinator)
    allocate_callback(callback, coordinator, mediator)
    give_sheet(client, callback)
    return callback


def open_sheet(client, callback) -> BeautifulSoup:
    response = client.get(url("hand_over_sheet", callback))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def give_sheet(client, callback) -> None:
    """Open the sheet, as somebody does who prints it, and press the button beside it."""
    form = open_sheet(client, callback).select_one("nav form")
    assert form is not None
    data = {field["name"]: field["value"] for field in form.select("input")}
    assert client.post(form["action"], data).status_code == 302


def reason_on_screen(client, callback) -> Unfinished | None:
    rows = client.get(reverse(UNFINISHED)).context["rows"]
    return {row.number: row.reason for row in rows}.get(callback.registration_id)


def told(client, callback, mediator):
    row = Informed.objects.get(
        registration_number=callback.registration_id, mediator=mediator, way=InformedBy.SHEET
    )
    address = reverse("callbacks:mediator_told", args=[callback.address, row.pk])
    return client.post(address, follow=True)


def notice() -> dict[str, str]:
    """Return the mail to the desk about who has to be told."""
    return OutboundMail.objects.get(code=MailCode.DESK_INFORMED).message


class TestGivingTheSheet:
    def test_a_look_at_it_gives_it_to_nobody(self, client, coordinator, mediator):
        callback = CallbackFactory(claimed_by=coordinator)
        allocate_callback(callback, coordinator, mediator)
        open_sheet(client, callback)
        assert not Informed.objects.exists()
        assert "has had the handover sheet" not in details(client, callback)
        assert "I gave Iris Vonk the sheet" in details(client, callback)

    def test_the_button_writes_down_who_got_it_from_whom_and_when(
        self, client, callback, coordinator, mediator
    ):
        row = Informed.objects.get()
        assert (row.mediator, row.by, row.told_at) == (mediator, coordinator, None)
        assert row.registration_number == callback.registration_id
        assert timezone.now() - row.at < timedelta(minutes=1)
        assert AccessLogEntry.objects.filter(action=AccessAction.SHEET_GIVEN).count() == 1
        words = open_sheet(client, callback).get_text()
        assert "It is on record that Iris Vonk has this sheet." in words
        assert "I gave" not in words + details(client, callback)

    def test_giving_it_again_is_the_same_sheet(self, client, callback):
        client.post(url("sheet_given", callback))
        assert Informed.objects.count() == 1

    def test_whoever_pressed_by_mistake_takes_it_back(self, client, callback):
        assert "Not given after all" in details(client, callback)
        response = client.post(url("sheet_not_given", callback), follow=True)
        assert messages_of(response) == ["Recorded: Iris Vonk did not get the handover sheet."]
        assert not Informed.objects.exists()
        assert AccessLogEntry.objects.filter(action=AccessAction.SHEET_NOT_GIVEN).exists()

    def test_who_has_to_be_told_by_now_is_told_and_not_taken_back(
        self, client, callback, coordinator
    ):
        reopen(callback.pk, coordinator)
        client.post(url("sheet_not_given", callback))
        assert "Not given after all" not in details(client, callback)
        assert reason_on_screen(client, callback) == Unfinished.SHEET_OUT

    def test_a_colleague_records_nothing_about_somebody_elses_callback(
        self, client, robin, mediator, sam
    ):
        callback = CallbackFactory(claimed_by=robin)
        allocate_callback(callback, robin, mediator)
        client.post(url("sheet_given", callback))
        assert not Informed.objects.exists()
        assert "I gave" not in details(client, callback)

    def test_as_long_as_the_person_is_theirs_nobody_has_to_be_told(
        self, client, callback, coordinator
    ):
        assert not to_be_told().exists()
        case_export.take_out([callback.registration_id], coordinator, timezone.now())
        assert reason_on_screen(client, callback) is None
        words = details(client, callback)
        assert "Iris Vonk has had the handover sheet since" in words
        assert "may still call" not in words

    def test_without_a_mediator_there_is_no_sheet_to_give_to_anybody(self, client, coordinator):
        callback = CallbackFactory(claimed_by=coordinator)
        allocate_callback(callback, coordinator)
        assert url("hand_over_sheet", callback) not in details(client, callback)
        response = client.get(url("hand_over_sheet", callback), follow=True)
        assert "choose a mediator first" in response.content.decode()
        assert not Informed.objects.exists()

    def test_one_mediator_counts_once_and_so_does_the_case_system(self, mediator):
        for who in (mediator, None):
            given = {"registration_number": 7, "mediator": who, "at": timezone.now()}
            Informed.objects.create(**given)
            with pytest.raises(IntegrityError), transaction.atomic():
                Informed.objects.create(**given)


class TestOpenedAndNotRecorded:
    """Whether anybody got it is asked where the person is taken from the mediator."""

    @pytest.fixture
    def callback(self, client, coordinator, mediator) -> Callback:
        """Somebody whose sheet was opened."""
        callback = CallbackFactory(claimed_by=coordinator)
        allocate_callback(callback, coordinator, mediator)
        open_sheet(client, callback)
        return callback

    QUESTION = "Does Iris Vonk have the handover sheet?"

    def test_opened_again_the_desk_is_asked_and_a_yes_has_the_mediator_told(
        self, client, callback, coordinator, mediator
    ):
        assert self.QUESTION not in details(client, callback)
        reopen(callback.pk, coordinator)
        assert self.QUESTION in details(client, callback)
        response = client.post(url("sheet_given", callback), follow=True)
        assert any("Tell Iris Vonk" in message for message in messages_of(response))
        assert reason_on_screen(client, callback) == Unfinished.SHEET_OUT
        assert self.QUESTION not in details(client, callback)

    def test_before_another_mediator_is_chosen_the_desk_is_asked(self, client, callback):
        assert self.QUESTION in client.get(url("hand_over", callback)).content.decode()

    def test_once_told_of_an_earlier_sheet_it_is_asked_of_the_next(
        self, client, callback, coordinator, mediator
    ):
        client.post(url("sheet_given", callback))
        reopen(callback.pk, coordinator)
        told(client, callback, mediator)
        allocate_callback(callback, coordinator, mediator)
        open_sheet(client, callback)
        reopen(callback.pk, coordinator)
        assert self.QUESTION in details(client, callback)

    def test_what_is_deleted_can_be_asked_by_nobody_so_the_mediator_is_told(self, callback):
        changes_by_person.erase(callback.registration_id, timezone.now())
        assert Informed.objects.get().erased_at is not None
        assert "Iris Vonk" in notice()["body"]

    def test_once_recorded_that_is_one_mediator_to_tell(self, client, callback):
        client.post(url("sheet_given", callback))
        changes_by_person.erase(callback.registration_id, timezone.now())
        assert Informed.objects.count() == 1


class TestTakenBack:
    def test_opened_again_it_names_the_mediator_and_stays_on_the_list_until_told(
        self, client, callback, mediator
    ):
        response = client.post(url("reopen", callback), follow=True)
        assert any("Tell Iris Vonk" in message for message in messages_of(response))
        assert "Iris Vonk has had the handover sheet since" in details(client, callback)
        assert "may still call" in details(client, callback)
        assert reason_on_screen(client, callback) == Unfinished.SHEET_OUT
        assert "Iris Vonk knows" in details(client, callback)

        response = told(client, callback, mediator)
        assert "Recorded: the mediator knows how things stand." in messages_of(response)
        assert reason_on_screen(client, callback) is None
        assert "Iris Vonk" not in details(client, callback)
        [entry] = AccessLogEntry.objects.filter(action=AccessAction.MEDIATOR_TOLD)
        assert entry.registration_number == callback.registration_id

    def test_given_to_another_the_first_one_is_named_until_told(
        self, client, callback, coordinator, mediator
    ):
        other = MediatorFactory(name="Ben Smit")
        data = {"hand-over-mediator": other.pk, "hand-over-with_story": "on"}
        response = client.post(url("hand_over", callback), data, follow=True)
        assert any("Tell Iris Vonk" in message for message in messages_of(response))
        give_sheet(client, callback)
        case_export.take_out([callback.registration_id], coordinator, timezone.now())
        [shown] = client.get(reverse(UNFINISHED)).context["rows"]
        assert (shown.reason, shown.mediator) == (Unfinished.SHEET_OUT, "Iris Vonk")
        assert apply_retention(timezone.now() + LATER).held_back == {"sheet_out": 1}
        [row] = to_be_told()
        assert row.mediator == mediator

        told(client, callback, mediator)
        assert reason_on_screen(client, callback) is None
        apply_retention(timezone.now() + LATER)
        assert not Registration.objects.exists()
        assert not Informed.objects.exists()

    def test_a_mediator_who_gets_the_sheet_once_more_has_it_again(
        self, client, callback, coordinator, mediator
    ):
        reopen(callback.pk, coordinator)
        told(client, callback, mediator)
        allocate_callback(callback, coordinator, mediator)
        give_sheet(client, callback)
        assert not to_be_told().exists()
        reopen(callback.pk, coordinator)
        assert reason_on_screen(client, callback) == Unfinished.SHEET_OUT

    @pytest.mark.parametrize(
        "outcome", [each for each in Lifecycle.outcomes() if each != Lifecycle.ALLOCATED]
    )
    def test_however_it_ends_after_that(self, client, callback, coordinator, outcome):
        reopen(callback.pk, coordinator)
        now = timezone.now()
        ending.end_locked(Callback.objects.select_related("registration").get(), outcome, now)
        assert reason_on_screen(client, callback) == Unfinished.SHEET_OUT
        assert "Iris Vonk has had the handover sheet since" in details(client, callback)
        assert apply_retention(now + LATER).held_back == {"sheet_out": 1}

    def test_what_is_theirs_again_cannot_be_told(self, client, callback, mediator):
        told(client, callback, mediator)
        assert Informed.objects.get().told_at is None

    def test_a_colleague_leaves_it_to_who_may(self, client, callback, coordinator, sam, mediator):
        reopen(callback.pk, coordinator)
        assert "Iris Vonk knows" not in details(client, callback)
        told(client, callback, mediator)
        assert Informed.objects.get().told_at is None

    def test_a_sheet_of_another_registration_is_not_told_here(
        self, client, callback, coordinator, mediator
    ):
        reopen(callback.pk, coordinator)
        elsewhere = CallbackFactory(claimed_by=coordinator)
        row = Informed.objects.get()
        client.post(reverse("callbacks:mediator_told", args=[elsewhere.address, row.pk]))
        assert Informed.objects.get().told_at is None


class TestThePersonStops:
    @pytest.mark.parametrize("stop", [changes_by_person.withdraw, changes_by_person.pause])
    def test_the_desk_gets_a_mail_that_names_the_mediator(
        self, client, callback, coordinator, stop
    ):
        reopen(callback.pk, coordinator)
        stop(callback.registration_id, timezone.now())
        mail = notice()
        assert "Iris Vonk" in mail["body"]
        assert callback.registration.read_answers().name not in mail["body"]
        assert str(callback) in mail["subject"]
        assert reason_on_screen(client, callback) == Unfinished.SHEET_OUT

    def test_no_mail_where_no_mediator_knows(self):
        callback = CallbackFactory()
        changes_by_person.withdraw(callback.registration_id, timezone.now())
        assert not OutboundMail.objects.filter(code=MailCode.DESK_INFORMED).exists()


class TestDeleted:
    def test_the_page_names_the_mediator_and_after_it_the_number_stays(
        self, client, callback, mediator
    ):
        show_password(client)
        number = callback.registration_id
        address = reverse("privacy_duties:erase", args=[number])
        assert "Iris Vonk" in client.get(address).content.decode()
        words = client.post(address, {"sure": "on"}).content.decode()
        assert "Not done yet." in words
        assert "Iris Vonk" in words
        assert not Registration.objects.exists()
        assert not HandOver.objects.exists()
        assert "Iris Vonk" in notice()["body"]

        response = client.get(reverse(UNFINISHED))
        [row] = response.context["erased"]
        assert (row.number, row.who) == (number, "Iris Vonk")
        assert "Iris Vonk" in response.content.decode()
        counts = {each.reason: each.number for each in response.context["counts"]}
        assert counts[Unfinished.SHEET_OUT] == 1
        assert "Tell the mediator who may still call" in client.get("/admin/").content.decode()

        response = client.post(reverse("registration_erased_told", args=[row.pk]), follow=True)
        assert messages_of(response) == ["Recorded. Nothing is left of this registration."]
        assert not Informed.objects.exists()
        assert response.context["erased"] == []
        [entry] = AccessLogEntry.objects.filter(action=AccessAction.MEDIATOR_TOLD)
        assert entry.registration_number == number

    def test_twice_told_says_that_a_colleague_was_first(self, client, coordinator):
        response = client.post(reverse("registration_erased_told", args=[1]), follow=True)
        assert messages_of(response) == ["A colleague has already recorded this."]

    def test_what_is_still_there_cannot_be_told_as_deleted(self, client, callback, coordinator):
        reopen(callback.pk, coordinator)
        row = Informed.objects.get()
        client.post(reverse("registration_erased_told", args=[row.pk]))
        assert Informed.objects.get().told_at is None

    def test_the_person_does_so_on_their_own_page(self, callback):
        changes_by_person.erase(callback.registration_id, timezone.now())
        assert Informed.objects.get().erased_at is not None
        assert "Iris Vonk" in notice()["body"]

    def test_what_was_exported_has_to_be_deleted_there_and_its_mediator_told(
        self, client, coordinator, mediator
    ):
        callback = CallbackFactory(claimed_by=coordinator)
        allocate_callback(callback, coordinator, mediator)
        case_export.take_out([callback.registration_id], coordinator, timezone.now())
        changes_by_person.erase(callback.registration_id, timezone.now())
        rows = client.get(reverse(UNFINISHED)).context["erased"]
        assert sorted(row.who for row in rows) == ["Iris Vonk", "the case system"]

    def test_who_was_told_that_it_ended_is_not_told_again_but_the_case_system_is(
        self, client, callback, coordinator, mediator
    ):
        case_export.take_out([callback.registration_id], coordinator, timezone.now())
        reopen(callback.pk, coordinator)
        told(client, callback, mediator)
        put_on_record(callback, Lifecycle.OTHER_SERVICE)
        ending.end(callback.pk, coordinator, Lifecycle.OTHER_SERVICE)
        client.post(url("end_told", callback))
        changes_by_person.erase(callback.registration_id, timezone.now())
        assert [row.who for row in client.get(reverse(UNFINISHED)).context["erased"]] == [
            "the case system"
        ]

    def test_exported_for_the_same_mediator_once_more_counts_anew(
        self, client, callback, coordinator, mediator
    ):
        reopen(callback.pk, coordinator)
        told(client, callback, mediator)
        allocate_callback(callback, coordinator, mediator)
        case_export.take_out([callback.registration_id], coordinator, timezone.now())
        changes_by_person.erase(callback.registration_id, timezone.now())
        assert {row.mediator for row in Informed.objects.all()} == {mediator, None}

    def test_nobody_outside_is_named_where_nobody_knows(self, client, coordinator):
        show_password(client)
        callback = CallbackFactory()
        address = reverse("privacy_duties:erase", args=[callback.registration_id])
        assert "Outside the desk" not in client.get(address).content.decode()
        assert "Outside the desk" not in client.post(address, {"sure": "on"}).content.decode()

    def test_only_a_number_is_left_of_the_person(self, callback):
        changes_by_person.erase(callback.registration_id, timezone.now())
        assert {field.name for field in Informed._meta.get_fields()} == {
            "id",
            "registration_number",
            "is_demo",
            "mediator",
            "way",
            "at",
            "by",
            "told_at",
            "erased_at",
        }

    def test_what_time_removes_is_a_case_that_goes_on(self, callback, coordinator):
        case_export.take_out([callback.registration_id], coordinator, timezone.now())
        apply_retention(timezone.now() + LATER)
        assert not Registration.objects.exists()
        assert not Informed.objects.exists()

    def test_deleted_once_more_after_a_backup_they_are_told_once_more(self, callback):
        kinds = [each.kind for each in ledger_of(callback)]
        assert kinds == ["registration", "registration_asked"]
        erasures.repeat(ledger_of(callback))
        assert not Registration.objects.exists()
        assert Informed.objects.get().erased_at is not None

    def test_what_time_had_removed_asks_nothing_of_anybody_after_a_backup(self, callback):
        erasures.repeat([each for each in ledger_of(callback) if each.kind == "registration"])
        assert not Registration.objects.exists()
        assert not Informed.objects.exists()


def ledger_of(callback) -> list[Entry]:
    """Return what the ledger would hold, had this been deleted; it is there again."""
    with transaction.atomic():
        changes_by_person.erase(callback.registration_id, timezone.now())
        found = [
            Entry(row.erased_at, row.kind, row.key_hash)
            for row in ErasedKey.objects.order_by("kind")
        ]
        transaction.set_rollback(True)
    return found


def test_the_answers_were_corrected_and_the_sheet_says_otherwise(client, callback):
    address = reverse("privacy_duties:correct", args=[callback.registration_id])
    form = client.get(address).context
    data = {}
    for part in form["parts"]:
        for field in part:
            value = field.value()
            if value not in (None, "", False, []):
                data[field.html_name] = value
    response = client.post(address, data | {"name": "Anders"}, follow=True)
    assert any(
        message.startswith("Iris Vonk has a handover sheet with the answers from before")
        for message in messages_of(response)
    )


def test_whoever_asks_for_their_data_reads_that_a_mediator_got_the_sheet(client, callback):
    show_password(client)
    person = [callback.registration_id]
    words = client.post(reverse("privacy_duties:data", args=person)).content.decode()
    assert "Een bemiddelaar kreeg een blad met je antwoorden" in words
    data = client.post(reverse("privacy_duties:file", args=person))
    [sheet] = json.loads(b"".join(data.streaming_content))["sheets"]
    assert sheet["told_at"] is None
