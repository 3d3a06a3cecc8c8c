"""The coming days on one screen: the load, who is absent, what they hold and what moved."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse

from perspectief.staff.groups import ADMINISTRATION, COMMUNICATION
from registration.models import Absence, ClosedDay, PromiseMove
from registration.promise_clock.moved import moved_promises
from registration.vocabulary.callbacks import CallbackAddress
from tests.registration.desk.screens import TUESDAY_MORNING, messages_of
from tests.registration.factories import AnswersFactory, CallbackFactory, StaffFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]

SCREEN = "/admin/coming-days/"
TODAY = TUESDAY_MORNING.date()


def text_of(client) -> str:
    """Return the HTML of the screen, which must open."""
    response = client.get(SCREEN)
    assert response.status_code == 200
    return response.content.decode()


def absent(user, days: int = 1) -> Absence:
    """Let somebody be absent from today on."""
    return Absence.objects.create(
        user=user, first_day=TODAY, last_day=TODAY + timedelta(days=days - 1)
    )


def test_the_desk_sees_numbers_and_nobodys_data(client, sam):
    CallbackFactory(
        registration__answers=AnswersFactory(moments=("2026-06-10:morning",)),
        due_at=TUESDAY_MORNING + timedelta(days=1),
    )
    text = text_of(client)
    assert "Wednesday 10 June" in text
    assert "Noor" not in text
    assert "Deadlines that moved" not in text  # for the coordinator


def test_colleagues_enter_and_remove_their_own_absence(client, sam, robin):
    assert 'name="user"' not in text_of(client)
    client.post(SCREEN, {"user": robin.pk, "first_day": "2026-06-09", "last_day": "2026-06-10"})
    absence = Absence.objects.get()
    assert absence.user == sam
    text = text_of(client)
    assert "Today:" in text
    assert "Sam" in text
    client.post(reverse("coming_days:remove_absence", args=[absence.pk]))
    assert not Absence.objects.exists()


def test_but_not_that_of_others(client, sam, robin):
    absence = absent(robin)
    assert "/remove/" not in text_of(client)
    client.post(reverse("coming_days:remove_absence", args=[absence.pk]))
    assert Absence.objects.exists()


def test_the_coordinator_enters_and_removes_anybodys(client, coordinator, robin):
    client.post(SCREEN, {"user": robin.pk, "first_day": "2026-06-10", "last_day": "2026-06-10"})
    absence = Absence.objects.get()
    assert (absence.user, absence.first_day) == (robin, date(2026, 6, 10))
    assert "Nobody is absent today." in text_of(client)
    client.post(reverse("coming_days:remove_absence", args=[absence.pk]))
    assert not Absence.objects.exists()


def test_an_absence_does_not_end_before_it_begins(client, sam):
    response = client.post(SCREEN, {"first_day": "2026-06-10", "last_day": "2026-06-09"})
    assert response.status_code == 422
    assert "The last day comes after the first." in response.content.decode()
    assert not Absence.objects.exists()


def test_past_absences_are_not_shown(client, coordinator, robin):
    day = TODAY - timedelta(days=1)
    Absence.objects.create(user=robin, first_day=day, last_day=day)
    assert "/remove/" not in text_of(client)


def test_the_coordinator_gives_back_what_an_absent_colleague_holds(client, coordinator, robin):
    held = CallbackFactory(claimed_by=robin)
    assert "/give-back/" not in text_of(client)
    absent(robin)
    assert f"/{held.address}/give-back/" in text_of(client)
    client.post(reverse("coming_days:give_back", args=[held.address]))
    held.refresh_from_db()
    assert held.claimed_by is None
    assert "/give-back/" not in text_of(client)


def test_others_of_the_desk_do_not(client, sam, robin):
    held = CallbackFactory(claimed_by=robin)
    absent(robin)
    assert "/give-back/" not in text_of(client)
    response = client.post(reverse("coming_days:give_back", args=[held.address]), follow=True)
    assert messages_of(response) == ["Someone else has taken this callback."]
    held.refresh_from_db()
    assert held.claimed_by == robin


def test_a_promise_that_moved_twice_is_one_row_with_its_first_and_todays(client, coordinator):
    told, between = TUESDAY_MORNING + timedelta(days=2), TUESDAY_MORNING + timedelta(days=1)
    due = TUESDAY_MORNING + timedelta(days=3)
    callback = CallbackFactory(told_due_at=told, due_at=due)
    for number, (before, after) in enumerate([(told, between), (between, due)], start=1):
        moved_at = TUESDAY_MORNING - timedelta(days=3 - number)
        PromiseMove.objects.create(callback=callback, before=before, after=after, moved_at=moved_at)
    there_and_back = CallbackFactory(due_at=told)
    PromiseMove.objects.create(callback=there_and_back, before=told, after=between)
    PromiseMove.objects.create(callback=there_and_back, before=between, after=told)

    card = BeautifulSoup(text_of(client), "html.parser").find(id="moved")
    (row,) = card.find("ul").find_all("li", recursive=False)
    words = " ".join(row.get_text(" ").split())
    assert words.startswith(
        f"{callback} Later first Thursday 11 June at 10:00, now Friday 12 June at 10:00"
    )
    assert "Moved 2 times" in words
    assert [len(each.find_all("li")) for each in row.find_all("ol")] == [2]


def test_moved_promises_are_read_with_as_many_queries_as_one(
    client, coordinator, django_assert_num_queries
):
    def one_more():
        due = TUESDAY_MORNING + timedelta(days=2)
        PromiseMove.objects.create(
            callback=CallbackFactory(due_at=due), before=TUESDAY_MORNING, after=due
        )

    for _number in range(3):
        one_more()
    with django_assert_num_queries(2):
        assert len(moved_promises(TUESDAY_MORNING, 50)) == 3


def test_after_closing_a_day_the_coordinator_sees_which_deadlines_moved(client, coordinator):
    user = coordinator
    user.groups.add(Group.objects.get(name="Aanmeldpunt-coördinator"))
    moving = CallbackFactory(created_at=TUESDAY_MORNING, due_at=TUESDAY_MORNING + timedelta(days=3))
    response = client.post(
        reverse("closed_days:add"), {"date": "2026-06-12", "reason_nl": "Storm"}, follow=True
    )
    assert response.redirect_chain[-1][0] == SCREEN
    assert "1 promise got a new deadline." in " ".join(messages_of(response))
    card = BeautifulSoup(response.content, "html.parser").find(id="moved")
    assert " ".join(card.li.get_text(" ").split()) == (
        f"{moving} first Friday 12 June at 10:00, now Thursday 11 June at 17:00"
    )
    closed_day = ClosedDay.objects.get()
    response = client.post(reverse("closed_days:delete", args=[closed_day.pk]), follow=True)
    assert PromiseMove.objects.count() == 2
    response = client.post(
        reverse("closed_days:add"), {"date": "2026-08-12", "reason_nl": "Uitje"}, follow=True
    )
    assert response.redirect_chain[-1][0] == reverse("closed_days:index")


def test_the_queue_says_so_where_a_deadline_is_later_than_the_person_was_told(client, sam):
    told = TUESDAY_MORNING + timedelta(days=1)
    CallbackFactory(due_at=told + timedelta(days=1), told_due_at=told)
    assert "Moved: told Wednesday 10 June" in client.get("/admin/callbacks/").content.decode()


@pytest.mark.parametrize("group", [COMMUNICATION, ADMINISTRATION])
def test_the_screen_is_for_the_desk(client, group):
    user = StaffFactory(admin_language="en")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    assert client.get(SCREEN).status_code == 302
    for name, value in (("remove_absence", 1), ("give_back", CallbackAddress(1, 1))):
        assert client.post(reverse(f"coming_days:{name}", args=[value])).status_code == 302


def test_the_screen_costs_as_many_queries_with_many_rows(
    client, coordinator, robin, django_assert_max_num_queries
):
    absent(robin)
    for number in range(12):
        callback = CallbackFactory(claimed_by=robin)
        PromiseMove.objects.create(
            callback=callback,
            before=TUESDAY_MORNING,
            after=TUESDAY_MORNING + timedelta(days=number + 1),
        )
    text_of(client)
    with django_assert_max_num_queries(26):
        text_of(client)
