"""One number for whoever is called: in the address, the title, the list, the mail."""

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from registration.casework import changes_by_person
from registration.vocabulary.callbacks import CallbackAddress
from tests.registration.desk.screens import messages_of
from tests.registration.factories import CallbackFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]


@pytest.fixture
def went_on(sam):
    """Somebody who paused and went on, so that later keys and numbers are no longer alike."""
    first = CallbackFactory()
    now = timezone.now()
    changes_by_person.pause(first.registration_id, now)
    changes_by_person.resume(first.registration_id, now)
    return first.registration


def test_the_number_in_an_address_is_the_one_that_people_say(client, went_on):
    later = CallbackFactory()
    assert later.pk != later.registration_id
    number = later.registration_id
    response = client.get(f"/admin/callbacks/{number}/")
    assert response.context["callback"] == later
    assert f"Callback #{number}" in response.content.decode()
    assert f'href="/admin/callbacks/{number}/"' in client.get("/admin/callbacks/").content.decode()


def test_who_went_on_keeps_the_number_and_each_callback_has_an_address(client, went_on):
    first, second = went_on.callbacks.order_by("pk")
    assert (first.turn, second.turn) == (1, 2)
    for address, callback in ((f"{went_on.pk}", first), (f"{went_on.pk}-2", second)):
        response = client.get(f"/admin/callbacks/{address}/")
        assert response.context["callback"] == callback
        assert f"Callback #{went_on.pk}" in response.content.decode()


def test_finding_by_the_number_leads_to_the_newest_callback(client, went_on):
    response = client.post("/admin/callbacks/find/", {"typed": f"#{went_on.pk}"})
    assert response.url == f"/admin/callbacks/{went_on.pk}-2/"


def test_a_link_is_never_made_of_the_key_of_a_row(went_on):
    with pytest.raises(NoReverseMatch):
        reverse("callbacks:details", args=[went_on.callbacks.last().pk])


@pytest.mark.parametrize("address", [CallbackAddress(9_999_999_999, 1), CallbackAddress(1, 9999)])
def test_an_address_of_nobody_leads_back_to_the_list(client, sam, address):
    response = client.get(reverse("callbacks:details", args=[address]), follow=True)
    assert "This callback no longer exists." in messages_of(response)[0]
