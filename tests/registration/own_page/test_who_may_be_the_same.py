"""What somebody changes counts for another registration that may be theirs.

Its plan stays as it was told, and the coordinator decides before that moment.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from registration.casework import changes_by_person
from registration.casework.contact_answers import contact_answers_of
from registration.casework.desk_calendar import current_calendar
from registration.models import Callback
from registration.privacy_duties.correction import correct
from registration.rules.contact_policy import may_call_at
from registration.vocabulary.callbacks import AttemptResult
from tests.registration.factories import ContactAttemptFactory, DeskMemberFactory
from tests.registration.own_page.conftest import register
from tests.registration.own_page.test_what_stays_planned import (
    ALL_DAYS,
    saved,
    thursday_at_ten,
)

pytestmark = pytest.mark.django_db
THURSDAY = ("thursday:morning", "thursday:afternoon")


@pytest.fixture
def other(owner):
    """Another registration with the same number, tried once and to be tried again on Thursday."""
    register(email="")
    callback = Callback.objects.exclude(registration=owner.registration).get()
    now = timezone.now()
    planned = {"next_attempt_at": thursday_at_ten(), "first_attempt_at": now, "attempt_count": 1}
    Callback.objects.filter(pk=callback.pk).update(**planned)
    made_at = now - timedelta(minutes=1)
    ContactAttemptFactory(callback=callback, result=AttemptResult.NO_ANSWER, made_at=made_at)
    return callback


def stays_with_the_coordinator(callback) -> bool:
    callback.refresh_from_db()
    return callback.needs_coordinator and callback.next_attempt_at == thursday_at_ten()


def test_what_was_planned_with_another_stays_and_the_coordinator_decides(owner, other):
    due = other.due_at
    saved(owner, avoid=["thursday:morning"])
    assert stays_with_the_coordinator(other)
    both = contact_answers_of(other.registration)
    assert not may_call_at(both, other.next_attempt_at, current_calendar())
    assert other.due_at == due


def test_so_it_is_when_the_desk_corrects_one_of_them(owner, other):
    given = {"avoid": THURSDAY}
    correct(owner.registration.pk, given, DeskMemberFactory(), timezone.now(), confirmed=True)
    assert stays_with_the_coordinator(other)


@pytest.mark.parametrize("avoid", [["thursday:morning"], ALL_DAYS], ids=["that moment", "all"])
def test_until_the_time_is_free_again(owner, other, avoid):
    saved(owner, avoid=avoid)
    assert stays_with_the_coordinator(other)
    saved(owner, avoid=[])
    other.refresh_from_db()
    assert not other.needs_coordinator
    assert other.next_attempt_at == thursday_at_ten()


def test_what_another_agreed_is_decided_about_too(owner, other):
    Callback.objects.filter(pk=other.pk).update(agreed_at=thursday_at_ten())
    saved(owner, avoid=["thursday:morning"])
    assert stays_with_the_coordinator(other)


def test_who_gives_the_number_of_another_binds_their_plan_from_then_on(owner, other):
    given = {"phone": "+31612345678"}
    changes_by_person.change_contact(other.registration_id, given, timezone.now())
    Callback.objects.filter(pk=other.pk).update(next_attempt_at=thursday_at_ten())
    saved(owner, avoid=THURSDAY)
    other.refresh_from_db()
    assert not other.needs_coordinator
    changes_by_person.change_contact(owner.registration.pk, given, timezone.now())
    assert stays_with_the_coordinator(other)


def test_the_plan_of_who_is_somebody_else_stays(owner, other):
    given = {"phone": "+31612345678"}
    changes_by_person.change_contact(other.registration_id, given, timezone.now())
    Callback.objects.filter(pk=other.pk).update(next_attempt_at=thursday_at_ten())
    saved(owner, avoid=["thursday:morning"])
    other.refresh_from_db()
    assert other.next_attempt_at == thursday_at_ten()
