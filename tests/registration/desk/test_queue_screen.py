"""The list of callbacks: what it shows, in which order, and what it never shows."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from registration.codes import Flag, TaskKind
from tests.registration.desk.screens import TUESDAY_MORNING
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    RegistrationFactory,
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


def words(response):
    return response.content.decode()


class TestOrder:
    def test_overdue_comes_first_then_the_earliest_promise(self, shown):
        later = CallbackFactory(due_at=timezone.now() + timedelta(days=2))
        sooner = CallbackFactory(due_at=timezone.now() + timedelta(days=1))
        tried = CallbackFactory(
            due_at=timezone.now() - timedelta(days=3), first_attempt_at=timezone.now()
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
        assert [part["is_current"] for part in response.context["parts"]] == [
            False,
            False,
            True,
            False,
        ]
        assert all(part["url"].endswith("&language=en") for part in response.context["parts"])


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
        ],
    )
    def test_the_moment_is_seen_from_now(self, shown, answers, expected, absent):
        CallbackFactory(registration__answers=AnswersFactory(**answers))
        text = words(shown())
        assert expected in text
        assert absent not in text


class TestPrivacy:
    def test_nothing_that_a_person_told_us_is_in_the_list(self, shown):
        answers = AnswersFactory(
            name="Geheimnaam", all_channels=True, told_all=True, first_name_only=True
        )
        CallbackFactory(registration__answers=answers)
        text = words(shown())
        for secret in ("Geheimnaam", "2340045", answers.email, answers.story, "traffic", "Pools"):
            assert secret not in text

    def test_the_list_is_kept_in_no_cache(self, shown):
        assert "no-store" in shown()["Cache-Control"]


class TestSpeed:
    def _queries(self, client):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("callbacks:index")).status_code == 200
        return len(captured)

    def test_a_thousand_callbacks_need_as_many_queries_as_ten(self, client, sam):
        answers = AnswersFactory(moments=("2030-01-02:morning",), avoid=("monday:morning",))
        for _number in range(10):
            CallbackFactory(registration__answers=answers, claimed_by=sam)
        client.get(reverse("callbacks:index"))  # what is cached per process is cached now
        few = self._queries(client)
        self._add(990, answers)
        many = self._queries(client)
        assert many == few

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
