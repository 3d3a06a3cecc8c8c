"""What came of an attempt, and how a registration ends: only what is possible is recorded."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from django.utils.translation import override

from registration.casework import attempts, claims
from registration.casework.desk_calendar import current_calendar
from registration.models import AttemptPolicy, Callback, ContactAttempt, Registration
from registration.rules.deadlines import DESK_TIME_ZONE, due_at
from registration.vocabulary.callbacks import AttemptResult, CallbackState
from registration.vocabulary.lifecycle import Lifecycle
from registration.words.dates import date_in_words
from tests.registration.desk.screens import QUEUE, details, messages_of, url
from tests.registration.factories import AnswersFactory, CallbackFactory
from tests.registration.rules.test_deadlines import amsterdam

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


class TestTheDayThatIsSaid:
    """The words of the scripts, and what recording the attempt then plans."""

    ANSWERS = {"all_channels": True, "organisation_may_be_named": True, "email": "a@example.org"}

    @pytest.mark.parametrize("result", [AttemptResult.NO_ANSWER, AttemptResult.VOICEMAIL])
    @pytest.mark.parametrize("received", ["2026-11-20 09:30", "2026-11-23 09:30"])
    @pytest.mark.parametrize("planned", [None, "2026-11-24 10:00", "2026-11-26 10:00"])
    def test_is_the_day_on_which_it_is_planned(self, client, sam, result, received, planned):
        with time_machine.travel(amsterdam("2026-11-23 10:00"), tick=False):
            client.force_login(sam)
            at = amsterdam(received)
            callback = CallbackFactory(
                claimed_by=sam,
                due_at=due_at(at, current_calendar(at)),
                next_attempt_at=planned and amsterdam(planned),
                registration__received_at=at,
                registration__language="en",
                registration__answers=AnswersFactory(**self.ANSWERS),
            )
            page = words(details(client, callback))
            said = set(re.findall(r"again (on \w+ \d+ \w+|another time)", page))
            attempts.record_attempt(callback.pk, sam, result)
        callback.refresh_from_db()
        day = callback.next_attempt_at.astimezone(DESK_TIME_ZONE).date()
        with override("en"):
            assert said == {f"on {date_in_words(day)}"}

    def test_is_no_day_where_none_is_planned(self, client, sam):
        AttemptPolicy.objects.update_or_create(defaults={"plans_next": False})
        callback = CallbackFactory(
            claimed_by=sam,
            registration__language="en",
            registration__answers=AnswersFactory(**self.ANSWERS),
        )
        page = words(details(client, callback))
        assert "I will try again another time." in page
        assert not re.search(r"again on \w+day", page)


class TestAnAgreedMoment:
    @pytest.fixture
    def agreed(self, sam):
        callback = CallbackFactory(claimed_by=sam)
        at = timezone.now() + timedelta(days=1, hours=3)
        attempts.record_attempt(callback.pk, sam, AttemptResult.CALL_BACK, next_attempt_at=at)
        claims.claim(callback.pk, sam)
        return callback

    def test_stays_after_one_click(self, client, agreed):
        assert "The moment that we agreed stays." in details(client, agreed)
        client.post(url("attempt", agreed), {"result": AttemptResult.CALLED_US})
        page = details(client, agreed)
        assert "We agreed to call: Wednesday 10 June at 13:00" in page

    def test_is_over_where_that_is_chosen(self, client, agreed):
        data = {"result": AttemptResult.CALLED_US, "agreed": "over"}
        client.post(url("attempt", agreed), data)
        assert "We agreed to call" not in details(client, agreed)

    @pytest.mark.parametrize("ticked", [False, True])
    def test_that_is_moved_by_hand_is_agreed_only_where_that_is_ticked(
        self, client, agreed, ticked
    ):
        assert 'name="plan-is_agreed"' in details(client, agreed)
        data = {"plan-next_date": "2026-06-11", "plan-next_time": "14:30"}
        client.post(url("plan", agreed), {**data, **({"plan-is_agreed": "on"} if ticked else {})})
        page = details(client, agreed)
        assert ("We agreed to call: Thursday 11 June at 14:30" in page) is ticked
        assert ("The next attempt is planned: Thursday 11 June at 14:30" in page) is not ticked

    def test_can_be_agreed_only_with_whom_somebody_spoke(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        assert 'name="plan-is_agreed"' not in details(client, callback)
        data = {"plan-next_date": "2026-06-11", "plan-next_time": "14:30", "plan-is_agreed": "on"}
        client.post(url("plan", callback), data)
        assert "We agreed to call" not in details(client, callback)

    def test_is_asked_about_only_while_it_is_still_to_come(self, client, sam):
        page = details(client, CallbackFactory(claimed_by=sam))
        assert 'name="agreed"' not in page
        assert "that we agreed" not in page
