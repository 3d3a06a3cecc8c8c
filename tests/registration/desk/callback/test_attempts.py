"""What came of an attempt, and how a registration ends: only what is possible is recorded."""

from datetime import UTC, datetime

import pytest

from registration.models import Callback, ContactAttempt, Registration
from registration.vocabulary.callbacks import AttemptResult, CallbackState
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.desk.screens import QUEUE, details, messages_of, url
from tests.registration.factories import AnswersFactory, CallbackFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]


def words(html: str) -> str:
    """Return a page with single spaces."""
    return " ".join(html.split())


class TestAttempts:
    def record(self, client, callback, **data):
        return client.post(url("attempt", callback), data)

    @pytest.mark.parametrize(
        "result", [AttemptResult.NO_ANSWER, AttemptResult.WRONG_NUMBER, AttemptResult.REACHED]
    )
    def test_it_is_recorded_with_its_note(self, client, sam, result):
        callback = CallbackFactory(claimed_by=sam)
        self.record(client, callback, result=result, note="Korte notitie")
        attempt = ContactAttempt.objects.get()
        assert (attempt.result, attempt.note, attempt.made_by) == (result, "Korte notitie", sam)

    def test_who_was_reached_stays_on_the_screen_for_the_outcome(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        response = self.record(client, callback, result=AttemptResult.REACHED)
        assert response["Location"] == url("details", callback)
        assert Callback.objects.get().claimed_by == sam
        assert Registration.objects.get().state == Lifecycle.SPOKEN

    def test_no_answer_puts_it_back_in_the_queue(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        response = self.record(client, callback, result=AttemptResult.NO_ANSWER)
        assert response["Location"] == QUEUE
        assert Callback.objects.get().claimed_by is None

    @pytest.mark.parametrize("left_the_house", [True, False])
    def test_only_what_can_be_undone_offers_to_undo_it(self, client, sam, left_the_house):
        callback = CallbackFactory(claimed_by=sam, letter=left_the_house)
        result = AttemptResult.SENT if left_the_house else AttemptResult.NO_ANSWER
        answer = client.post(url("attempt", callback), {"result": result}, follow=True)
        assert ("A mistake?" in answer.text) is not left_the_house

    def test_a_voicemail_is_only_an_option_where_it_is_allowed(self, client, sam):
        forbidden = CallbackFactory(claimed_by=sam)
        assert 'value="voicemail"' not in details(client, forbidden)
        response = self.record(client, forbidden, result=AttemptResult.VOICEMAIL)
        assert response.status_code == 422
        assert not ContactAttempt.objects.exists()
        allowed = CallbackFactory(
            claimed_by=sam,
            registration__answers=AnswersFactory(all_channels=True, phone="+31201234567"),
        )
        assert 'value="voicemail"' in details(client, allowed)
        assert self.record(client, allowed, result=AttemptResult.VOICEMAIL).status_code == 302

    def test_where_nobody_may_call_only_that_the_person_called_us_is_offered(self, client, sam):
        answers = AnswersFactory(avoid=("tuesday:morning",), all_channels=True)
        callback = CallbackFactory(claimed_by=sam, registration__answers=answers)
        text = details(client, callback)
        assert "Nobody may call now" in text
        assert 'value="called_us"' in text
        for result in ("reached", "no_answer", "voicemail", "wrong_number", "call_back"):
            assert f'value="{result}"' not in text
        assert self.record(client, callback, result="no_answer").status_code == 422
        self.record(client, callback, result="called_us")
        assert Registration.objects.get().state == Lifecycle.SPOKEN

    def test_a_planned_moment_that_is_still_to_come_warns(self, client, sam):
        planned = datetime(2026, 6, 9, 12, 0, tzinfo=UTC)
        callback = CallbackFactory(claimed_by=sam, next_attempt_at=planned)
        warning = "The next attempt is planned: Tuesday 9 June at 14:00."
        assert warning in words(details(client, callback))
        Callback.objects.update(next_attempt_at=datetime(2026, 6, 9, 7, 0, tzinfo=UTC))
        assert "Only try sooner" not in words(details(client, callback))

    def test_a_call_that_was_agreed_is_named_on_its_card(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        agreed = {"next_date": "2026-06-10", "next_time": "14:30"}
        self.record(client, callback, result=AttemptResult.CALL_BACK, **agreed)
        client.post(url("take", callback))
        text = words(details(client, callback))
        assert "We agreed to call: Wednesday 10 June at 14:30." in text
        assert "The next attempt is planned" not in text
        heading = text.partition('id="desk-summary-heading">')[2].partition("</h2>")[0]
        assert heading.strip() == "Agreed: Wednesday 10 June at 14:30"

    def test_the_card_of_who_was_spoken_to_asks_for_no_call(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        self.record(client, callback, result=AttemptResult.REACHED)
        client.post(url("release", callback))
        text = words(details(client, callback))
        heading = text.partition('id="desk-summary-heading">')[2].partition("</h2>")[0]
        assert heading.strip() == "There was contact: only the outcome is left to choose"
        assert "Contact on Tuesday 9 June, no outcome yet" in text

    def test_a_letter_is_sent_and_not_called(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, letter=True)
        text = details(client, callback)
        assert 'value="sent"' in text
        assert 'value="no_answer"' not in text
        self.record(client, callback, result=AttemptResult.SENT)
        assert ContactAttempt.objects.get().result == AttemptResult.SENT

    def test_calling_back_is_planned(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        self.record(
            client,
            callback,
            result=AttemptResult.CALL_BACK,
            next_date="2026-06-10",
            next_time="14:30",
        )
        planned = Callback.objects.get().next_attempt_at
        assert planned == datetime(2026, 6, 10, 12, 30, tzinfo=UTC)

    def test_calling_back_far_ahead_is_asked_about(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        agreed = {
            "result": AttemptResult.CALL_BACK,
            "next_date": "2027-11-30",
            "next_time": "10:00",
        }
        response = self.record(client, callback, **agreed)
        assert response.status_code == 422
        text = response.content.decode()
        assert "Are day and year right? Then tick the box below." in text
        assert 'name="next_date_is_right"' in text
        assert not ContactAttempt.objects.exists()
        self.record(client, callback, **agreed, next_date_is_right="on")
        assert Callback.objects.get().next_attempt_at == datetime(2027, 11, 30, 9, 0, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("moment", "error"),
        [
            ({}, "Enter when to call back"),
            ({"next_date": "2026-06-10"}, "Enter a time too"),
            ({"next_time": "14:30"}, "Enter a date too"),
            ({"next_date": "2026-06-08", "next_time": "14:30"}, "Choose a moment in the future"),
            ({"next_date": "2026-06-13", "next_time": "14:30"}, "The desk is closed then."),
            ({"next_date": "2026-06-10", "next_time": "17:00"}, "The desk is closed then."),
            ({"next_date": "2026-06-11", "next_time": "9:30"}, "The person ruled this moment out."),
            ({"next_date": "soon", "next_time": "14:30"}, "We cannot read this as a date."),
        ],
    )
    def test_a_moment_that_cannot_be_is_explained(self, client, sam, moment, error):
        callback = CallbackFactory(
            claimed_by=sam, registration__answers=AnswersFactory(avoid=("thursday:morning",))
        )
        response = self.record(
            client, callback, result=AttemptResult.CALL_BACK, note="Blijft staan", **moment
        )
        text = response.content.decode()
        assert response.status_code == 422
        assert error in text
        assert "Blijft staan" in text
        assert not ContactAttempt.objects.exists()
        assert Callback.objects.get().claimed_by == sam

    def test_without_a_result_nothing_is_recorded(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        response = self.record(client, callback, note="Wel een notitie")
        assert response.status_code == 422
        assert "Choose what happened" in response.content.decode()

    def test_a_forged_result_is_refused(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        assert self.record(client, callback, result="withdrawn").status_code == 422

    def test_who_has_not_taken_it_records_nothing(self, client, sam, robin):
        callback = CallbackFactory(claimed_by=robin)
        response = client.post(
            url("attempt", callback), {"result": AttemptResult.REACHED}, follow=True
        )
        assert messages_of(response) == [
            "You have not taken this callback, so nothing was recorded."
        ]
        assert not ContactAttempt.objects.exists()

    def test_a_double_click_records_one_attempt(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        self.record(client, callback, result=AttemptResult.NO_ANSWER)
        self.record(client, callback, result=AttemptResult.NO_ANSWER)
        assert ContactAttempt.objects.count() == 1


class TestEnding:
    def test_it_ends_with_an_outcome_and_a_note(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, spoken=True)
        response = client.post(
            url("close", callback),
            {"close-outcome": Lifecycle.OTHER_SERVICE, "close-note": "Regio Utrecht"},
        )
        assert response["Location"] == QUEUE
        assert Callback.objects.get().state == CallbackState.DONE
        registration = Registration.objects.get()
        assert (registration.state, registration.desk_note) == (
            Lifecycle.OTHER_SERVICE,
            "Regio Utrecht",
        )

    @pytest.mark.parametrize("outcome", ["", "spoken", "received", "nonsense"])
    def test_only_an_outcome_closes(self, client, sam, outcome):
        callback = CallbackFactory(claimed_by=sam)
        response = client.post(url("close", callback), {"close-outcome": outcome})
        assert response.status_code == 422
        assert Callback.objects.get().state == CallbackState.OPEN

    def test_what_is_closed_takes_no_more_attempts(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, done=True)
        client.post(url("attempt", callback), {"result": AttemptResult.REACHED})
        assert not ContactAttempt.objects.exists()

    def test_who_has_not_taken_it_closes_nothing(self, client, sam):
        callback = CallbackFactory()
        client.post(url("close", callback), {"close-outcome": Lifecycle.OTHER_SERVICE})
        assert Callback.objects.get().state == CallbackState.OPEN
