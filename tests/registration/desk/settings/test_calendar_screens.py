"""Whatever stores the calendar in the admin moves open promises at once, and says how many."""

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from perspectief.staff.groups import ADMINISTRATION, COORDINATOR
from registration.desk.settings.calendar_viewsets import ClosedDayViewSet, OpeningHoursViewSet
from registration.models import (
    AttemptPolicy,
    Callback,
    ClosedDay,
    OpeningHours,
    PromiseMove,
    PromiseSettings,
)
from tests.registration.desk.screens import messages_of
from tests.registration.factories import ContactAttemptFactory, StaffFactory
from tests.registration.promise_clock.moments import amsterdam, promised

pytestmark = pytest.mark.django_db

SEE_WHICH = 'href="#moved"'
THURSDAY = 3


@pytest.fixture(autouse=True)
def _on_monday():
    with time_machine.travel(amsterdam("2026-11-23 11:00"), tick=False):
        yield


@pytest.fixture
def member(client):
    """Return a function that logs somebody of a group in."""

    def log_in(group: str, language: str = "en"):
        user = StaffFactory(admin_language=language)
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)

    return log_in


def said_in(response) -> str:
    """Return all messages of a page, with their buttons."""
    return " ".join(messages_of(response))


def hours(opens_at: str) -> dict[str, object]:
    return {"weekday": THURSDAY, "opens_at": opens_at, "closes_at": "17:00"}


def thursday() -> OpeningHours:
    return OpeningHours.objects.get(weekday=THURSDAY)


def settings_url() -> str:
    names = ["registration", "promisesettings", PromiseSettings.load().pk]
    return reverse("wagtailsettings:edit", args=names)


def no_longer_on_thursday():
    return reverse("opening_hours:delete", args=[thursday().pk]), {}


def later_on_thursday():
    return reverse("opening_hours:edit", args=[thursday().pk]), hours("12:00")


def closed_on_thursday():
    return reverse("closed_days:add"), {"date": "2026-11-26", "reason_nl": "Storm"}


def closed_on_thursday_and_not_wednesday():
    row = ClosedDay.objects.create(date="2026-11-25", reason_nl="Storm")
    return reverse("closed_days:edit", args=[row.pk]), {"date": "2026-11-26", "reason_nl": "Storm"}


def no_longer_closed():
    ClosedDay.objects.create(date="2026-11-26", reason_nl="Storm")
    moved = amsterdam("2026-11-25 17:00")
    Callback.objects.update(told_due_at=amsterdam("2026-11-26 10:00"), due_at=moved)
    return reverse("closed_days:delete", args=[ClosedDay.objects.get().pk]), {}


def open_on_thursday_again():
    thursday().delete()
    moved = amsterdam("2026-11-25 17:00")
    Callback.objects.update(told_due_at=amsterdam("2026-11-26 10:00"), due_at=moved)
    return reverse("opening_hours:add"), hours("09:00")


def two_days():
    return settings_url(), {"promise_days": 2, "minimum_open_hours": 4}


BY_THE_COORDINATOR = [
    open_on_thursday_again,
    later_on_thursday,
    no_longer_on_thursday,
    closed_on_thursday,
    closed_on_thursday_and_not_wednesday,
    no_longer_closed,
]


@pytest.mark.parametrize("change", BY_THE_COORDINATOR)
def test_each_screen_of_the_calendar_moves_promises_and_shows_which(client, member, change):
    member(COORDINATOR)
    callback = promised("2026-11-23 10:00")
    url, data = change()
    before = Callback.objects.get().due_at
    response = client.post(url, data, follow=True)
    assert response.redirect_chain[-1][0] == reverse("coming_days:index"), "where messages are seen"
    assert "1 promise got a new deadline." in said_in(response)
    assert SEE_WHICH in said_in(response)
    assert 'id="moved"' in response.content.decode()
    callback.refresh_from_db()
    assert callback.due_at != before
    assert callback.moves.count() == 1


def test_so_do_the_numbers_of_the_promise(client, member):
    member(ADMINISTRATION)
    callback = promised("2026-11-23 10:00")
    url, data = two_days()
    response = client.post(url, data, follow=True)
    assert "1 promise got a new deadline." in messages_of(response)
    assert response.redirect_chain[-1][0] == url, "who does not coordinate sees no promises"
    callback.refresh_from_db()
    assert callback.due_at == amsterdam("2026-11-25 10:00")


@pytest.mark.parametrize(
    ("language", "one", "two", "none"),
    [
        (
            "nl",
            "1 belofte heeft een nieuwe deadline.",
            "2 beloftes hebben een nieuwe deadline.",
            "Er is geen belofte veranderd.",
        ),
        (
            "en",
            "1 promise got a new deadline.",
            "2 promises got a new deadline.",
            "No promise changed.",
        ),
    ],
)
def test_they_say_how_many_also_if_there_are_none(client, member, language, one, two, none):
    member(COORDINATOR, language)
    add = reverse("closed_days:add")
    response = client.post(add, {"date": "2026-12-31", "reason_nl": "Oudjaar"}, follow=True)
    assert none in messages_of(response)
    assert response.redirect_chain[-1][0] == reverse("closed_days:index")
    promised("2026-11-23 10:00")
    response = client.post(add, {"date": "2026-11-26", "reason_nl": "Storm"}, follow=True)
    assert one in said_in(response)
    promised("2026-11-23 10:30", due_at=amsterdam("2026-11-25 12:00"))
    response = client.post(add, {"date": "2026-11-25", "reason_nl": "Storm"}, follow=True)
    assert two in said_in(response)


def test_what_was_planned_and_what_was_agreed_for_a_day_that_closes_is_said_and_listed(
    client, member
):
    member(COORDINATOR)
    tried = {"first_attempt_at": amsterdam("2026-11-23 10:00"), "attempt_count": 1}
    on_thursday = {"next_attempt_at": amsterdam("2026-11-26 10:00"), **tried}
    again = promised("2026-11-23 09:00", **on_thursday)
    agreed = promised("2026-11-23 09:00", agreed_at=on_thursday["next_attempt_at"], **on_thursday)
    for callback, result in ((agreed, "call_back"), (again, "no_answer")):
        ContactAttemptFactory(callback=callback, result=result)
    url = reverse("closed_days:add")
    response = client.post(url, {"date": "2026-11-26", "reason_nl": "Storm"}, follow=True)
    said = said_in(response)
    assert "1 planned attempt was moved to another time." in said
    assert "1 appointment is at a time when the desk is closed." in said
    assert response.context["appointments"] == [agreed]
    assert "Appointments while the desk is closed" in response.content.decode()
    queue = client.get(reverse("callbacks:index")).content.decode()
    assert queue.count("The desk is closed at the planned moment") == 1


def test_what_the_form_refuses_moves_nothing(client, member):
    member(COORDINATOR)
    promised("2026-11-23 10:00")
    data = hours("18:00")
    client.post(reverse("opening_hours:edit", args=[thursday().pk]), data)
    assert not PromiseMove.objects.exists()


@pytest.mark.parametrize("change", [*BY_THE_COORDINATOR, two_days])
def test_a_move_that_fails_leaves_all_as_it_was(client, member, monkeypatch, change):
    member(ADMINISTRATION if change is two_days else COORDINATOR)
    promised("2026-11-23 10:00")
    url, data = change()
    models = (OpeningHours, ClosedDay, PromiseSettings, Callback)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    monkeypatch.setattr(
        "registration.promise_clock.recalculation.moved_due_at", lambda *args: 1 / 0
    )
    with pytest.raises(ZeroDivisionError):
        client.post(url, data)
    assert [list(model.objects.order_by("pk").values()) for model in models] == before


@pytest.mark.parametrize("viewset", [OpeningHoursViewSet(), ClosedDayViewSet()])
def test_there_is_no_other_way_to_store_them_in_the_admin(viewset):
    # Another one would have to move promises too, and be walked above.
    stores_nothing = {"index", "index_results", "history", "history_results", "usage"}
    names = {pattern.name for pattern in viewset.get_urlpatterns()}
    assert names - stores_nothing == {"add", "edit", "delete"}
    options = viewset.model._meta
    in_bulk = bulk_action_registry.get_bulk_actions_for_model(options.app_label, options.model_name)
    assert list(in_bulk) == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2016-11-26", "more than a month ago"),
        ("2026-10-22", "more than a month ago"),
        ("2036-11-26", "more than three years ahead"),
    ],
)
def test_a_closed_day_of_another_time_is_asked_about_and_not_stored(client, member, day, words):
    member(COORDINATOR)
    response = client.post(reverse("closed_days:add"), {"date": day, "reason_nl": "Storm"})
    assert f"This day {'was' if 'ago' in words else 'is'} {words}" in response.content.decode()
    assert not ClosedDay.objects.exists()


def test_the_words_of_a_closed_day_of_long_ago_can_still_be_changed(client, member):
    member(COORDINATOR)
    row = ClosedDay.objects.create(date="2016-11-26", reason_nl="Strom")
    address = reverse("closed_days:edit", args=[row.pk])
    client.post(address, {"date": "2016-11-26", "reason_nl": "Storm"})
    assert ClosedDay.objects.get().reason_nl == "Storm"


def test_two_attempts_without_an_hour_between_them_are_refused(client, member):
    member(COORDINATOR)
    policy = AttemptPolicy.load()
    address = reverse("wagtailsettings:edit", args=["registration", "attemptpolicy", policy.pk])
    fields = ("claim_minutes", "attempts", "days_until_unreachable", "days_to_reopen")
    data = {name: getattr(policy, name) for name in fields}
    response = client.post(address, {**data, "hours_between": "0"})
    assert "greater than or equal to 1" in response.content.decode()
    assert AttemptPolicy.load().hours_between == 2
