"""What was agreed or planned with somebody stays, as long as a change on the own page leaves it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from registration.casework import changes_by_person, follow_up, wrong_ways
from registration.casework.desk_calendar import current_calendar
from registration.models import Callback
from registration.privacy_duties.correction import correct
from registration.rules.contact_policy import may_call_at
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.callbacks import AttemptResult, TaskKind
from registration.words.dates import date_in_words
from tests.registration.factories import ContactAttemptFactory, DeskMemberFactory
from tests.registration.journey.visitor import controls, text_of
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import Owner
from tests.registration.own_page.test_promises import NO_TIME_UNTIL_FRIDAY

pytestmark = pytest.mark.django_db
ALL_DAYS = (*NO_TIME_UNTIL_FRIDAY, "monday:morning", "monday:afternoon")
NO_LONGER_HOLDS = "Het moment dat we met je hadden afgesproken, geldt niet meer."


def tried(result, **fields):
    """Record an attempt on the only open callback, with what it left behind."""
    callback = Callback.objects.open().get()
    now = timezone.now()
    if result == AttemptResult.CALL_BACK:
        fields["agreed_at"] = fields.get("next_attempt_at")
    Callback.objects.filter(pk=callback.pk).update(
        **{"first_attempt_at": now, "attempt_count": 1, **fields}
    )
    ContactAttemptFactory(callback=callback, result=result, made_at=now - timedelta(minutes=1))
    return Callback.objects.get(pk=callback.pk)


def number_is_wrong(owner):
    """Record that somebody else answers the number that we have."""
    callback = tried(AttemptResult.WRONG_NUMBER, needs_coordinator=True)
    number = wrong_ways.hash_of(owner.registration.read_answers().phone)
    callback.attempts.update(way_hash=number)


def thursday_at_ten():
    day = (timezone.now() + timedelta(days=2)).astimezone(DESK_TIME_ZONE)
    return day.replace(hour=10, minute=0, second=0, microsecond=0)


def saved(owner, **changes):
    """Save the page with only these changes in it."""
    return owner.send("veranderen", {**controls(owner.read("veranderen/")), **changes})


@pytest.mark.parametrize("result", [AttemptResult.CALL_BACK, AttemptResult.NO_ANSWER])
@pytest.mark.parametrize("change", [{}, {"moments": ["2026-11-27:morning"]}])
def test_what_was_agreed_or_planned_outlives_a_save_that_leaves_it(owner, result, change):
    tried(result, next_attempt_at=thursday_at_ten())
    saved(owner, **change)
    assert Callback.objects.get().next_attempt_at == thursday_at_ten()
    is_agreed = result == AttemptResult.CALL_BACK
    assert ("Afspraak. We bellen je op donderdag" in text_of(owner.read())) == is_agreed


@pytest.mark.parametrize(
    "change", [{"phone": "06 12345678"}, {"avoid": ["thursday:morning"]}], ids=["number", "time"]
)
def test_what_no_longer_holds_must_be_agreed_again_and_everybody_reads_that(owner, change):
    tried(AttemptResult.CALL_BACK, next_attempt_at=thursday_at_ten())
    words = text_of(saved(owner, **change))
    callback = Callback.objects.get()
    assert callback.next_attempt_at is None
    assert follow_up.must_agree_again(callback)
    assert not follow_up.awaits_outcome(callback)
    assert NO_LONGER_HOLDS in words
    assert "Afspraak" not in words


def test_a_retry_at_a_time_that_is_ruled_out_is_planned_anew_and_its_day_is_told(owner):
    tried(AttemptResult.NO_ANSWER, next_attempt_at=thursday_at_ten())
    words = text_of(saved(owner, avoid=["thursday:morning"]))
    planned = Callback.objects.get().next_attempt_at
    assert planned > thursday_at_ten()
    assert may_call_at(owner.registration.read_answers(), planned, current_calendar())
    assert f"We proberen het opnieuw op {date_in_words(planned)}" in words


def test_an_agreed_call_that_the_desk_moved_is_no_appointment_nor_called_in_vain(owner):
    tried(AttemptResult.CALL_BACK, next_attempt_at=thursday_at_ten())
    Callback.objects.update(agreed_at=None)
    words = text_of(owner.read())
    day = date_in_words(thursday_at_ten())
    assert f"We hebben je gesproken. We bellen je opnieuw op {day}." in words
    assert "Afspraak" not in words


def test_where_no_time_is_left_nothing_is_planned_and_the_coordinator_decides(owner):
    tried(AttemptResult.NO_ANSWER, next_attempt_at=thursday_at_ten())
    saved(owner, avoid=ALL_DAYS)
    assert Callback.objects.get().next_attempt_at is None
    assert Callback.objects.get().needs_coordinator


def test_a_retry_that_the_desk_rules_out_on_the_phone_is_planned_anew(owner):
    tried(AttemptResult.NO_ANSWER, next_attempt_at=thursday_at_ten())
    given = {"avoid": ("thursday:morning", "thursday:afternoon")}
    correct(owner.registration.pk, given, DeskMemberFactory(), timezone.now(), confirmed=True)
    assert Callback.objects.get().next_attempt_at > thursday_at_ten()


def test_who_pauses_with_a_wrong_number_and_goes_on_is_mailed_by_who_promises_it(owner, clock):
    number_is_wrong(owner)
    owner.do("pause")
    words = text_of(owner.do("resume"))
    callback = Callback.objects.open().get()
    assert "mailen we je" in words
    assert callback.kind == TaskKind.MAIL
    assert not callback.needs_coordinator


def without_email(clock):
    owner = Owner(register(email="", fallback=("voicemail",)), Client())
    owner.enter()
    number_is_wrong(owner)
    return owner


def test_if_no_way_is_left_after_a_pause_the_coordinator_decides(own_pages, clock):
    owner = without_email(clock)
    owner.do("pause")
    words = text_of(owner.do("resume"))
    assert Callback.objects.open().get().needs_coordinator
    assert "We weten nog niet hoe we je veilig kunnen bereiken." in words


def test_who_changes_only_moments_beside_a_wrong_number_is_promised_no_call(own_pages, clock):
    owner = Owner(
        register(all_channels=False, email="noor@example.org", fallback=("email",)), Client()
    )
    owner.enter()
    number_is_wrong(owner)
    words = text_of(saved(owner, moments=["2026-11-27:morning"]))
    assert "Opgeslagen" in words
    assert Callback.objects.get().kind == TaskKind.MAIL
    assert "mailen we je" in words
    assert "We proberen het opnieuw" not in words


def test_no_change_of_moments_takes_a_wrong_number_from_the_coordinator(own_pages, clock):
    owner = without_email(clock)
    moments = {"moments": ("2026-11-27:morning",)}
    changes_by_person.change_contact(owner.registration.pk, moments, timezone.now())
    assert Callback.objects.get().needs_coordinator
    words = text_of(owner.read())
    assert "We proberen het opnieuw" not in words
    assert "We weten nog niet hoe we je veilig kunnen bereiken." in words


def test_who_gives_a_new_number_beside_a_wrong_one_is_called_there(own_pages, clock):
    owner = without_email(clock)
    words = text_of(saved(owner, phone="06 12345678"))
    callback = Callback.objects.get()
    assert callback.kind == TaskKind.CALL
    assert not callback.needs_coordinator
    assert "We bellen je uiterlijk op" in words


def test_nobody_is_said_to_have_called_who_only_sent_a_letter(own_pages, clock):
    owner = Owner(register(letter=True, all_channels=False), Client())
    owner.enter()
    tried(AttemptResult.SENT)
    words = text_of(saved(owner, phone="06 12345678", phone_impossible=[], other_way=[]))
    assert Callback.objects.get().kind == TaskKind.CALL
    assert "niet bereikt" not in words
    assert "We bellen je uiterlijk op" in words


def test_who_frees_all_times_again_has_the_earlier_day_back(owner):
    due = Callback.objects.get().due_at
    saved(owner, avoid=NO_TIME_UNTIL_FRIDAY)
    assert Callback.objects.get().due_at > due
    words = text_of(saved(owner, avoid=[]))
    assert Callback.objects.get().due_at == due
    assert f"We bellen je uiterlijk op {date_in_words(due)}." in words


def test_the_earlier_day_does_not_come_back_once_it_is_over(owner, clock):
    saved(owner, avoid=NO_TIME_UNTIL_FRIDAY)
    later = Callback.objects.get().due_at
    clock.shift(timedelta(days=4))
    owner.enter()
    saved(owner, avoid=[])
    assert Callback.objects.get().due_at == later
