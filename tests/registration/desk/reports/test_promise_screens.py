"""The report on promises: what was not kept and why, and how often they are kept."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from perspectief.staff.groups import ADMINISTRATION, COMMUNICATION
from registration.casework.erasure import delete_registrations
from registration.models import AccessLogEntry, AnonymousCount, PromiseBreach, PromiseDay
from registration.promise_clock import reasons
from registration.promise_clock.settlement import settle_promises
from registration.vocabulary.callbacks import CallbackAddress
from registration.vocabulary.promises import BreachReason, PromiseOutcome
from tests.registration.desk.screens import TUESDAY_MORNING
from tests.registration.factories import (
    CallbackFactory,
    ContactAttemptFactory,
    DeskMemberFactory,
    StaffFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]

INDEX = "/admin/promises/"


@pytest.fixture
def broken(robin):
    """A promise that was not kept, in the hands of Robin."""
    callback = CallbackFactory(overdue=True, claimed_by=robin)
    settle_promises(timezone.now())
    return callback


def text_of(client, address: str) -> str:
    """Return the HTML of a screen, which must open."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def reason_url(callback) -> str:
    return reverse("promises:reason", args=[callback.address])


def test_the_coordinator_sees_what_nobody_explained_and_explains_it(client, coordinator, broken):
    text = text_of(client, INDEX)
    assert f"#{broken.registration_id}" in text
    assert "Robin Jansen" in text
    assert "Noor" not in text

    assert text_of(client, reason_url(broken)).count('type="radio"') == len(BreachReason)
    response = client.post(
        reason_url(broken), {"reason": "line_fault", "note": "De lijn was stuk."}, follow=True
    )

    breach = PromiseBreach.objects.get()
    assert (breach.reason, breach.note, breach.recorded_by) == (
        "line_fault",
        "De lijn was stuk.",
        coordinator,
    )
    text = response.content.decode()
    assert "Nothing to explain." in text
    assert "The telephone or the computer did not work" in text
    assert AnonymousCount.objects.get(dimension=reasons.DIMENSION).code == "line_fault"


def test_a_first_attempt_after_the_promise_is_seen_before_it_is_broken(client, coordinator):
    in_a_week = timezone.now() + timedelta(days=7)
    late, told_sooner = (
        CallbackFactory(next_attempt_at=in_a_week),
        CallbackFactory(
            next_attempt_at=in_a_week,
            due_at=timezone.now() + timedelta(days=8),
            told_due_at=timezone.now() + timedelta(days=1),
        ),
    )
    CallbackFactory(next_attempt_at=in_a_week, first_attempt_at=timezone.now())
    CallbackFactory(next_attempt_at=in_a_week, due_at=timezone.now() + timedelta(days=8))
    CallbackFactory(next_attempt_at=in_a_week, done=True)
    response = client.get(INDEX)
    assert list(response.context["planned_late"]) == [late, told_sooner]
    assert "Planned later than promised" in response.text
    assert "Tuesday 16 June at 10:00" in response.text
    queue = client.get(reverse("callbacks:index")).text
    assert queue.count("Planned later than promised") == 2


def test_where_nothing_is_planned_too_late_nothing_is_said_of_it(client, coordinator):
    CallbackFactory()
    assert "Planned later than promised" not in text_of(client, INDEX)


def test_a_reason_is_needed(client, coordinator, broken):
    response = client.post(reason_url(broken), {"note": "x"})
    assert response.status_code == 422
    assert "Choose a reason" in response.content.decode()
    assert not PromiseBreach.objects.exists()


def test_the_note_is_shown_later_and_who_looks_is_logged(client, coordinator, broken):
    reasons.record_reason(broken.pk, coordinator, BreachReason.OTHER, "Belde om vijf uur.")
    assert "Belde om vijf uur." in text_of(client, reason_url(broken))
    assert AccessLogEntry.objects.get().registration_number == broken.registration_id


def test_a_reason_is_recorded_and_counted_once(coordinator, broken):
    reasons.record_reason(broken.pk, coordinator, BreachReason.OVERLOOKED)
    with pytest.raises(reasons.NoReasonNeededError):
        reasons.record_reason(broken.pk, coordinator, BreachReason.OTHER)
    assert AnonymousCount.objects.get(dimension=reasons.DIMENSION).count == 1


def test_what_is_deleted_before_anybody_said_why_stays_known(client, coordinator, broken):
    explained = CallbackFactory(settled_as="broken", due_at=broken.due_at)
    reasons.record_reason(explained.pk, coordinator, BreachReason.OVERLOOKED)
    delete_registrations([broken.registration_id, explained.registration_id])
    assert reasons.number_unexplained() == 1
    text = text_of(client, INDEX)
    assert "1 more was deleted with its registration before anyone said why." in text


def test_who_handles_it_may_explain_it_and_others_of_the_desk_may_not(client, sam, broken):
    assert f"#{broken.registration_id}" not in text_of(client, INDEX)
    assert client.get(reason_url(broken)).status_code == 404
    with pytest.raises(reasons.NoReasonNeededError):
        reasons.record_reason(broken.pk, sam, BreachReason.OTHER)
    ContactAttemptFactory.create_batch(2, callback=broken, made_by=sam)
    assert text_of(client, INDEX).count("Record the reason") == 1
    client.post(reason_url(broken), {"reason": "overlooked"})
    assert PromiseBreach.objects.get().recorded_by == sam


def test_a_promise_that_was_kept_needs_no_reason(coordinator):
    kept = CallbackFactory(settled_as=PromiseOutcome.MET)
    with pytest.raises(reasons.NoReasonNeededError):
        reasons.record_reason(kept.pk, coordinator, BreachReason.OTHER)


@pytest.mark.parametrize("group", [COMMUNICATION, ADMINISTRATION])
def test_the_report_is_for_the_desk(client, group):
    user = StaffFactory(admin_language="en")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    for address in (
        INDEX,
        reverse("promises:csv"),
        reverse("promises:reason", args=[CallbackAddress(1, 1)]),
    ):
        assert client.get(address).status_code == 302


def test_the_tables_show_what_was_counted(client, coordinator):
    PromiseDay.objects.create(
        day=TUESDAY_MORNING.date(),
        is_question=False,
        promised=9,
        met=7,
        reached_in_time=5,
        void=1,
    )
    for unit, label in (("week", "Week 24 of 2026"), ("month", "June 2026"), ("x", "Week 24")):
        text = text_of(client, f"{INDEX}?per={unit}")
        assert label in text
        assert "87.5%" in text
        assert "62.5%" in text
    assert "Second quarter of 2026" in text_of(client, f"{INDEX}?per=quarter")


def test_the_file_holds_the_same_numbers(client, coordinator):
    PromiseDay.objects.create(day=date(2026, 6, 1), is_question=True, promised=2, met=1)
    response = client.get(reverse("promises:csv"), {"per": "month"})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == 24
    june = next(row for row in rows if row["What"] == "Questions" and row["Promised"] != "0")
    assert (june["First day"], june["Last day"]) == ("2026-06-01", "2026-06-30")
    assert (june["Kept"], june["Kept (%)"], june["Reached in time (%)"]) == ("1", "50.0", "0.0")


def test_the_report_costs_as_many_queries_with_many_rows(
    client, coordinator, django_assert_max_num_queries
):
    robin = DeskMemberFactory()
    for number in range(25):
        CallbackFactory(
            settled_as=PromiseOutcome.BROKEN,
            due_at=TUESDAY_MORNING - timedelta(days=number),
            claimed_by=robin,
        )
    text_of(client, INDEX)
    with django_assert_max_num_queries(20):
        text = text_of(client, INDEX)
    assert "Page 1 of 2" in text
    assert "Page 2 of 2" in text_of(client, f"{INDEX}?p=2")
