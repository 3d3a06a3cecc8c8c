"""A claim runs out, lasts while somebody works, and changes hands in one step."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from registration.casework import attempts, claims, ending, reading
from registration.casework.claims import AlreadyClaimedError, NotAllowedError, NotClaimedError
from registration.models import AccessLogEntry, AttemptPolicy, Callback, Reassignment
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.factories import (
    CallbackFactory,
    CoordinatorFactory,
    DeskMemberFactory,
    put_on_record,
)

pytestmark = pytest.mark.django_db
LEASE = timedelta(minutes=60)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock():
    with time_machine.travel("2026-06-09 10:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def sam(clock):
    return DeskMemberFactory()


@pytest.fixture
def robin():
    return DeskMemberFactory()


@pytest.fixture
def taken(sam) -> Callback:
    """A callback that Sam has just taken."""
    callback = CallbackFactory()
    claims.claim(callback.pk, sam)
    return callback


class TestRunningOut:
    def test_until_its_end_nobody_else_can_take_it(self, clock, taken, robin):
        clock.shift(LEASE - MINUTE)
        with pytest.raises(AlreadyClaimedError):
            claims.claim(taken.pk, robin)

    def test_after_its_end_a_colleague_can(self, clock, taken, sam, robin):
        clock.shift(LEASE)
        claims.claim(taken.pk, robin)
        with pytest.raises(NotClaimedError):
            attempts.record_attempt(taken.pk, sam, AttemptResult.REACHED)
        with pytest.raises(NotClaimedError):
            reading.open_details(taken.pk, sam)
        assert Callback.objects.get().claimed_by == robin

    def test_it_counts_as_free_everywhere(self, clock, taken, sam):
        assert list(Callback.objects.held_by(sam)) == [taken]
        assert not Callback.objects.unclaimed().exists()
        clock.shift(LEASE)
        assert list(Callback.objects.unclaimed()) == [taken]
        assert not Callback.objects.held_by(sam).exists()

    def test_who_had_it_sees_nothing_more_before_taking_it_again(self, clock, taken, sam):
        clock.shift(LEASE)
        with pytest.raises(NotClaimedError):
            reading.open_details(taken.pk, sam)
        claims.claim(taken.pk, sam)
        reading.open_details(taken.pk, sam)

    def test_who_had_it_goes_on_while_nobody_took_it(self, clock, taken, sam, robin):
        clock.shift(LEASE)
        attempts.record_attempt(taken.pk, sam, AttemptResult.REACHED)
        with pytest.raises(AlreadyClaimedError):
            claims.claim(taken.pk, robin)

    @pytest.mark.parametrize(
        "act",
        [
            lambda callback, user: reading.open_details(callback, user),
            lambda callback, user: reading.open_story(callback, user),
            lambda callback, user: attempts.record_attempt(callback, user, AttemptResult.REACHED),
            lambda callback, user: claims.claim(callback, user),
            lambda callback, user: claims.continue_claim(callback, user),
        ],
        ids=["looking", "opening the story", "recording", "taking again", "sending a form"],
    )
    def test_everything_on_the_screen_makes_it_last(self, clock, taken, sam, act):
        clock.shift(LEASE - MINUTE)
        act(taken.pk, sam)
        taken.refresh_from_db()
        assert taken.claimed_until == timezone.now() + LEASE

    def test_a_look_of_the_coordinator_does_not(self, clock, taken):
        clock.shift(MINUTE)
        reading.open_details(taken.pk, CoordinatorFactory())
        taken.refresh_from_db()
        assert taken.claimed_until == timezone.now() - MINUTE + LEASE

    def test_the_setting_says_how_long(self, clock, sam, robin):
        AttemptPolicy.objects.update_or_create(defaults={"claim_minutes": 15})
        callback = CallbackFactory()
        claims.claim(callback.pk, sam)
        clock.shift(15 * MINUTE)
        claims.claim(callback.pk, robin)

    def test_what_is_closed_stays_with_who_closed_it(self, clock, taken, sam):
        put_on_record(taken, Lifecycle.OTHER_SERVICE)
        ending.end(taken.pk, sam, Lifecycle.OTHER_SERVICE)
        clock.shift(timedelta(days=2))
        reading.open_details(taken.pk, sam)


class TestHandingOver:
    def test_the_colleague_has_it_and_nobody_else(self, taken, sam, robin):
        claims.reassign(taken.pk, sam, robin)
        assert list(Callback.objects.held_by(robin)) == [taken]
        with pytest.raises(AlreadyClaimedError):
            claims.claim(taken.pk, sam)
        with pytest.raises(NotClaimedError):
            reading.open_details(taken.pk, sam)

    def test_the_claim_begins_anew(self, clock, taken, sam, robin):
        clock.shift(LEASE - MINUTE)
        claims.reassign(taken.pk, sam, robin)
        clock.shift(LEASE - MINUTE)
        reading.open_details(taken.pk, robin)

    def test_it_is_recorded_without_anything_about_the_person(self, taken, sam, robin):
        claims.reassign(taken.pk, sam, robin)
        row = Reassignment.objects.get()
        assert (row.callback, row.given_by, row.given_to) == (taken, sam, robin)
        entry = AccessLogEntry.objects.get()
        assert (entry.user, entry.action) == (sam, AccessAction.REASSIGNED)

    def test_the_coordinator_hands_over_what_another_has(self, taken, robin):
        claims.reassign(taken.pk, CoordinatorFactory(), robin)
        assert list(Callback.objects.held_by(robin)) == [taken]

    def test_nobody_hands_over_what_a_colleague_has(self, taken, robin):
        with pytest.raises(NotClaimedError):
            claims.reassign(taken.pk, robin, robin)

    def test_only_to_somebody_active_who_may_take_it(self, taken, sam, robin):
        robin.is_active = False
        with pytest.raises(NotAllowedError):
            claims.reassign(taken.pk, sam, robin)
        with pytest.raises(NotAllowedError):
            claims.reassign(taken.pk, sam, sam)
        assert not Reassignment.objects.exists()

    def test_what_the_coordinator_decides_goes_to_a_coordinator_only(self, robin):
        kim, toni = CoordinatorFactory(), CoordinatorFactory()
        callback = CallbackFactory(needs_coordinator=True, claimed_by=kim)
        with pytest.raises(NotAllowedError):
            claims.reassign(callback.pk, kim, robin)
        claims.reassign(callback.pk, kim, toni)
        assert list(Callback.objects.held_by(toni)) == [callback]

    def test_what_is_closed_is_not_handed_over(self, sam, robin):
        callback = CallbackFactory(claimed_by=sam, done=True)
        with pytest.raises(NotClaimedError):
            claims.reassign(callback.pk, sam, robin)
