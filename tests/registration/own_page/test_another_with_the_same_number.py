"""Who registers with the number of another silences nobody: the coordinator decides at once.

Until the desk decided that both are of one person, no page tells that there is another.
"""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from registration.casework import attempts, claims, merging
from registration.models import Callback
from registration.vocabulary.callbacks import AttemptResult
from tests.registration.factories import ContactAttemptFactory, CoordinatorFactory
from tests.registration.journey.visitor import text_of
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import Owner
from tests.registration.own_page.test_what_stays_planned import NO_LONGER_HOLDS, thursday_at_ten
from tests.support.some import some

pytestmark = pytest.mark.django_db
# The clock stands on Tuesday; the ordinary promise ends on Friday.
FIRST_DAYS = tuple(
    f"{day}:{part}" for day in ("tuesday", "wednesday") for part in ("morning", "afternoon")
)
LAST_DAYS = tuple(
    f"{day}:{part}" for day in ("thursday", "friday") for part in ("morning", "afternoon")
)
EVERY_DAY = (*FIRST_DAYS, *LAST_DAYS, "monday:morning", "monday:afternoon")
OTHER_NUMBER = "+31612345678"


def owner_of(**answers):
    person = Owner(register(email="", **answers), Client())
    person.enter()
    return person


def callback_of(person):
    return Callback.objects.get(registration=person.registration)


def both_owners():
    return owner_of(avoid=FIRST_DAYS), owner_of(avoid=LAST_DAYS, name="Iemand anders")


def taken_by_coordinator(person):
    kim = CoordinatorFactory()
    claims.claim(callback_of(person).pk, kim)
    return kim


def test_where_both_leave_no_time_the_coordinator_decides_from_the_start(own_pages, clock):
    for person in some(both_owners()):
        assert callback_of(person).needs_coordinator


@pytest.mark.parametrize("theirs", [{}, {"avoid": LAST_DAYS}, {"avoid": EVERY_DAY}])
def test_the_own_page_says_the_same_before_and_after_another_registers(own_pages, clock, theirs):
    person = owner_of(avoid=FIRST_DAYS)
    before = text_of(person.read())
    owner_of(**theirs, name="Iemand anders")
    assert text_of(person.read()) == before


@pytest.mark.parametrize("theirs", [{}, {"avoid": FIRST_DAYS}, {"avoid": EVERY_DAY}])
def test_who_types_the_number_of_another_cannot_read_that_we_know_it(own_pages, clock, theirs):
    owner_of(**theirs)
    with_known, with_new = owner_of(avoid=LAST_DAYS), owner_of(avoid=LAST_DAYS, phone=OTHER_NUMBER)
    assert with_known.receipt.promised == with_new.receipt.promised
    told = [text_of(each.read()).replace("78", "21") for each in (with_known, with_new)]
    assert told[0] == told[1]
    assert "uiterlijk op vrijdag 27 november" in told[0]


def test_whom_the_coordinator_calls_somebody_else_has_the_promise_back(own_pages, clock):
    one, other = both_owners()
    kim = taken_by_coordinator(one)
    merging.confirm_different(callback_of(one).pk, other.registration.pk, kim)
    for person in (one, other):
        assert not callback_of(person).needs_coordinator
        assert "uiterlijk op vrijdag 27 november" in text_of(person.read())


def test_where_a_time_is_left_nobody_has_to_decide(own_pages, clock):
    for person in (owner_of(avoid=FIRST_DAYS), owner_of(avoid=LAST_DAYS[1:])):
        assert not callback_of(person).needs_coordinator
        assert "uiterlijk op vrijdag 27 november" in text_of(person.read())


def test_a_person_who_rules_out_all_times_stays_with_the_coordinator(own_pages, clock):
    one, other = owner_of(avoid=EVERY_DAY), owner_of()
    kim = taken_by_coordinator(one)
    merging.confirm_different(callback_of(one).pk, other.registration.pk, kim)
    assert callback_of(one).needs_coordinator
    assert not callback_of(other).needs_coordinator


def test_one_case_of_both_goes_to_the_coordinator_and_names_no_day(own_pages, clock):
    one, other = both_owners()
    kim = taken_by_coordinator(one)
    merging.confirm_same(callback_of(one).pk, other.registration.pk, kim)
    assert callback_of(one).needs_coordinator
    for person in (one, other):
        assert "27 november" not in text_of(person.read())


def test_so_it_does_for_one_person_whose_two_registrations_both_stay_open(own_pages, clock):
    one = owner_of(avoid=FIRST_DAYS)
    other = Owner(register(email="iemand@example.org", avoid=LAST_DAYS), Client())
    other.enter()
    kim = taken_by_coordinator(one)
    assert merging.confirm_same(callback_of(one).pk, other.registration.pk, kim) is None
    for person in (one, other):
        assert callback_of(person).needs_coordinator
        assert "27 november" not in text_of(person.read())


def agreed_on_thursday():
    person = owner_of()
    at = thursday_at_ten()
    now = timezone.now()
    Callback.objects.filter(registration=person.registration).update(
        first_attempt_at=now, attempt_count=1, next_attempt_at=at, agreed_at=at
    )
    ContactAttemptFactory(callback=callback_of(person), result=AttemptResult.CALL_BACK, made_at=now)
    return person


def test_what_was_agreed_stays_and_the_coordinator_decides_where_another_rules_it_out(
    own_pages, clock
):
    person = agreed_on_thursday()
    before = text_of(person.read())
    owner_of(avoid=LAST_DAYS)
    callback = callback_of(person)
    assert callback.next_attempt_at == thursday_at_ten()
    assert callback.needs_coordinator
    assert text_of(person.read()) == before
    assert "Afspraak. We bellen je op donderdag 26 november" in before


def test_at_such_a_moment_nobody_can_record_a_call(own_pages, clock):
    person = agreed_on_thursday()
    owner_of(avoid=LAST_DAYS)
    kim = CoordinatorFactory()
    clock.move_to(thursday_at_ten())
    claims.claim(callback_of(person).pk, kim)
    with pytest.raises(claims.NotAllowedError):
        attempts.record_attempt(callback_of(person).pk, kim, AttemptResult.NO_ANSWER)


def test_what_was_agreed_with_somebody_else_holds_again(own_pages, clock):
    person = agreed_on_thursday()
    other = owner_of(avoid=LAST_DAYS)
    kim = taken_by_coordinator(person)
    merging.confirm_different(callback_of(person).pk, other.registration.pk, kim)
    assert callback_of(person).next_attempt_at == thursday_at_ten()
    assert not callback_of(person).needs_coordinator


def test_once_both_are_one_person_the_page_says_what_no_longer_holds(own_pages, clock):
    person = agreed_on_thursday()
    other = Owner(register(email="iemand@example.org", avoid=LAST_DAYS), Client())
    kim = taken_by_coordinator(person)
    assert merging.confirm_same(callback_of(person).pk, other.registration.pk, kim) is None
    assert callback_of(person).next_attempt_at is None
    assert NO_LONGER_HOLDS in text_of(person.read())


def test_a_retry_of_one_case_is_planned_anew_and_nobody_has_to_decide(own_pages, clock):
    person = owner_of()
    now = timezone.now()
    Callback.objects.update(first_attempt_at=now, next_attempt_at=thursday_at_ten())
    ContactAttemptFactory(callback=callback_of(person), result=AttemptResult.NO_ANSWER, made_at=now)
    other = owner_of(avoid=("thursday:morning",))
    assert callback_of(person).needs_coordinator
    kim = taken_by_coordinator(person)
    merging.confirm_same(callback_of(person).pk, other.registration.pk, kim)
    assert callback_of(person).next_attempt_at > thursday_at_ten()
    assert not callback_of(person).needs_coordinator


def test_what_was_agreed_is_never_moved_in_silence_by_merging(own_pages, clock):
    person = owner_of(avoid=("thursday:morning",))
    other = agreed_on_thursday()
    Callback.objects.filter(registration=other.registration).update(
        next_attempt_at=thursday_at_ten(), agreed_at=thursday_at_ten()
    )
    kim = taken_by_coordinator(person)
    merging.confirm_same(callback_of(person).pk, other.registration.pk, kim)
    callback = callback_of(person)
    assert callback.next_attempt_at is None
    assert callback.needs_coordinator
    for each in (person, other):
        assert NO_LONGER_HOLDS in text_of(each.read())


def test_nobody_is_lost_because_another_with_the_number_cannot_be_read(own_pages, clock):
    owner_of()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registration_registration SET answers = %s", [b"lost"])
    register()
    assert Callback.objects.latest("pk").needs_coordinator


def test_a_number_that_many_typed_holds_nobody_up(own_pages, clock):
    def queries_of_one_more():
        with CaptureQueriesContext(connection) as captured:
            register(email="", avoid=LAST_DAYS)
        return len(captured)

    def let_others_register(number):
        for _another in range(number):
            register(email="", avoid=FIRST_DAYS)

    let_others_register(2)
    with_few = queries_of_one_more()
    let_others_register(6)
    # Each of them is planned anew in one query, once nothing is left of the promise.
    assert queries_of_one_more() - with_few <= 2 * 7
