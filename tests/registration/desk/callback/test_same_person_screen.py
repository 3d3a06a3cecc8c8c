"""What the desk sees and does when two registrations may be of one person."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from registration.models import Callback, SamePersonDecision
from registration.vocabulary.callbacks import CallbackState
from tests.registration.desk.screens import QUEUE, TUESDAY_MORNING, details, messages_of, url
from tests.registration.factories import (
    PHONE,
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    DeskMemberFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(sam):
    """An earlier callback that Sam has, and a later one that nobody has."""
    before = timezone.now() - timedelta(hours=2)
    earlier = CallbackFactory(claimed_by=sam, registration__received_at=before)
    return earlier, CallbackFactory()


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_queue_points_out_both_and_leads_to_the_other(client, pair):
    html = client.get(QUEUE).content.decode()
    assert words(html).count("Possibly the same person:") == 2
    for callback in pair:
        assert html.count(f'href="{url("details", callback)}"') == 2
    assert PHONE not in html


def test_the_queue_takes_as_many_queries_for_more_matches(client, pair):
    client.get(QUEUE)
    with CaptureQueriesContext(connection) as few:
        client.get(QUEUE)
    for _ in range(6):
        CallbackFactory()
    with CaptureQueriesContext(connection) as many:
        client.get(QUEUE)
    assert len(many) <= len(few)


def test_the_call_screen_asks_and_a_yes_makes_one_case(client, pair):
    earlier, later = pair
    page = words(details(client, earlier))
    assert "Is this the same person?" in page
    assert f"#{later.registration_id} is closed as a duplicate. Nobody gets an e-mail." in page
    answer = client.post(
        url("same_person", earlier),
        {"other": later.registration_id, "decision": "same"},
        follow=True,
    )
    number = later.registration_id
    assert messages_of(answer) == [
        f"Recorded: this is the same person. #{number} has been closed as a duplicate."
    ]
    assert "The same person:" in words(answer.content.decode())
    later.refresh_from_db()
    assert later.state == CallbackState.CANCELLED
    assert mail.outbox == []


MOMENT = TUESDAY_MORNING + timedelta(days=2)  # Thursday at ten


def planned(callback, **changes):
    """Plan the next call for Thursday; with `agreed_at` it is an appointment."""
    Callback.objects.filter(pk=callback.pk).update(next_attempt_at=MOMENT, **changes)


def ruling_out(*avoid):
    return CallbackFactory(registration__answers=AnswersFactory(phone=PHONE, avoid=avoid))


@pytest.mark.usefixtures("during_opening_hours")
class TestBeforeAYes:
    @pytest.fixture
    def earlier(self, sam):
        before = timezone.now() - timedelta(hours=2)
        return CallbackFactory(claimed_by=sam, registration__received_at=before)

    def test_it_names_the_appointment_that_will_not_hold_and_what_is_left(self, client, earlier):
        later = ruling_out("thursday:morning", "tuesday:morning", "tuesday:afternoon")
        planned(earlier, agreed_at=MOMENT)
        page = words(details(client, earlier))
        number = earlier.registration_id
        assert (
            f"The appointment of #{number} on Thursday 11 June at 10:00 no longer holds then."
            in page
        )
        assert "Then you can call: Wednesday 10 June, morning" in page
        assert page.index("no longer holds then") < page.index("Not the same person")
        data = {"other": later.registration_id, "decision": "same"}
        client.post(url("same_person", earlier), data)
        earlier.refresh_from_db()
        assert earlier.next_attempt_at is None

    def test_of_two_plans_it_names_the_one_that_gives_way(self, client, earlier):
        later = ruling_out()
        planned(earlier, agreed_at=MOMENT)
        Callback.objects.filter(pk=later.pk).update(next_attempt_at=MOMENT + timedelta(hours=1))
        page = words(details(client, earlier))
        assert f"The call that is planned for #{later.registration_id} on Thursday 11" in page
        assert "no longer holds" not in page

    def test_where_no_time_is_left_it_says_who_decides(self, client, earlier):
        week = ("monday", "tuesday", "wednesday", "thursday", "friday")
        ruling_out(*(f"{day}:{part}" for day in week for part in ("morning", "afternoon")))
        page = words(details(client, earlier))
        assert "no time is left to call in the next two weeks, so the coordinator" in page

    def test_where_nothing_changes_it_says_only_when_to_call(self, client, earlier):
        ruling_out()
        page = words(details(client, earlier))
        assert "no longer holds" not in page
        assert "Then you can call:" in page


def test_a_no_is_remembered(client, pair):
    earlier, later = pair
    answer = client.post(
        url("same_person", earlier),
        {"other": later.registration_id, "decision": "different"},
        follow=True,
    )
    assert messages_of(answer) == ["Recorded: these are two people."]
    assert "the same person" not in words(answer.content.decode()).replace(
        messages_of(answer)[0], ""
    )
    assert "Possibly" not in words(client.get(QUEUE).content.decode())


def test_who_has_not_taken_it_sees_the_other_but_decides_nothing(client, pair):
    earlier, later = pair
    page = details(client, later)
    assert "Possibly the same person:" in words(page)
    assert "same-person" not in page
    client.post(url("same_person", later), {"other": earlier.registration_id, "decision": "same"})
    assert not SamePersonDecision.objects.exists()


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"decision": "same"},
        {"other": "x", "decision": "same"},
        {"other": "²", "decision": "same"},
        {"other": "9" * 400, "decision": "different"},
        {"other": "-1", "decision": "same"},
    ],
)
def test_a_forged_decision_is_answered_calmly(client, pair, posted):
    assert client.post(url("same_person", pair[0]), posted).status_code == 302
    assert not SamePersonDecision.objects.exists()


def test_nobody_outside_the_desk_gets_in(client, pair, admin_user):
    earlier, later = pair
    client.logout()
    target = reverse("callbacks:same_person", args=[earlier.address])
    answer = client.post(target, {"other": later.registration_id, "decision": "same"})
    assert answer["Location"].startswith("/")
    assert client.get(target).status_code in {302, 405}
    assert not SamePersonDecision.objects.exists()


def test_a_colleague_s_callback_is_left_alone(client, pair, robin):
    earlier, later = pair
    later.claimed_by = robin
    later.save()
    answer = client.post(
        url("same_person", earlier),
        {"other": later.registration_id, "decision": "same"},
        follow=True,
    )
    assert "nothing was recorded" in messages_of(answer)[0]
    assert not SamePersonDecision.objects.exists()


@pytest.fixture
def undecided(during_opening_hours, sam):
    """Sam has one that permits a lot; another of the same number permits little, and was called."""
    free = CallbackFactory(
        claimed_by=sam,
        registration__answers=AnswersFactory(all_channels=True, organisation_may_be_named=True),
    )
    strict = CallbackFactory(
        registration__answers=AnswersFactory(
            first_name_only=True, avoid=("tuesday:afternoon", "monday:morning")
        )
    )
    ContactAttemptFactory(
        callback=strict,
        made_by=DeskMemberFactory(first_name="Robin", last_name="Jansen"),
        made_at=timezone.now() - timedelta(minutes=1),
    )
    return free, strict


def test_until_it_is_decided_the_call_screen_permits_only_what_both_permit(client, undecided):
    page = words(details(client, undecided[0]))
    assert "the strictest of both counts" in page
    assert "Do not say who we are" in page
    assert "No voicemail" in page
    assert "Voicemail allowed" not in page
    assert 'value="voicemail"' not in details(client, undecided[0])


def test_the_call_screen_says_when_the_other_was_called_last_and_by_whom(client, undecided):
    for shown in (details(client, undecided[0]), client.get(QUEUE).content.decode()):
        assert "Last attempt there: Tuesday 9 June at 09:59, Robin Jansen" in words(shown)


def test_until_it_is_decided_queue_and_day_sheet_permit_only_what_both_permit(client, undecided):
    sheet = client.get(reverse("callbacks:day"), {"date": "2026-06-10"}).content.decode()
    for shown in (client.get(QUEUE).content.decode(), sheet):
        assert words(shown).count("Do not say who we are") == 2
        assert "Voicemail allowed" not in shown


def test_a_voicemail_that_one_of_both_forbids_cannot_be_recorded(client, undecided):
    free, _strict = undecided
    client.post(url("attempt", free), {"result": "voicemail"})
    assert not free.attempts.exists()


def test_nobody_plans_a_call_for_a_moment_that_one_of_both_ruled_out(client, undecided):
    free, _strict = undecided
    answer = client.post(
        url("plan", free), {"plan-next_date": "2026-06-16", "plan-next_time": "14:00"}
    )
    assert "The person ruled this moment out" in answer.content.decode()
    free.refresh_from_db()
    assert free.next_attempt_at is None


def test_two_people_each_keep_their_own_permissions(client, undecided):
    free, strict = undecided
    client.post(
        url("same_person", free), {"other": strict.registration_id, "decision": "different"}
    )
    page = words(details(client, free))
    assert "Voicemail allowed" in page
    assert "strictest of both" not in page
