"""A page that stayed open in another tab: what changed meanwhile is said, and nothing is lost."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import URLPattern, reverse
from django.utils import timezone

from registration.casework import attempts, changes_by_person, claims, ending, notes
from registration.casework.reopening import reopen
from registration.casework.seen import changed_since, stamp_of
from registration.desk.callback.one_callback import CallbackMixin
from registration.desk.urls import admin_urls
from registration.handover.allocation import Allocation, allocate
from registration.models import Absence, Callback, ContactAttempt, HandOver, Registration
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.desk.screens import messages_of, url
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    put_on_record,
)
from tests.registration.handover.factories import MediatorFactory, allocate_callback

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]

MEANWHILE = "Something has changed in the meantime."


def form_of(client, page: str, action: str) -> dict[str, str]:
    """Return what the form of a page carries, as a browser sends it, without the buttons."""
    soup = BeautifulSoup(client.get(page).content, "html.parser")
    [form] = [each for each in soup.find_all("form") if each.get("action", "") == action]
    return {
        field["name"]: field.get("value", "")
        for field in form.find_all("input", type="hidden")
        if field["name"] != "csrfmiddlewaretoken"
    }


class OldTab:
    """The forms of a callback's screen as they were at a moment."""

    def __init__(self, client, callback):
        self.client, self.callback = client, callback
        page = client.get(url("details", callback)).content.decode()
        soup = BeautifulSoup(page, "html.parser")
        self.forms = {
            form["action"]: form.find("input", attrs={"name": "seen"})
            for form in soup.find_all("form", method="post")
        }

    def send(self, name, **data):
        """Send the form of this name as it was then."""
        action = url(name, self.callback)
        seen = self.forms[action]
        assert seen is not None, f"{name} carries nothing"
        return self.client.post(action, data | {"seen": seen["value"]})


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_every_form_of_the_screen_says_what_it_was_made_from(client, coordinator):
    """But those that change nothing, or take what nobody has."""
    callback = CallbackFactory(
        claimed_by=coordinator, registration__answers=AnswersFactory(helped=True, all_channels=True)
    )
    taken, closed = CallbackFactory(), CallbackFactory(claimed_by=coordinator, spoken=True)
    allocate_callback(closed, coordinator, MediatorFactory())
    client.post(url("sheet_given", closed))
    attempts.record_attempt(callback.pk, coordinator, AttemptResult.REACHED)
    found = set()
    for each in (callback, taken, closed):
        for action, seen in OldTab(client, each).forms.items():
            name = re.sub(r"^/admin/callbacks/[\d-]+/", "", action)
            if name.startswith(("/admin", "/")):
                continue  # of the admin's own frame
            found.add(name)
            assert (seen is None) == (name in {"take/", "read/", "story/"}), name
    assert {"attempt/", "plan/", "note/", "close/", "client/", "reopen/", "release/"} <= found


def addresses_of_forms() -> dict[str, URLPattern]:
    """Return the address of each view of the desk that is sent forms, by its whole name."""
    return {
        f"{namespace}:{pattern.name}": pattern
        for group in admin_urls
        if (namespace := getattr(group, "namespace", None))
        for pattern in group.url_patterns
        if hasattr(pattern.callback.view_class, "post")
    }


FORMS = addresses_of_forms()
STAMPED = [name for name, each in FORMS.items() if getattr(each.callback.view_class, "acts_on", ())]


def test_every_form_about_a_callback_says_on_what_it_depends():
    """But those that only show something, or take what nobody has."""
    about_one = {
        name for name, each in FORMS.items() if issubclass(each.callback.view_class, CallbackMixin)
    }
    assert about_one - {*STAMPED} == {"callbacks:read", "callbacks:take", "callbacks:story"}


@pytest.mark.parametrize("stamp", ["", "made~state=up"], ids=["no stamp", "a made up stamp"])
@pytest.mark.parametrize("name", STAMPED)
def test_a_form_that_does_not_say_what_it_was_made_from_is_refused(client, sam, name, stamp):
    callback = CallbackFactory(claimed_by=sam, spoken=True)
    attempt = ContactAttemptFactory(callback=callback, made_by=sam)
    known = {"which": callback.address, "pk": callback.registration_id}
    known |= {"attempt": attempt.pk, "informed": 1}
    action = reverse(name, kwargs={key: known[key] for key in FORMS[name].pattern.converters})
    before = stamp_of(callback.registration, callback)
    typed = {"note": "Heeft een hond", "desk-note": "Heeft een hond"}
    response = client.post(action, typed | {"seen": stamp}, follow=True)
    words = text_of(response)
    assert "Nothing has been recorded now. Look, and decide again." in words
    assert ("Your page did not tell us how things stood" in words) == (not stamp)
    assert not changed_since(before, Registration.objects.get(), Callback.objects.get())
    if name.endswith("note"):
        assert response.status_code == 409
        assert "Heeft een hond" in words


class TestTheSameFormTwice:
    def test_a_letter_that_was_sent_counts_once(self, client, sam):
        callback = CallbackFactory(letter=True, claimed_by=sam)
        tab = OldTab(client, callback)
        assert tab.send("attempt", result=AttemptResult.SENT).status_code == 302
        response = tab.send("attempt", result=AttemptResult.SENT)
        assert response.status_code == 409
        words = text_of(response)
        assert MEANWHILE in words
        assert "The last attempt is now: Letter or e-mail sent" in words
        assert "by Sam" in words
        assert ContactAttempt.objects.count() == 1
        assert Callback.objects.get().attempt_count == 1

    def test_after_looking_one_more_can_be_recorded(self, client, sam):
        callback = CallbackFactory(letter=True, claimed_by=sam)
        tab = OldTab(client, callback)
        tab.send("attempt", result=AttemptResult.SENT)
        refused = tab.send("attempt", result=AttemptResult.SENT)
        soup = BeautifulSoup(refused.content, "html.parser")
        [form, *_others] = soup.find_all("form", action=url("attempt", callback))
        seen = form.find("input", attrs={"name": "seen"})["value"]
        data = {"result": AttemptResult.SENT, "seen": seen}
        assert client.post(url("attempt", callback), data).status_code == 302
        assert ContactAttempt.objects.count() == 2

    def test_undoing_takes_back_one_attempt(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        attempts.record_attempt(callback.pk, sam, AttemptResult.CALLED_US)
        attempts.record_attempt(callback.pk, sam, AttemptResult.REACHED)
        tab = OldTab(client, callback)
        tab.send("undo")
        tab.send("undo")
        assert ContactAttempt.objects.count() == 1


class TestNotes:
    def test_an_older_note_replaces_no_newer_one_and_is_still_there(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, registration__desk_note="Eerst")
        first, second = OldTab(client, callback), OldTab(client, callback)
        second.send("note", **{"desk-note": "Belt liever na zes uur"})
        response = first.send("note", **{"desk-note": "Heeft een hond"})
        assert response.status_code == 409
        words = text_of(response)
        assert "Sam changed the desk’s note" in words
        assert "Belt liever na zes uur" in words
        assert "Heeft een hond" in words
        assert Registration.objects.get().desk_note == "Belt liever na zes uur"

    def test_an_older_note_with_an_attempt_neither(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        attempt = attempts.record_attempt(callback.pk, sam, AttemptResult.REACHED, "Eerst")
        address = reverse("callbacks:attempt_note", args=[callback.address, attempt.pk])
        tab = OldTab(client, callback)
        seen = tab.forms[address]["value"]
        notes.edit_attempt_note(callback.pk, sam, attempt.pk, "Nieuwer")
        response = client.post(address, {"note": "Ouder", "seen": seen})
        assert response.status_code == 409
        assert "Ouder" in text_of(response)
        attempt.refresh_from_db()
        assert attempt.note == "Nieuwer"

    def test_what_was_typed_is_shown_to_whom_it_is_no_longer(self, client, sam, robin, coordinator):
        callback = CallbackFactory(claimed_by=sam)
        client.force_login(sam)
        tab = OldTab(client, callback)
        claims.reassign(callback.pk, coordinator, robin)
        response = tab.send("note", **{"desk-note": "Heeft een hond"})
        assert response.status_code == 409
        words = text_of(response)
        assert "You have not taken this callback, so nothing was recorded." in words
        assert "Heeft een hond" in words
        assert callback.registration.read_answers().name not in words
        assert Registration.objects.get().desk_note is None

    def test_a_note_of_another_tab_does_not_stand_in_the_way_of_an_attempt(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        first, second = OldTab(client, callback), OldTab(client, callback)
        second.send("note", **{"desk-note": "Iets"})
        assert first.send("attempt", result=AttemptResult.NO_ANSWER).status_code == 302
        assert ContactAttempt.objects.count() == 1


class TestTheStateIsAnother:
    def test_closing_what_the_person_changed_meanwhile(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, spoken=True)
        tab = OldTab(client, callback)
        answers = {"avoid": ("monday:morning",)}
        changes_by_person.change_contact(callback.registration_id, answers, timezone.now())
        data = {"close-outcome": Lifecycle.OTHER_SERVICE, "close-note": "Past beter"}
        response = tab.send("close", **data)
        assert response.status_code == 409
        assert "The answers were changed" in text_of(response)
        assert "Past beter" in text_of(response)
        assert Registration.objects.get().state == Lifecycle.RECEIVED

    def test_what_was_closed_meanwhile_keeps_the_note(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        tab = OldTab(client, callback)
        changes_by_person.withdraw(callback.registration_id, timezone.now())
        response = tab.send("attempt", result=AttemptResult.NO_ANSWER, note="Belde twee keer")
        assert response.status_code == 409
        assert "Belde twee keer" in text_of(response)
        assert not ContactAttempt.objects.exists()

    def test_opening_again_what_ended_in_another_way_since(self, client, coordinator):
        callback = CallbackFactory(claimed_by=coordinator, spoken=True)
        allocate_callback(callback, coordinator)
        tab = OldTab(client, callback)
        reopen(callback.pk, coordinator)
        put_on_record(callback, Lifecycle.OTHER_SERVICE)
        ending.end(callback.pk, coordinator, Lifecycle.OTHER_SERVICE)
        tab.send("reopen")
        [message] = messages_of(client.get(url("details", callback)))
        assert "The status is now: Another service fits better." in message
        assert Registration.objects.get().state == Lifecycle.OTHER_SERVICE

    def test_opening_again_from_the_list_of_closed(self, client, coordinator):
        callback = CallbackFactory(claimed_by=coordinator, spoken=True)
        allocate_callback(callback, coordinator)
        action = url("reopen", callback)
        data = form_of(client, reverse("callbacks:closed"), action)
        assert data["seen"]
        Registration.objects.update(state_changed_at=timezone.now() + timedelta(minutes=1))
        client.post(action, data)
        assert Registration.objects.get().state == Lifecycle.ALLOCATED


class TestWhoHasIt:
    def test_the_coordinator_does_not_take_it_from_somebody_else_than_shown(
        self, client, coordinator, robin, sam
    ):
        callback = CallbackFactory(claimed_by=robin)
        client.force_login(coordinator)
        tab = OldTab(client, callback)
        claims.reassign(callback.pk, coordinator, sam)
        for name, data in (("release", {}), ("reassign", {"colleague": coordinator.pk})):
            tab.send(name, **data)
            [message] = messages_of(client.get(url("details", callback)))
            assert "Sam has this callback now." in message
        assert Callback.objects.get().claimed_by == sam

    def test_giving_back_what_an_absent_colleague_had(self, client, coordinator, robin, sam):
        callback = CallbackFactory(claimed_by=robin)
        client.force_login(coordinator)
        today = timezone.localdate()
        Absence.objects.create(user=robin, first_day=today, last_day=today)
        action = reverse("coming_days:give_back", args=[callback.address])
        data = form_of(client, reverse("coming_days:index"), action)
        assert data["seen"]
        claims.reassign(callback.pk, coordinator, sam)
        client.post(action, data)
        assert Callback.objects.get().claimed_by == sam


class TestPassingOn:
    def test_a_mediator_whom_a_colleague_chose_is_not_replaced(self, client, coordinator):
        callback = CallbackFactory(claimed_by=coordinator, spoken=True)
        first, other = MediatorFactory(name="Iris Vonk"), MediatorFactory(name="Ben Smit")
        allocate_callback(callback, coordinator)
        data = form_of(client, url("hand_over", callback), url("hand_over", callback))
        allocate(callback, coordinator, Allocation(mediator=other))
        data |= {"hand-over-mediator": str(first.pk), "hand-over-told": "Iris belt"}
        response = client.post(url("hand_over", callback), data)
        assert response.status_code == 409
        words = text_of(response)
        assert "Kim changed the mediator, or what goes along" in words
        assert "Iris belt" in words
        assert HandOver.objects.get().mediator == other
        data["seen"] = form_of(client, url("hand_over", callback), url("hand_over", callback))[
            "seen"
        ]
        assert client.post(url("hand_over", callback), data).status_code == 302
        assert HandOver.objects.get().mediator == first

    def test_what_was_written_is_not_lost_with_the_callback(self, client, sam, robin, coordinator):
        callback = CallbackFactory(claimed_by=sam, spoken=True)
        client.force_login(sam)
        data = form_of(client, url("hand_over", callback), url("hand_over", callback))
        claims.reassign(callback.pk, coordinator, robin)
        data |= {"hand-over-mediator": "nobody_yet", "hand-over-told": "Iris belt"}
        response = client.post(url("hand_over", callback), data)
        assert response.status_code == 409
        assert "Iris belt" in text_of(response)
        assert not HandOver.objects.exists()


def test_older_answers_replace_no_newer_ones(client, coordinator):
    callback = CallbackFactory(claimed_by=coordinator)
    page = reverse("privacy_duties:correct", args=[callback.registration_id])
    seen = form_of(client, page, "")["seen"]
    answers = {"phone": "+31612345678"}
    changes_by_person.change_contact(callback.registration_id, answers, timezone.now())
    data = {"seen": seen, "name": "Noortje", "phone": "030 234 5678"}
    response = client.post(page, data)
    assert response.status_code == 409
    words = text_of(response)
    assert "The answers were changed, by the person or by the desk." in words
    assert "Noortje" in words
    assert Registration.objects.get().read_answers().phone == "+31612345678"
