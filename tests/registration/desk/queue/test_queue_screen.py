"""The list of callbacks: what it shows, in which order, and what it never shows."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from registration.casework import attempts, claims
from registration.desk.queue.list_view import ROWS_PER_PAGE
from registration.desk.queue.open_answers import PartCount
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, TaskKind
from registration.vocabulary.lifecycle import Flag, Source
from tests.registration.desk.screens import TUESDAY_MORNING
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    RegistrationFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client, sam):
    def show(**query):
        response = client.get(reverse("callbacks:index"), query)
        assert response.status_code == 200
        return response

    return show


def rows(response):
    return [row.callback for row in response.context["table"].data]


def counts(response):
    return {part["code"]: part["count"].number for part in response.context["parts"]}


def tried(next_attempt_at):
    """Somebody was called a day ago; when the next attempt is planned."""
    return {
        "attempt_count": 1,
        "first_attempt_at": timezone.now() - timedelta(days=1),
        "next_attempt_at": next_attempt_at,
    }


def words(response):
    return response.content.decode()


def words_of_rows(response):
    """What the table says, without the names of parts and filters above it."""
    return words(response).partition('<table class="listing')[2]


class TestOrder:
    def test_overdue_comes_first_then_the_earliest_promise(self, shown):
        later = CallbackFactory(due_at=timezone.now() + timedelta(days=2))
        sooner = CallbackFactory(due_at=timezone.now() + timedelta(days=1))
        tried = CallbackFactory(
            due_at=timezone.now() - timedelta(days=3),
            first_attempt_at=timezone.now(),
            attempt_count=1,
        )
        overdue = CallbackFactory(overdue=True)
        assert rows(shown()) == [overdue, tried, sooner, later]

    def test_finished_callbacks_are_not_waiting(self, shown):
        CallbackFactory(done=True)
        response = shown()
        assert rows(response) == []
        assert "Nothing is waiting here." in words(response)


class TestParts:
    def test_each_part_shows_its_own(self, shown, sam, robin):
        overdue = CallbackFactory(overdue=True)
        mine = CallbackFactory(claimed_by=sam)
        theirs = CallbackFactory(claimed_by=robin)
        assert set(rows(shown(show="all"))) == {overdue, mine, theirs}
        assert rows(shown(show="overdue")) == [overdue]
        assert rows(shown(show="mine")) == [mine]
        assert rows(shown(show="unclaimed")) == [overdue]

    def test_the_language_of_the_form_filters(self, shown):
        CallbackFactory()
        english = CallbackFactory(registration__language="en")
        assert rows(shown(language="en")) == [english]

    def test_an_unknown_part_shows_everything(self, shown):
        callback = CallbackFactory()
        assert rows(shown(show="'; drop table", language="xx")) == [callback]

    def test_the_part_survives_a_choice_of_language(self, shown):
        response = shown(show="mine", language="en")
        parts = response.context["parts"]
        assert [part["code"] for part in parts if part["is_current"]] == ["mine"]
        assert all(part["url"].endswith("&language=en") for part in parts)

    @time_machine.travel(TUESDAY_MORNING, tick=False)
    def test_each_part_says_how_many_are_in_it(self, shown, sam, robin):
        CallbackFactory(overdue=True)
        CallbackFactory(due_at=timezone.now() + timedelta(hours=3), claimed_by=sam)
        wished = AnswersFactory(moments=("2026-06-09:morning",))
        CallbackFactory(registration__answers=wished, claimed_by=robin)
        CallbackFactory(needs_coordinator=True, **tried(timezone.now() + timedelta(hours=2)))
        CallbackFactory(done=True)
        response = shown()
        assert counts(response) == {
            "all": 4,
            "overdue": 1,
            "today": 2,
            "now": 1,
            "mine": 1,
            "unclaimed": 2,
            "retry": 1,
            "coordinator": 1,
        }
        for part in response.context["parts"]:
            query = part["url"].partition("?")[2]
            found = rows(shown(**dict(pair.split("=") for pair in query.split("&"))))
            assert PartCount(len(found)) == part["count"], part["code"]

    @time_machine.travel(TUESDAY_MORNING, tick=False)
    def test_a_retry_waits_until_its_moment_and_comes_last_until_then(self, shown):
        waiting = CallbackFactory(
            due_at=timezone.now() + timedelta(hours=1), **tried(timezone.now() + timedelta(hours=2))
        )
        ready = CallbackFactory(**tried(timezone.now() - timedelta(minutes=5)))
        assert rows(shown()) == [ready, waiting]
        assert rows(shown(show="retry")) == [waiting]
        assert words(shown()).count("Time for the next attempt") == 1

    @time_machine.travel(TUESDAY_MORNING, tick=False)
    def test_a_preferred_moment_is_now_only_if_calling_is_allowed(self, shown):
        wished = AnswersFactory(moments=("2026-06-09:morning",))
        now = CallbackFactory(registration__answers=wished)
        CallbackFactory(registration__answers=wished, **tried(timezone.now() + timedelta(hours=2)))
        CallbackFactory(
            registration__answers=AnswersFactory(
                moments=("2026-06-09:morning",), avoid=("tuesday:morning",)
            )
        )
        CallbackFactory(registration__answers=AnswersFactory(moments=("2026-06-09:afternoon",)))
        assert rows(shown(show="now")) == [now]

    @time_machine.travel(datetime(2026, 6, 9, 6, 30, tzinfo=UTC), tick=False)
    def test_no_moment_is_preferred_while_the_desk_is_closed(self, shown):
        CallbackFactory(registration__answers=AnswersFactory(moments=("2026-06-09:morning",)))
        assert rows(shown(show="now")) == []


class TestFilters:
    def test_task_source_and_kind_of_event_filter(self, shown):
        letter = CallbackFactory(letter=True)
        question = CallbackFactory(registration__source=Source.QUESTION)
        sexual = CallbackFactory(registration__answers=AnswersFactory(kind="sexual"))
        assert rows(shown(task="letter")) == [letter]
        assert rows(shown(source="question")) == [question]
        assert rows(shown(event="sexual")) == [sexual]

    def test_filters_combine_with_each_other_and_with_a_part(self, shown, sam):
        sexual = AnswersFactory(kind="sexual")
        mine = CallbackFactory(
            registration__answers=sexual, registration__language="en", claimed_by=sam
        )
        CallbackFactory(registration__answers=sexual, registration__language="en")
        CallbackFactory(registration__answers=sexual, claimed_by=sam)
        CallbackFactory(registration__language="en", claimed_by=sam)
        response = shown(show="mine", language="en", event="sexual")
        assert rows(response) == [mine]
        assert counts(response)["all"] == 2

    def test_the_kind_of_event_of_a_closed_registration_is_not_even_read(self, shown, monkeypatch):
        CallbackFactory(done=True, registration__answers=AnswersFactory(kind="sexual"))
        monkeypatch.setattr(Answers, "from_stored", lambda stored: pytest.fail("it was read"))
        assert rows(shown(event="sexual")) == []

    def test_whoever_finds_nothing_gets_a_way_back(self, shown):
        CallbackFactory()
        text = words(shown(show="mine", event="sexual"))
        assert "Nothing is waiting here." in text
        assert 'href="/admin/callbacks/?show=mine">Show this part without filters' in text
        assert 'href="/admin/callbacks/">Show everything that is open' in words(shown(show="mine"))

    def test_pages_keep_part_and_filters(self, shown):
        for _number in range(26):
            CallbackFactory(registration__language="en")
        text = words(shown(show="unclaimed", language="en"))
        assert re.search(r'href="[^"]*show=unclaimed&amp;language=en&amp;p=2', text)


class TestRefreshing:
    def test_the_list_comes_alone(self, client, sam):
        callback = CallbackFactory()
        response = client.get(reverse("callbacks:results"), {"show": "all"})
        text = words(response)
        assert str(callback) in text
        assert "<html" not in text
        assert "no-store" in response["Cache-Control"]

    def test_whoever_may_not_see_the_queue_gets_no_list(self, client):
        client.force_login(StaffFactory())
        response = client.get(
            reverse("callbacks:results"), headers={"X-Requested-With": "XMLHttpRequest"}
        )
        assert response.status_code == 403

    def test_without_script_there_is_a_link(self, shown):
        text = words(shown(show="mine"))
        assert '<a href="/admin/callbacks/?show=mine">Refresh</a>' in text
        assert "Last updated at" in text


class TestSigns:
    def test_overdue_is_a_word_and_not_only_a_colour(self, shown):
        CallbackFactory(overdue=True)
        assert "Overdue</span>" in words(shown())

    def test_what_deserves_attention_is_marked(self, shown):
        CallbackFactory(
            needs_coordinator=True,
            registration__is_demo=True,
            registration__flags=[Flag.HONEYPOT],
        )
        text = words(shown())
        assert "The coordinator decides" in text
        assert "Example, not a real person" in text
        assert "A field that people cannot see was filled in" in text

    def test_who_has_it_is_named(self, shown, sam, robin):
        CallbackFactory(claimed_by=sam)
        CallbackFactory(claimed_by=robin)
        text = words(shown())
        assert "<strong>You</strong>" in text
        assert "Robin Jansen" in text

    def test_a_letter_needs_no_moment(self, shown):
        CallbackFactory(letter=True)
        text = words(shown())
        assert "Send a letter" in text
        assert "No telephone call" in text

    @time_machine.travel(TUESDAY_MORNING, tick=False)
    def test_who_was_spoken_to_does_not_look_uncalled_once_put_back(self, shown, sam):
        for result in (AttemptResult.REACHED, AttemptResult.CALLED_US):
            callback = CallbackFactory(claimed_by=sam)
            attempts.record_attempt(callback.pk, sam, result)
            claims.release(callback.pk, sam)
        CallbackFactory()
        text = words_of_rows(shown())
        assert text.count("Contact on Tuesday 9 June, no outcome yet") == 2

    @time_machine.travel(TUESDAY_MORNING, tick=False)
    def test_an_agreed_call_says_so_and_an_automatic_one_does_not(self, shown, sam):
        agreed, automatic = CallbackFactory.create_batch(2, claimed_by=sam)
        at_two = timezone.now() + timedelta(days=1, hours=4)
        attempts.record_attempt(agreed.pk, sam, AttemptResult.CALL_BACK, next_attempt_at=at_two)
        attempts.record_attempt(automatic.pk, sam, AttemptResult.NO_ANSWER)
        text = words_of_rows(shown())
        assert "Agreed: Wednesday 10 June at 14:00" in text
        assert "Contact on Tuesday 9 June" in text
        assert "no outcome yet" not in text
        assert text.count("Planned: ") == text.count("Next attempt: ") == 1

    def test_a_moment_planned_after_the_person_was_spoken_to_is_agreed_and_waits_last(
        self, shown, sam
    ):
        with time_machine.travel(TUESDAY_MORNING, tick=False) as clock:
            called_us = CallbackFactory(claimed_by=sam, due_at=timezone.now() + timedelta(hours=1))
            untried = CallbackFactory()
            attempts.record_attempt(called_us.pk, sam, AttemptResult.CALLED_US)
            at = timezone.now() + timedelta(hours=4)
            attempts.plan_by_hand(called_us.pk, sam, at, is_agreed=True)
            response = shown()
            assert "Agreed: Tuesday 9 June at 14:00" in words_of_rows(response)
            assert rows(response) == [untried, called_us]
            clock.shift(timedelta(hours=5))
            text = words_of_rows(shown())
        assert "Time for the agreed call" in text
        assert "Time for the next attempt" not in text

    @time_machine.travel(TUESDAY_MORNING, tick=False)
    @pytest.mark.parametrize(
        ("answers", "expected", "absent"),
        [
            ({}, "No preference for a moment", "Do not call now"),
            ({"moments": ("2026-06-09:morning",)}, "Preferred moment now", "Do not call now"),
            (
                {"moments": ("2026-06-10:afternoon",)},
                "Prefers Wednesday 10 June, afternoon",
                "Preferred moment now",
            ),
            ({"avoid": ("tuesday:morning",)}, "Do not call now", "Preferred moment now"),
            (
                {"avoid": ("tuesday:morning",)},
                "Allowed from Tuesday 9 June, afternoon",
                "No preference",
            ),
            (
                # Preferred moments never override ruled-out ones.
                {"moments": ("2026-06-09:morning",), "avoid": ("tuesday:morning",)},
                "Do not call now",
                "Preferred moment now",
            ),
            ({"moments": ("2026-06-08:morning",)}, "You may call now", "No telephone call"),
            ({"phone": ""}, "No number to call", "No telephone call"),
        ],
    )
    def test_the_moment_is_seen_from_now(self, shown, answers, expected, absent):
        CallbackFactory(registration__answers=AnswersFactory(**answers))
        text = words_of_rows(shown())
        assert expected in text
        assert absent not in text


class TestPrivacy:
    def test_nothing_that_a_person_told_us_is_in_the_list(self, shown):
        answers = AnswersFactory(
            name="Geheimnaam", all_channels=True, told_all=True, first_name_only=True
        )
        CallbackFactory(registration__answers=answers)
        text = words_of_rows(shown())
        assert "Do not say who we are" in text
        for secret in ("Geheimnaam", "2345678", answers.email, answers.story, "traffic", "Pools"):
            assert secret not in text

    def test_the_list_is_kept_in_no_cache(self, shown):
        assert "no-store" in shown()["Cache-Control"]


class TestSpeed:
    def _queries(self, client):
        for _time in range(2):  # what is kept until a change is kept now
            client.get(reverse("callbacks:index"))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("callbacks:index")).status_code == 200
        return len(captured)

    def test_a_thousand_callbacks_need_as_many_queries_as_ten(self, client, sam):
        answers = AnswersFactory(moments=("2030-01-02:morning",), avoid=("monday:morning",))
        for _number in range(10):
            CallbackFactory(registration__answers=answers, claimed_by=sam)
        few = self._queries(client)
        self._add(990, answers)
        many = self._queries(client)
        assert many <= few

    @time_machine.travel(TUESDAY_MORNING, tick=False)
    def test_the_answers_of_thousands_are_not_read_for_a_number_beside_a_part(
        self, shown, monkeypatch
    ):
        monkeypatch.setattr("registration.desk.queue.open_answers.MOST_COUNTED", 30)
        self._add(99, AnswersFactory(moments=("2026-06-09:morning",)))
        read, read_one = [], Answers.from_stored
        monkeypatch.setattr(
            Answers, "from_stored", lambda stored: read.append(stored) or read_one(stored)
        )
        response = shown()
        assert len(read) <= 30 + ROWS_PER_PAGE
        assert 'Preferred moment now <span class="desk-parts__count">at least 30<' in words(
            response
        )
        assert counts(shown(show="now"))["now"] == 99, "whoever asks for them gets them all"

    @time_machine.travel(TUESDAY_MORNING, tick=False)
    def test_what_was_promised_first_is_counted_first(self, shown, monkeypatch):
        monkeypatch.setattr("registration.desk.queue.open_answers.MOST_COUNTED", 1)
        self._add(3, AnswersFactory())
        wished = AnswersFactory(moments=("2026-06-09:morning",))
        CallbackFactory(registration__answers=wished, overdue=True)
        assert counts(shown())["now"] == 1

    def _add(self, number, answers):
        model = CallbackFactory._meta.model
        registration_model = RegistrationFactory._meta.model
        registrations = RegistrationFactory.build_batch(
            number, answers=answers.to_stored(), privacy_statement=None
        )
        statement = RegistrationFactory().privacy_statement
        for registration in registrations:
            registration.privacy_statement = statement
        registration_model.objects.bulk_create(registrations)
        model.objects.bulk_create(
            model(registration=registration, due_at=timezone.now(), kind=TaskKind.CALL)
            for registration in registrations
        )


def test_each_kind_of_event_can_be_chosen_once(shown):
    choices = [code for code, _words in shown().context["filter_form"].fields["event"].choices]
    assert len(choices) == len(set(choices))
