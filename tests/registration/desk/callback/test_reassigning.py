"""A callback that is left alone is free again, and one can be given to a colleague."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from registration.models import Callback, ContactAttempt, Reassignment
from registration.vocabulary.callbacks import AttemptResult
from tests.registration.desk.screens import (
    QUEUE,
    TUESDAY_MORNING,
    details,
    messages_of,
    url,
)
from tests.registration.factories import CallbackFactory, DeskMemberFactory, StaffFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]


def give(client, callback, colleague):
    return client.post(
        url("reassign", callback), {"colleague": colleague.pk if colleague else ""}, follow=True
    )


class TestHandingOver:
    def test_the_colleague_finds_it_under_mine(self, client, sam, robin):
        callback = CallbackFactory(claimed_by=sam)
        response = give(client, callback, robin)
        assert messages_of(response) == [f"Robin Jansen has callback {callback} now."]
        assert Reassignment.objects.get().given_to == robin
        client.force_login(robin)
        mine = client.get(QUEUE, {"show": "mine"}).content.decode()
        assert url("details", callback) in mine
        assert "Noor" in details(client, callback)

    def test_only_colleagues_who_may_take_it_are_offered(self, client, sam, robin):
        DeskMemberFactory(first_name="Vertrokken", is_active=False)
        StaffFactory(first_name="Redacteur")
        text = details(client, CallbackFactory(claimed_by=sam))
        options = text[text.index("<select") : text.index("</select>")]
        assert "Robin Jansen" in options
        for name in ("Vertrokken", "Redacteur", "Sam"):
            assert name not in options

    def test_who_is_not_offered_cannot_be_given_it(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        for colleague in (None, sam, StaffFactory(), DeskMemberFactory(is_active=False)):
            response = give(client, callback, colleague)
            assert messages_of(response) == ["Choose a colleague who can take this callback."]
        assert Callback.objects.get().claimed_by == sam

    def test_nobody_gives_away_what_a_colleague_has(self, client, sam, robin):
        callback = CallbackFactory(claimed_by=robin)
        toni = DeskMemberFactory()
        assert url("reassign", callback) not in details(client, callback)
        assert messages_of(give(client, callback, toni)) == [
            "Someone else has taken this callback."
        ]
        assert Callback.objects.get().claimed_by == robin

    def test_the_coordinator_does(self, client, coordinator, robin):
        callback = CallbackFactory(claimed_by=robin)
        toni = DeskMemberFactory()
        assert url("reassign", callback) in details(client, callback)
        give(client, callback, toni)
        assert Callback.objects.get().claimed_by == toni

    def test_many_colleagues_cost_no_queries_of_their_own(
        self, client, sam, django_assert_max_num_queries
    ):
        callback = CallbackFactory(claimed_by=sam)
        for _colleague in range(12):
            DeskMemberFactory()
        details(client, callback)
        with django_assert_max_num_queries(50):
            details(client, callback)


class TestLeftAlone:
    @pytest.fixture
    def later(self, client, sam):
        """Let two hours go by after Sam took a callback."""
        callback = CallbackFactory()
        client.post(url("take", callback))
        with time_machine.travel(TUESDAY_MORNING + timedelta(hours=2), tick=False):
            client.force_login(sam)  # whoever did other things meanwhile is still logged in
            yield callback

    def test_the_queue_shows_it_as_free(self, client, sam, later):
        text = client.get(QUEUE, {"show": "unclaimed"}).content.decode()
        assert url("details", later) in text
        assert "Nobody yet" in text
        assert url("details", later) not in client.get(QUEUE, {"show": "mine"}).content.decode()

    def test_who_had_it_reads_so_and_can_take_it_again(self, client, sam, later):
        text = details(client, later)
        assert "did nothing with it for a while" in text
        assert "Noor" not in text
        assert "Noor" in client.post(url("take", later), follow=True).content.decode()

    def test_a_form_that_was_open_all_the_time_still_works(self, client, sam, later):
        client.post(url("attempt", later), {"result": AttemptResult.REACHED})
        assert ContactAttempt.objects.get().made_by == sam
        assert Callback.objects.held_by(sam).exists()

    def test_errors_in_that_form_are_shown_on_the_screen(self, client, sam, later):
        response = client.post(url("attempt", later), {"note": "Blijft staan"})
        assert response.status_code == 422
        assert "Blijft staan" in response.content.decode()

    def test_once_a_colleague_has_it_nothing_is_recorded(self, client, sam, robin, later):
        client.force_login(robin)
        client.post(url("take", later))
        client.force_login(sam)
        response = client.post(
            url("attempt", later), {"result": AttemptResult.REACHED}, follow=True
        )
        assert messages_of(response) == [
            "You have not taken this callback, so nothing was recorded."
        ]
        assert not ContactAttempt.objects.exists()

    def test_the_screen_says_until_when_it_is_yours(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, claimed_until=TUESDAY_MORNING)
        client.post(reverse("callbacks:take", args=[callback.address]))
        assert "11:00" in details(client, callback)
