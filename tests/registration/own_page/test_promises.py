"""The own page names no day that is over, that was ruled out, or on which the desk is closed."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from registration.casework import attempts, claims
from registration.models import AttemptPolicy, Callback, ClosedDay
from registration.promise_clock.recalculation import calendar_change
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.callbacks import AttemptResult
from registration.words.dates import date_in_words
from tests.registration.factories import ContactAttemptFactory, CoordinatorFactory
from tests.registration.journey.visitor import text_of
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import Owner

pytestmark = pytest.mark.django_db
LATER = "uiterlijk op donderdag 3 december, maar niet vóór maandag 30 november"
NO_TIME_UNTIL_FRIDAY = tuple(
    f"{day}:{part}"
    for day in ("tuesday", "wednesday", "thursday", "friday")
    for part in ("morning", "afternoon")
)


def owner_of(**answers):
    person = Owner(register(**answers), Client())
    person.enter()
    return person


def test_who_ruled_out_the_days_of_the_promise_reads_from_when_we_call(own_pages, clock):
    words = text_of(owner_of(avoid=NO_TIME_UNTIL_FRIDAY).read())
    assert LATER in words
    assert "27 november" not in words


def test_who_rules_them_out_later_is_heard_at_once_and_reads_what_follows(owner):
    change = {"fallback": ["email"], "identify": "org_ok", "avoid": NO_TIME_UNTIL_FRIDAY}
    words = text_of(owner.send("veranderen", change))
    assert LATER in words
    assert "27 november" not in words
    callback = Callback.objects.get()
    assert date_in_words(callback.due_at) == "donderdag 3 december"
    assert not callback.needs_coordinator
    assert callback.moves.count() == 1, "the desk sees that the promise moved"


def test_no_change_of_the_calendar_brings_the_ruled_out_days_back(owner):
    owner.send("veranderen", {"fallback": ["email"], "avoid": NO_TIME_UNTIL_FRIDAY})
    with calendar_change():
        ClosedDay.objects.create(date=date(2026, 12, 24))
    assert date_in_words(Callback.objects.get().due_at) == "donderdag 3 december"
    assert LATER in text_of(owner.read())


def recorded(*results):
    """Record attempts as the desk does; whoever leaves the queue with one is taken again."""
    coordinator = CoordinatorFactory()
    number = Callback.objects.open().get().pk
    for result in results:
        claims.claim(number, coordinator)
        attempts.record_attempt(number, coordinator, result)


def test_after_a_wrong_number_who_allows_e_mail_reads_that_we_will_write(own_pages, clock):
    """And no day, as the coordinator decides what is done."""
    person = owner_of()
    recorded(AttemptResult.NO_ANSWER, AttemptResult.WRONG_NUMBER)
    assert Callback.objects.get().needs_coordinator
    words = text_of(person.read())
    assert "We mailen je zo snel als we kunnen." in words
    assert "27 november" not in words
    assert "niet bereikt" not in words
    recorded(AttemptResult.SENT)
    assert "Op dinsdag 24 november hebben we je geschreven." in text_of(person.read())


def test_after_a_wrong_number_who_has_no_other_way_reads_that_we_know_none(own_pages, clock):
    person = owner_of(email="", fallback=("voicemail",))
    recorded(AttemptResult.WRONG_NUMBER)
    words = text_of(person.read())
    assert "We weten nog niet hoe we je veilig kunnen bereiken." in words
    assert "niet bereikt" not in words


def test_whose_contact_person_was_written_to_reads_so(own_pages, clock):
    person = owner_of(contact_person=True, all_channels=False)
    recorded(AttemptResult.SENT)
    words = text_of(person.read())
    assert "Op dinsdag 24 november hebben we je contactpersoon geschreven." in words
    assert "uiterlijk" not in words


def test_who_rules_them_out_after_an_attempt_is_promised_nothing_else(owner):
    due_at = tried(AttemptResult.NO_ANSWER).due_at
    owner.send("veranderen", {"fallback": ["email"], "avoid": NO_TIME_UNTIL_FRIDAY})
    callback = Callback.objects.get()
    assert callback.due_at == due_at
    assert callback.needs_coordinator


def test_who_rules_out_every_time_reads_who_decides(owner):
    every = [*NO_TIME_UNTIL_FRIDAY, "monday:morning", "monday:afternoon"]
    words = text_of(owner.send("veranderen", {"fallback": ["email"], "avoid": every}))
    assert "Daarom kijkt de coördinator van ons aanmeldpunt wat we kunnen doen." in words
    assert Callback.objects.get().needs_coordinator


def test_who_rules_out_a_time_that_was_chosen_is_asked_which_holds(owner):
    change = {
        "fallback": ["email"],
        "identify": "org_ok",
        "moments": ["2026-11-26:morning"],
        "avoid": ["thursday:morning"],
    }
    page = owner.send("veranderen", change)
    assert page.status_code == 422
    assert "Kies wat klopt. Tot dan bellen we niet op dat moment." in text_of(page)
    assert owner.registration.read_answers().avoid == ("thursday:morning",)
    assert owner.registration.read_answers().moments == ()


def test_who_gives_a_number_that_may_not_be_called_is_asked_which_holds(owner):
    change = {"phone": "06 12345678", "phone_impossible": "on", "fallback": ["email"]}
    page = owner.send("veranderen", change)
    assert page.status_code == 422
    assert "Mogen we bellen? Haal dan het vinkje weg." in text_of(page)


def test_who_says_that_calls_are_no_longer_safe_need_not_remove_the_number_that_we_have(owner):
    change = {"phone_impossible": "on", "other_way": "letter", "other_way_details": "Kade 1"}
    assert owner.send("veranderen", change).status_code == 200
    assert owner.registration.read_answers().phone_impossible


def test_the_day_beside_the_moments_is_the_one_that_was_promised(owner, clock):
    clock.shift(timedelta(days=1))
    owner.enter()
    assert "uiterlijk op vrijdag 27 november" in text_of(owner.read("veranderen/"))


def test_a_promise_that_is_over_is_named_nowhere(owner, clock):
    clock.shift(timedelta(days=6))
    owner.enter()
    assert "We bellen je zo snel als we kunnen." in text_of(owner.read())
    for page in (owner.read(), owner.read("veranderen/")):
        assert "uiterlijk op" not in text_of(page)


def test_an_appointment_on_a_day_that_was_closed_since_is_not_confirmed(owner):
    callback = Callback.objects.get()
    day = (timezone.now() + timedelta(days=2)).astimezone(DESK_TIME_ZONE)
    callback.next_attempt_at = callback.agreed_at = day.replace(hour=10, minute=0)
    callback.first_attempt_at, callback.attempt_count = timezone.now(), 1
    callback.save()
    ContactAttemptFactory(callback=callback, result=AttemptResult.CALL_BACK)
    assert "Afspraak" in text_of(owner.read())
    with calendar_change():
        ClosedDay.objects.create(date=day.date())
    words = text_of(owner.read())
    assert "We kiezen een ander moment." in words
    assert "26 november" not in words


def tried(result, **fields):
    """Record an attempt on the only callback, with what it left behind; return the callback."""
    callback = Callback.objects.get()
    now = timezone.now()
    Callback.objects.update(**{"first_attempt_at": now, "attempt_count": 1, **fields})
    return ContactAttemptFactory(callback=callback, result=result).callback


def test_who_agreed_on_a_time_and_rules_it_out_is_not_told_that_nobody_answered(owner):
    at = (timezone.now() + timedelta(days=2)).astimezone(DESK_TIME_ZONE).replace(hour=10, minute=0)
    tried(AttemptResult.CALL_BACK, next_attempt_at=at)
    change = {"fallback": ["email"], "identify": "org_ok", "avoid": ["thursday:morning"]}
    words = text_of(owner.send("veranderen", change))
    assert "niet bereikt" not in words
    assert "We hebben je gesproken. Het moment dat we met je hadden afgesproken, geldt" in words


def test_who_agreed_on_a_time_that_passed_is_not_told_that_nobody_answered(owner, clock):
    tried(AttemptResult.CALL_BACK, next_attempt_at=timezone.now() + timedelta(hours=1))
    clock.shift(timedelta(days=3))
    owner.enter()
    assert "niet bereikt" not in text_of(owner.read())


@pytest.mark.parametrize("number", range(1, 4))
def test_a_next_attempt_is_promised_only_as_long_as_there_is_one(owner, number):
    most = AttemptPolicy.load().attempts
    callback = tried(AttemptResult.NO_ANSWER, attempt_count=number)
    for hours in range(1, number):
        ContactAttemptFactory(
            callback=callback,
            result=AttemptResult.NO_ANSWER,
            made_at=timezone.now() - timedelta(hours=hours),
        )
    words = text_of(owner.read())
    assert ("We proberen het opnieuw" in words) == (number < most)
    assert ("Wil je nog contact? Bel ons" in words) == (number >= most)


def test_while_the_coordinator_decides_no_next_attempt_is_promised(owner):
    tried(AttemptResult.NO_ANSWER, needs_coordinator=True)
    assert "We proberen het opnieuw" not in text_of(owner.read())
