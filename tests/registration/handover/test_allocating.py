"""The desk passes somebody on to a mediator."""

import pytest
from django.urls import reverse
from django.utils import timezone

from registration.models import AccessLogEntry, Callback, HandOver, Province, Region
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import CallbackAddress, CallbackState
from registration.vocabulary.lifecycle import Lifecycle, Source
from tests.registration.desk.screens import details, messages_of, url
from tests.registration.factories import AnswersFactory, CallbackFactory, put_on_record
from tests.registration.handover.factories import MediatorFactory, allocated_callback

pytestmark = pytest.mark.django_db


def callback_of(user, **answers):
    """An open callback in Utrecht that `user` has taken, and in which somebody was reached."""
    return CallbackFactory(
        claimed_by=user,
        spoken=True,
        registration__answers=AnswersFactory(told_all=True, **answers),
    )


def post(client, callback, **data):
    return client.post(
        url("hand_over", callback), {f"hand-over-{name}": value for name, value in data.items()}
    )


class TestChoosing:
    def test_mediators_of_the_persons_region_come_first_and_inactive_ones_not_at_all(
        self, client, sam
    ):
        far = MediatorFactory(name="Aart", region="north")
        near = MediatorFactory(name="Zoë", region="west", languages="Pools")
        MediatorFactory(name="Weg", region="west", is_active=False)
        response = client.get(url("hand_over", callback_of(sam)))
        choices = response.context["form"].fields["mediator"].choices
        [near_title, near_ones], [_other_title, others], (nobody, _words) = choices[1:]
        assert (near_title, near_ones) == ("West", [(near.pk, "Zoë (Pools)")])
        assert others == [(far.pk, "Aart")]
        assert nobody == "nobody_yet"

    def test_allocating_closes_the_registration_and_is_logged(self, client, sam):
        callback, mediator = callback_of(sam), MediatorFactory()
        response = post(
            client,
            callback,
            mediator=mediator.pk,
            told="Je hoort maandag iets",
            note="Let op",
            with_story="on",
        )
        assert response["Location"] == url("details", callback)
        hand_over = HandOver.objects.get()
        assert (hand_over.mediator, hand_over.by) == (mediator, sam)
        assert (hand_over.told, hand_over.note) == ("Je hoort maandag iets", "Let op")
        assert hand_over.with_story
        callback.refresh_from_db()
        assert callback.state == CallbackState.DONE
        assert callback.registration.state == Lifecycle.ALLOCATED
        assert AccessLogEntry.objects.filter(action=AccessAction.ALLOCATED).count() == 1

    def test_a_mediator_must_be_chosen_where_there_are_any(self, client, sam):
        callback = callback_of(sam)
        inactive = MediatorFactory(is_active=False)
        MediatorFactory()
        for mediator in ("", inactive.pk, "x"):
            assert post(client, callback, mediator=mediator).status_code == 422
        assert not HandOver.objects.exists()
        callback.refresh_from_db()
        assert callback.state == CallbackState.OPEN

    def test_nobody_yet_lets_go_on_and_keeps_what_was_typed(self, client, sam):
        MediatorFactory(region="north")
        callback = callback_of(sam)
        assert "No mediator yet" in client.get(url("hand_over", callback)).content.decode()
        response = client.post(
            url("hand_over", callback),
            {"hand-over-mediator": "nobody_yet", "hand-over-told": "Het kan even duren"},
            follow=True,
        )
        assert messages_of(response) == [
            f"Callback {callback} has been closed. It stays on the list until it has a mediator."
        ]
        hand_over = HandOver.objects.get()
        assert (hand_over.mediator, hand_over.told) == (None, "Het kan even duren")
        assert url("hand_over", callback) in details(client, callback)
        again = client.get(url("hand_over", callback)).context["form"]
        assert again["mediator"].value() == "nobody_yet"
        assert again["told"].value() == "Het kan even duren"

    def test_a_mediator_who_cannot_do_it_after_all_is_taken_back(self, client, coordinator):
        callback = allocated_callback(exported_at=timezone.now())
        post(client, callback, mediator="nobody_yet")
        hand_over = HandOver.objects.get()
        assert (hand_over.mediator, hand_over.exported_at) == (None, None)

    def test_with_an_empty_list_the_screen_says_so_and_lets_go_on(self, client, sam):
        callback = callback_of(sam)
        words = client.get(url("hand_over", callback)).content.decode()
        assert "There are no mediators in the list" in words
        post(client, callback)
        assert HandOver.objects.get().mediator is None
        assert "no mediator has been chosen yet" in details(client, callback)

    def test_own_words_can_be_left_out(self, client, sam):
        MediatorFactory()
        callback = callback_of(sam)
        post(client, callback, mediator=MediatorFactory().pk)
        assert not HandOver.objects.get().with_story

    def test_another_mediator_makes_it_ready_to_be_exported_again(self, client, coordinator):
        callback = allocated_callback(exported_at=timezone.now(), with_story=False)
        same = HandOver.objects.get().mediator
        post(client, callback, mediator=same.pk)
        assert HandOver.objects.get().exported_at is not None
        post(client, callback, mediator=MediatorFactory().pk)
        assert HandOver.objects.get().exported_at is None

    def test_nobody_is_passed_on_without_their_own_yes(self, client, sam):
        callback = callback_of(sam, helped=True)
        post(client, callback, mediator=MediatorFactory().pk)
        assert not HandOver.objects.exists()

    @pytest.mark.parametrize("state", [Lifecycle.WITHDRAWN, Lifecycle.CRIMINAL_CASE_FIRST])
    def test_what_ended_in_another_way_is_not_passed_on(self, client, coordinator, state):
        callback = CallbackFactory(done=True, registration__state=state)
        post(client, callback, mediator=MediatorFactory().pk)
        assert not HandOver.objects.exists()

    def test_deleted_data_leads_back_to_the_queue(self, client, sam):
        response = client.get(reverse("callbacks:hand_over", args=[CallbackAddress(999999, 1)]))
        assert response["Location"] == reverse("callbacks:index")


class TestEndingSo:
    """The outcome is the hand-over: ending with it leads to the mediators."""

    def close(self, client, callback, note=""):
        chosen = {"close-outcome": Lifecycle.ALLOCATED, "close-note": note}
        put_on_record(callback, Lifecycle.ALLOCATED)
        return client.post(url("close", callback), chosen)

    def test_it_leads_to_the_mediators_and_nothing_is_closed_yet(self, client, sam):
        mediator, callback = MediatorFactory(), callback_of(sam)
        response = self.close(client, callback, "Belt graag na zes uur")
        assert response.status_code == 200
        words = response.content.decode()
        assert "Nothing has been closed yet." in words
        assert mediator.name in words
        assert f'action="{url("hand_over", callback)}"' in words
        assert response.context["form"]["desk_note"].value() == "Belt graag na zes uur"
        callback.refresh_from_db()
        assert callback.state == CallbackState.OPEN
        assert callback.registration.desk_note is None
        assert AccessLogEntry.objects.filter(action=AccessAction.VIEWED).exists()

    def test_the_note_survives_a_mistake_and_is_stored_with_the_ending(self, client, sam):
        mediator, callback = MediatorFactory(), callback_of(sam)
        response = post(client, callback, mediator="", desk_note="Belt graag na zes uur")
        assert response.status_code == 422
        assert "Belt graag na zes uur" in response.content.decode()
        post(client, callback, mediator=mediator.pk, desk_note="Belt graag na zes uur")
        callback.refresh_from_db()
        assert callback.state == CallbackState.DONE
        assert callback.registration.desk_note == "Belt graag na zes uur"

    def test_a_note_that_is_too_long_is_refused_before_that(self, client, sam):
        callback = callback_of(sam)
        response = self.close(client, callback, "x" * 5001)
        assert response.status_code == 422
        assert "x" * 5001 in response.content.decode()

    def test_without_their_own_yes_nobody_gets_there(self, client, sam):
        response = self.close(client, callback_of(sam, helped=True))
        assert response.status_code == 422
        assert "close_form" in response.context

    def test_what_a_colleague_has_is_not_closed(self, client, sam, robin):
        response = self.close(client, callback_of(robin))
        assert response["Location"] == reverse("callbacks:index")

    def test_whoever_lost_it_meanwhile_stores_nothing(self, client, sam, robin):
        callback = callback_of(sam)
        self.close(client, callback)
        Callback.objects.update(claimed_by=robin)
        response = post(client, callback, mediator=MediatorFactory().pk)
        assert response["Location"] == "/admin/"
        assert not HandOver.objects.exists()

    def test_a_question_has_no_such_outcome(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, registration__source=Source.QUESTION)
        assert self.close(client, callback).status_code == 422


class TestWhoMay:
    def test_a_colleague_who_has_not_taken_it_may_not(self, client, sam, robin):
        for callback in (callback_of(robin), allocated_callback(robin)):
            for name in ("hand_over", "hand_over_sheet"):
                assert client.get(url(name, callback))["Location"] == "/admin/"
        assert not AccessLogEntry.objects.exists()

    def test_whoever_closed_it_may_open_the_sheet(self, client, sam):
        assert client.get(url("hand_over_sheet", allocated_callback(sam))).status_code == 200

    def test_the_callback_shows_the_way(self, client, sam):
        callback = allocated_callback(sam)
        words = details(client, callback)
        assert url("hand_over_sheet", callback) in words
        assert HandOver.objects.get().mediator.name in words

    def test_others_see_that_it_was_allocated_and_no_way_to_the_sheet(self, client, sam, robin):
        callback = allocated_callback(robin)
        assert url("hand_over_sheet", callback) not in details(client, callback)


class TestRegions:
    def test_every_province_of_the_country_has_one(self):
        without = Province.objects.filter(region=None).values_list("code", flat=True)
        assert set(without) == {"caribbean_nl", "abroad", "not_say"}

    def test_what_the_coordinator_changed_stays(self):
        from django.apps import apps

        from registration.installation.first_rows import add_missing_rows

        Province.objects.filter(code="utrecht").update(region=Region.objects.get(code="east"))
        Region.objects.filter(code="north").update(label_nl="Boven")
        add_missing_rows(apps.get_app_config("registration"))
        assert Province.objects.get(code="utrecht").region.code == "east"
        assert Region.objects.get(code="north").label_nl == "Boven"
        assert Region.objects.count() == 4


def test_the_form_takes_the_same_queries_for_many_mediators(client, sam, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    callback = callback_of(sam)
    MediatorFactory(region="west")
    client.get(url("hand_over", callback))
    with CaptureQueriesContext(connection) as few:
        client.get(url("hand_over", callback))
    for _number in range(8):
        MediatorFactory(region="west")
    with django_assert_num_queries(len(few)):
        client.get(url("hand_over", callback))
