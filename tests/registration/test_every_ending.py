"""Who sees a registration, where, and until when: asked of every state and every outcome.

`PLACES` decides about each state. A new state or a new reason that nobody decided about fails here.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product

import pytest
from django.contrib.auth.models import Group
from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone

from perspectief.staff.groups import COORDINATOR
from registration.background import retention
from registration.background.retention import apply_retention
from registration.background.unreachable import close_unreachable
from registration.casework import changes_by_person, ending
from registration.casework.attempts import record_attempt
from registration.casework.claims import NotAllowedError
from registration.casework.informed import to_be_told_of
from registration.casework.reopening import reopen
from registration.casework.retention_periods import kept_until
from registration.casework.unfinished import (
    ANYWHERE,
    Unfinished,
    left_in,
    unfinished,
    with_unfinished,
)
from registration.desk.queue.list_view import ROWS_PER_PAGE
from registration.handover import case_export
from registration.models import (
    AccessLogEntry,
    AnonymousCount,
    Callback,
    HandOver,
    Mediator,
    OutboundMail,
    Registration,
    RetentionRun,
    SamePersonDecision,
)
from registration.privacy_duties.correction import correct
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import AttemptResult, CallbackState, TaskKind
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.mails import MailCode
from tests.registration.desk.conftest import coordinator, robin, sam
from tests.registration.desk.screens import QUEUE, details, end_so, messages_of, url
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    RegistrationFactory,
    put_on_record,
)
from tests.registration.handover.factories import (
    HandOverFactory,
    MediatorFactory,
    allocate_callback,
)
from tests.registration.referral.factories import ReferredRegistrationFactory
from tests.support.some import some

__all__ = ["coordinator", "robin", "sam"]

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Place:
    """Where a registration is in a state: what waits, in order, and the days kept after that.

    None for the days: it is never removed.
    """

    waits_for: tuple[Unfinished, ...]
    days: int | None


PLACES = {
    Lifecycle.RECEIVED: Place((Unfinished.ASTRAY,), None),
    Lifecycle.SPOKEN: Place((Unfinished.ASTRAY,), None),
    Lifecycle.PAUSED: Place((Unfinished.PAUSED,), None),
    Lifecycle.ALLOCATED: Place((Unfinished.NO_MEDIATOR, Unfinished.NOT_EXPORTED), 30),
    Lifecycle.CRIMINAL_CASE_FIRST: Place((), 30),
    Lifecycle.DATA_NOT_OBTAINED: Place((), 30),
    Lifecycle.OTHER_SERVICE: Place((), 30),
    Lifecycle.CONTRA_INDICATION: Place((), 30),
    Lifecycle.WITHDRAWN: Place((), 14),
    Lifecycle.UNREACHABLE: Place((), 90),
    Lifecycle.MISTAKE: Place((), 14),
    Lifecycle.ANSWERED: Place((), 30),
}
OPEN_STATES = (Lifecycle.RECEIVED, Lifecycle.SPOKEN)
LATER = timedelta(days=3650)
SOON = timedelta(minutes=1)

# Every outcome of every way in, and every outcome of every task.
ENDINGS = [
    (source, kind, outcome)
    for source, kind in product(Source, TaskKind)
    for outcome in Lifecycle.outcomes_of(source)
    if source == Source.SELF or kind == TaskKind.CALL
]


def came_in(source: Source) -> Registration:
    """Return a registration that came in this way, and may be passed on if it can be at all."""
    if source == Source.REFERRER:
        return ReferredRegistrationFactory(client_agreed_at=timezone.now())
    answers = AnswersFactory(asks=source == Source.QUESTION)
    return RegistrationFactory(source=source, answers=answers)


def is_in_queue(client, callback: Callback) -> bool:
    return url("details", callback) in client.get(QUEUE).content.decode()


def reason_on_screen(client, number: int) -> Unfinished | None:
    """Return for what a registration waits, as the list of the desk says."""
    return reasons_on_screen(client).get(number)


def reasons_on_screen(client) -> dict[int, Unfinished]:
    """Return for what each registration waits, by its number."""
    rows = client.get(reverse("registration_unfinished")).context["rows"]
    return {row.number: row.reason for row in rows}


def is_on_home(client, callback: Callback) -> bool:
    return url("details", callback) in client.get("/admin/").content.decode()


def remains(number: int) -> bool:
    return Registration.objects.filter(pk=number).exists()


def end(callback: Callback, user, outcome: Lifecycle) -> None:
    if outcome == Lifecycle.ALLOCATED:
        allocate_callback(callback, user)
    else:
        put_on_record(callback, outcome)
        ending.end(callback.pk, user, outcome, "Reden")


def exported_callback(user, mediator: Mediator | None = None) -> Callback:
    """Return the closed callback of somebody whom the case system has."""
    callback = CallbackFactory(claimed_by=user)
    allocate_callback(callback, user, mediator or MediatorFactory())
    case_export.take_out([callback.registration_id], user, timezone.now())
    return callback


def give_to(client, callback: Callback, mediator: Mediator):
    """Choose another mediator on the screen."""
    data = {"hand-over-mediator": mediator.pk, "hand-over-with_story": "on"}
    return client.post(url("hand_over", callback), data, follow=True)


def knows(client, callback: Callback) -> None:
    """Record that the only mediator who has to be told was told."""
    [row, *_of_the_same] = to_be_told_of([callback.registration_id])
    client.post(reverse("callbacks:mediator_told", args=[callback.address, row.pk]))


def unsent_mail(registration: Registration, **columns) -> OutboundMail:
    """Return a mail to the person that has not gone out."""
    return OutboundMail.objects.create(
        code=MailCode.CONFIRMATION,
        registration=registration,
        message_id=f"<{registration.pk}@example.org>",
        **{"recipient_hash": "somebody", **columns},
    )


class TestDecided:
    def test_about_every_state_and_every_reason(self):
        assert set(PLACES) == set(Lifecycle)
        for state, place in PLACES.items():
            assert left_in(state) == place.waits_for
        assert {*ANYWHERE, *(each for place in PLACES.values() for each in place.waits_for)} == set(
            Unfinished
        )

    def test_about_every_outcome_of_every_way_in_and_every_task(self):
        assert {outcome for _source, _kind, outcome in ENDINGS} == set(Lifecycle.outcomes())
        assert {source for source, _kind, _outcome in ENDINGS} == set(Source)
        assert {kind for _source, kind, _outcome in ENDINGS} == set(TaskKind)
        assert {*OPEN_STATES, Lifecycle.PAUSED} == Lifecycle.open_states()


def test_whatever_is_open_is_in_the_queue_and_stays(client, sam):
    waiting = set()
    for state, source, kind in product(OPEN_STATES, Source, TaskKind):
        registration = came_in(source)
        Registration.objects.filter(pk=registration.pk).update(state=state)
        waiting.add(CallbackFactory(registration=registration, kind=kind).pk)
    shown = set()
    for number in range(1, len(waiting) // ROWS_PER_PAGE + 2):
        rows = client.get(QUEUE, {"p": number}).context["table"].data
        shown |= {row.pk for row in rows}
    assert shown == waiting
    apply_retention(timezone.now() + LATER)
    assert set(Callback.objects.values_list("pk", flat=True)) == waiting


def callback_to_end(source: Source, kind: TaskKind, user) -> Callback:
    return CallbackFactory(registration=came_in(source), kind=kind, claimed_by=user)


@pytest.mark.parametrize("outcome", Lifecycle.outcomes())
def test_every_ending_is_seen_until_it_is_finished_and_kept_as_long_as_promised(
    client, coordinator, outcome
):
    callbacks = [
        callback_to_end(source, kind, coordinator)
        for source, kind, ending_ in ENDINGS
        if ending_ == outcome
    ]
    mediator = MediatorFactory()
    queue = client.get(QUEUE).content.decode()
    assert [each for each in callbacks if url("details", each) not in queue] == []
    for callback in callbacks:
        end_so(client, callback, outcome)
    registrations = list(Registration.objects.order_by("pk"))
    assert {registration.state for registration in registrations} == {outcome}
    queue = client.get(QUEUE).content.decode()
    assert [each for each in callbacks if url("details", each) in queue] == []

    finished = {each.pk: each.state_changed_at for each in registrations}
    for reason in PLACES[outcome].waits_for:
        assert reasons_on_screen(client) == dict.fromkeys(finished, reason)
        assert is_on_home(client, callbacks[0])
        assert {kept_until(each) for each in registrations} == {None}
        report = apply_retention(timezone.now() + LATER)
        assert report.held_back == {reason.value: len(callbacks)}
        assert Registration.objects.count() == len(callbacks)
        for callback in callbacks:
            finished[callback.registration_id] = go_on_after(
                reason, callback, mediator, coordinator
            )

    assert reasons_on_screen(client) == {}
    assert not is_on_home(client, callbacks[0])
    days = PLACES[outcome].days
    assert days is not None
    for registration in registrations:
        over_at = finished[registration.pk] + timedelta(days=days)
        assert kept_until(registration) == over_at
        apply_retention(over_at - SOON)
        assert remains(registration.pk)
        report = apply_retention(over_at)
        assert report.removed[outcome.value] >= 1
        assert report.held_back == {}
        assert not remains(registration.pk)


def go_on_after(reason: Unfinished, callback: Callback, mediator: Mediator, user) -> datetime:
    """Do what is left, two months later; return when."""
    at = timezone.now() + timedelta(days=60)
    if reason == Unfinished.NO_MEDIATOR:
        allocate_callback(callback, user, mediator)
    else:
        assert reason == Unfinished.NOT_EXPORTED
        assert case_export.take_out([callback.registration_id], user, at) == [
            callback.registration_id
        ]
    return at


def test_nothing_can_be_out_of_sight_and_without_an_end(client, coordinator):
    """Every combination, also those that no screen can make."""
    now = timezone.now()
    hand_overs = (
        None,
        {"mediator": None},
        {},
        {"exported_at": now},
        {"exported_at": None, "first_exported_at": now},
        {"exported_at": now, "end_told_at": now + LATER},
    )
    mails = (None, {}, {"failed_at": timezone.now()}, {"sent_at": timezone.now()})
    for state, task, hand_over, mail in product(
        Lifecycle, (None, *CallbackState), hand_overs, mails
    ):
        registration = RegistrationFactory(state=state)
        if task:
            CallbackFactory(registration=registration, state=task)
        if hand_over is not None:
            HandOverFactory(registration=registration, **hand_over)
        if mail is not None:
            unsent_mail(registration, **mail)
    everybody = set(Registration.objects.values_list("pk", flat=True))
    in_queue = set(Callback.objects.open().values_list("registration", flat=True))
    listed = set(unfinished(*Unfinished.listed()).values_list("pk", flat=True))
    # What was taken back is in both: somebody calls, and somebody else has yet to hear of that.
    taken_back = set(unfinished(Unfinished.END_NOT_TOLD).values_list("pk", flat=True))
    assert in_queue & listed <= taken_back
    counts = client.get(reverse("registration_unfinished")).context["counts"]
    assert sum(count.number for count in counts) == len(listed)

    apply_retention(timezone.now() + LATER)

    assert set(Registration.objects.values_list("pk", flat=True)) == in_queue | listed
    assert in_queue | listed < everybody


class TestMail:
    def test_who_was_not_told_stays_until_the_mail_is_sent_or_not_needed(self, client, coordinator):
        coordinator.groups.add(Group.objects.get(name=COORDINATOR))
        registration = RegistrationFactory(state=Lifecycle.OTHER_SERVICE)
        CallbackFactory(registration=registration, done=True)
        mail = unsent_mail(registration, failed_at=timezone.now())
        assert reason_on_screen(client, registration.pk) == Unfinished.MAIL
        assert apply_retention(timezone.now() + LATER).held_back == {"mail": 1}
        client.post(reverse("registration_drop_mail", args=[mail.pk]))
        assert reason_on_screen(client, registration.pk) is None
        apply_retention(timezone.now() + LATER)
        assert not remains(registration.pk)

    @pytest.mark.parametrize(
        ("state", "failed"), [(Lifecycle.RECEIVED, True), (Lifecycle.OTHER_SERVICE, False)]
    )
    def test_a_mail_that_is_still_needed_is_not_thrown_away(
        self, client, coordinator, state, failed
    ):
        coordinator.groups.add(Group.objects.get(name=COORDINATOR))
        mail = unsent_mail(
            RegistrationFactory(state=state), failed_at=timezone.now() if failed else None
        )
        listing = client.get(reverse("registration_outgoing_mail")).content.decode()
        assert reverse("registration_drop_mail", args=[mail.pk]) not in listing
        client.post(reverse("registration_drop_mail", args=[mail.pk]))
        assert OutboundMail.objects.exists()

    def test_a_mail_to_the_desk_keeps_nobodys_data(self):
        registration = RegistrationFactory(state=Lifecycle.OTHER_SERVICE)
        unsent_mail(registration, recipient_hash="", failed_at=timezone.now())
        apply_retention(timezone.now() + LATER)
        assert not remains(registration.pk)


class TestChangingOfMind:
    """What ended can be opened again, and end in another way; the last ending counts."""

    @pytest.mark.parametrize("first", Lifecycle.outcomes_of(Source.SELF))
    def test_the_last_ending_counts_wherever_one_asks(self, sam, first):
        callback = CallbackFactory(claimed_by=sam)
        for second in some(Lifecycle.outcomes_of(Source.SELF)):
            end(callback, sam, first)
            reopen(callback.pk, sam)
            registration = Registration.objects.get()
            assert registration.state in Lifecycle.open_states()
            assert Callback.objects.held_by(sam).get() == callback
            assert kept_until(registration) is None
            assert not AnonymousCount.objects.filter(count__gt=0).exists()

            end(callback, sam, second)
            registration = with_unfinished(Registration.objects.all()).get()
            assert registration.state == second
            assert registration.unfinished == next(iter(PLACES[second].waits_for), "")
            counted = AnonymousCount.objects.filter(dimension__in=["outcome", "mistake_kind"])
            assert counted.aggregate(total=Sum("count"))["total"] == 1
            reopen(callback.pk, sam)

    def test_whoever_was_exported_and_opened_again_is_exported_again(self, client, coordinator):
        callback = CallbackFactory(claimed_by=coordinator)
        mediator = MediatorFactory()
        allocate_callback(callback, coordinator, mediator)
        case_export.take_out([callback.registration_id], coordinator, timezone.now())
        response = client.post(url("reopen", callback), follow=True)
        assert "The case system already has this person" in response.content.decode()
        allocate_callback(callback, coordinator, mediator)
        assert reason_on_screen(client, callback.registration_id) == Unfinished.NOT_EXPORTED

    @pytest.mark.parametrize("is_paused", [False, True], ids=["closed", "paused"])
    def test_whoever_was_ever_exported_is_known_to_be(self, client, coordinator, is_paused):
        callback = exported_callback(coordinator)
        allocate_callback(callback, coordinator, MediatorFactory())
        assert HandOver.objects.get().exported_at is None
        client.post(url("reopen", callback))
        if is_paused:
            changes_by_person.pause(callback.registration_id, timezone.now())
        else:
            end(callback, coordinator, Lifecycle.OTHER_SERVICE)
        response = client.post(url("reopen", callback), follow=True)
        assert "The case system already has this person" in response.content.decode()

    def test_what_the_case_system_got_wrong_waits_again(self, coordinator):
        callback = CallbackFactory(claimed_by=coordinator)
        mediator = MediatorFactory()
        allocate_callback(callback, coordinator, mediator, note="Bel pas na zes uur")
        now = timezone.now()
        for change in (
            lambda: allocate_callback(callback, coordinator, mediator, note="Bel niet"),
            lambda: allocate_callback(callback, coordinator, mediator, note="", told="Ja"),
            lambda: correct(
                callback.registration_id,
                {"phone": "+31205551234"},
                coordinator,
                now,
                confirmed=True,
            ),
        ):
            case_export.take_out([callback.registration_id], coordinator, now)
            assert not unfinished(Unfinished.NOT_EXPORTED).exists()
            change()
            assert unfinished(Unfinished.NOT_EXPORTED).exists()

    def test_somebody_who_calls_back_is_not_closed_as_unreachable_again(self, sam):
        long_ago = timezone.now() - timedelta(days=40)
        callback = CallbackFactory(claimed_by=sam, message_at=long_ago, attempt_count=3)
        for _attempt in range(3):
            ContactAttemptFactory(
                callback=callback, made_at=long_ago, result=AttemptResult.NO_ANSWER
            )
        put_on_record(callback, Lifecycle.UNREACHABLE)
        ending.end(callback.pk, sam, Lifecycle.UNREACHABLE)
        reopen(callback.pk, sam)
        assert close_unreachable(timezone.now() + timedelta(days=1)) == 0
        assert Registration.objects.get().state == Lifecycle.RECEIVED

    def test_it_is_written_down(self, sam):
        callback = CallbackFactory(claimed_by=sam)
        put_on_record(callback, Lifecycle.OTHER_SERVICE)
        ending.end(callback.pk, sam, Lifecycle.OTHER_SERVICE)
        reopen(callback.pk, sam)
        [entry] = AccessLogEntry.objects.filter(action=AccessAction.REOPENED)
        assert (entry.user, entry.registration_number) == (sam, callback.registration_id)

    def test_only_who_closed_it_and_the_coordinator_may(self, client, robin, sam):
        callback = CallbackFactory(claimed_by=robin)
        put_on_record(callback, Lifecycle.OTHER_SERVICE)
        ending.end(callback.pk, robin, Lifecycle.OTHER_SERVICE)
        assert url("reopen", callback) not in details(client, callback)
        client.post(url("reopen", callback))
        assert Registration.objects.get().state == Lifecycle.OTHER_SERVICE
        client.force_login(robin)
        assert url("reopen", callback) in details(client, callback)

    def test_the_coordinator_opens_what_a_colleague_closed(self, client, robin, coordinator):
        callback = CallbackFactory(claimed_by=robin)
        put_on_record(callback, Lifecycle.OTHER_SERVICE)
        ending.end(callback.pk, robin, Lifecycle.OTHER_SERVICE)
        client.post(url("reopen", callback))
        assert Callback.objects.held_by(coordinator).get() == callback

    def test_what_the_person_ended_stays_so(self, coordinator):
        callback = CallbackFactory(claimed_by=coordinator)
        changes_by_person.withdraw(callback.registration_id, timezone.now())
        with pytest.raises(NotAllowedError):
            reopen(callback.pk, coordinator)

    def test_a_double_stays_closed(self, coordinator):
        kept, double = CallbackFactory(), CallbackFactory(state=CallbackState.CANCELLED)
        Registration.objects.filter(pk=double.registration_id).update(state=Lifecycle.MISTAKE)
        SamePersonDecision.objects.create(
            earlier=kept.registration, later=double.registration, is_same=True, closed_later=True
        )
        with pytest.raises(NotAllowedError):
            reopen(double.pk, coordinator)

    def test_what_is_open_cannot_be_opened(self, coordinator):
        with pytest.raises(NotAllowedError):
            reopen(CallbackFactory().pk, coordinator)


class TestKnownToTheCaseSystem:
    """A mediator may call whom the case system has: somebody tells them that it is over."""

    @pytest.mark.parametrize(
        ("outcome", "has_other_mediator"),
        [
            *((each, False) for each in Lifecycle.outcomes() if each != Lifecycle.ALLOCATED),
            (Lifecycle.WITHDRAWN, True),
        ],
    )
    def test_it_waits_until_they_were_told(self, client, coordinator, outcome, has_other_mediator):
        callback = exported_callback(coordinator)
        if has_other_mediator:
            allocate_callback(callback, coordinator, MediatorFactory())
        reopen(callback.pk, coordinator)
        now = timezone.now()
        ending.end_locked(Callback.objects.select_related("registration").get(), outcome, now)
        if has_other_mediator:
            assert reason_on_screen(client, callback.registration_id) == Unfinished.SHEET_OUT
            knows(client, callback)
        assert reason_on_screen(client, callback.registration_id) == Unfinished.END_NOT_TOLD
        assert is_on_home(client, callback)
        assert "A mediator may still call." in details(client, callback)
        assert apply_retention(now + LATER).held_back == {"end_not_told": 1}

        response = client.post(url("end_told", callback), follow=True)
        assert "A mediator may still call." not in response.content.decode()
        assert reason_on_screen(client, callback.registration_id) is None
        [entry] = AccessLogEntry.objects.filter(action=AccessAction.END_TOLD)
        assert entry.registration_number == callback.registration_id
        apply_retention(now + LATER)
        assert not remains(callback.registration_id)

    def test_whoever_is_taken_back_waits_until_they_were_told_and_once_is_enough(
        self, client, coordinator
    ):
        callback = exported_callback(coordinator)
        reopen(callback.pk, coordinator)
        assert is_in_queue(client, callback)
        assert reason_on_screen(client, callback.registration_id) == Unfinished.END_NOT_TOLD
        assert "A mediator may still call." in details(client, callback)
        client.post(url("end_told", callback))
        assert reason_on_screen(client, callback.registration_id) is None
        assert "A mediator may still call." not in details(client, callback)
        again = Callback.objects.get()
        record_attempt(again.pk, coordinator, AttemptResult.CALLED_US)
        assert reason_on_screen(client, callback.registration_id) is None
        changes_by_person.pause(callback.registration_id, timezone.now())
        client.post(url("end_told", callback))
        changes_by_person.resume(callback.registration_id, timezone.now())
        assert reason_on_screen(client, callback.registration_id) is None

    def test_the_mediator_whom_the_file_named_waits_to_be_told_of_another_one(
        self, client, coordinator
    ):
        callback = exported_callback(coordinator, MediatorFactory(name="Iris Vonk"))
        response = give_to(client, callback, MediatorFactory(name="Ben Smit"))
        assert any("Tell Iris Vonk" in message for message in messages_of(response))
        case_export.take_out([callback.registration_id], coordinator, timezone.now())
        [row] = client.get(reverse("registration_unfinished")).context["rows"]
        assert (row.reason, row.mediator) == (Unfinished.SHEET_OUT, "Iris Vonk")
        words = details(client, callback)
        assert "The case system has named Iris Vonk since" in words
        assert "handover sheet since" not in words
        assert apply_retention(timezone.now() + LATER).held_back == {"sheet_out": 1}
        knows(client, callback)
        assert reason_on_screen(client, callback.registration_id) is None
        assert "Iris Vonk" not in details(client, callback)

    def test_who_knows_that_they_were_taken_back_is_not_told_of_the_next_mediator(
        self, client, coordinator
    ):
        callback = exported_callback(coordinator)
        reopen(callback.pk, coordinator)
        client.post(url("end_told", callback))
        allocate_callback(callback, coordinator, MediatorFactory())
        assert reason_on_screen(client, callback.registration_id) == Unfinished.NOT_EXPORTED

    def test_a_mediator_with_a_sheet_whom_the_file_named_is_told_once(self, client, coordinator):
        mediator = MediatorFactory(name="Iris Vonk")
        callback = exported_callback(coordinator, mediator)
        client.post(url("sheet_given", callback))
        give_to(client, callback, MediatorFactory())
        assert details(client, callback).count("Iris Vonk knows") == 1
        knows(client, callback)
        assert reason_on_screen(client, callback.registration_id) == Unfinished.NOT_EXPORTED

    def test_who_ends_it_themselves_is_told_of_too(self, client, coordinator):
        callback = exported_callback(coordinator)
        reopen(callback.pk, coordinator)
        changes_by_person.pause(callback.registration_id, timezone.now())
        assert reason_on_screen(client, callback.registration_id) == Unfinished.END_NOT_TOLD
        client.post(url("end_told", callback))
        assert reason_on_screen(client, callback.registration_id) == Unfinished.PAUSED
        changes_by_person.withdraw(callback.registration_id, timezone.now())
        assert reason_on_screen(client, callback.registration_id) == Unfinished.END_NOT_TOLD

    def test_another_end_is_told_anew(self, client, coordinator):
        callback = exported_callback(coordinator)
        for outcome in (Lifecycle.OTHER_SERVICE, Lifecycle.WITHDRAWN):
            reopen(callback.pk, coordinator)
            end(callback, coordinator, outcome)
            assert reason_on_screen(client, callback.registration_id) == Unfinished.END_NOT_TOLD
            client.post(url("end_told", callback))
            assert reason_on_screen(client, callback.registration_id) is None

    def test_exporting_it_again_tells_them_too(self, client, coordinator):
        callback = exported_callback(coordinator)
        reopen(callback.pk, coordinator)
        end(callback, coordinator, Lifecycle.WITHDRAWN)
        reopen(callback.pk, coordinator)
        allocate_callback(callback, coordinator, MediatorFactory())
        first = HandOver.objects.get().first_exported_at
        case_export.take_out([callback.registration_id], coordinator, timezone.now())
        knows(client, callback)  # the mediator whom it named before
        assert reason_on_screen(client, callback.registration_id) is None
        assert HandOver.objects.get().first_exported_at == first

    def test_what_is_not_over_cannot_be_told(self, client, coordinator):
        callback = exported_callback(coordinator)
        client.post(url("end_told", callback))
        assert HandOver.objects.get().end_told_at is None
        assert not AccessLogEntry.objects.filter(action=AccessAction.END_TOLD).exists()

    def test_who_was_never_exported_is_not_on_the_list(self, client, coordinator):
        callback = CallbackFactory(claimed_by=coordinator)
        allocate_callback(callback, coordinator, MediatorFactory())
        reopen(callback.pk, coordinator)
        end(callback, coordinator, Lifecycle.WITHDRAWN)
        assert reason_on_screen(client, callback.registration_id) is None
        assert "case system has had" not in details(client, callback)

    def test_a_colleague_reads_it_and_leaves_it_to_who_may(self, client, coordinator, sam):
        callback = exported_callback(coordinator)
        reopen(callback.pk, coordinator)
        end(callback, coordinator, Lifecycle.WITHDRAWN)
        assert reason_on_screen(client, callback.registration_id) == Unfinished.END_NOT_TOLD
        assert url("end_told", callback) not in details(client, callback)
        assert client.post(url("end_told", callback)).status_code in {302, 403}
        assert HandOver.objects.get().end_told_at is None


class TestPaused:
    def test_the_desk_sees_it_and_goes_on_when_the_person_calls(self, client, sam):
        callback = CallbackFactory()
        changes_by_person.pause(callback.registration_id, timezone.now() - timedelta(days=400))
        assert reason_on_screen(client, callback.registration_id) == Unfinished.PAUSED
        assert not is_on_home(client, callback)  # nobody of the desk has anything to do
        apply_retention(timezone.now() + LATER)
        assert "The person told me to go on" in details(client, callback)
        client.post(url("reopen", callback))
        again = Callback.objects.open().get()
        assert again != callback
        assert is_in_queue(client, again)
        assert reason_on_screen(client, callback.registration_id) is None

    def test_what_went_astray_can_be_put_back(self, client, sam):
        callback = CallbackFactory(state=CallbackState.CANCELLED)
        assert reason_on_screen(client, callback.registration_id) == Unfinished.ASTRAY
        client.post(url("reopen", callback))
        assert Callback.objects.held_by(sam).get() == callback


@pytest.mark.parametrize("state", Lifecycle)
def test_whoever_wants_everything_deleted_has_it_deleted_at_once(state):
    registration = RegistrationFactory(state=state)
    HandOverFactory(registration=registration, mediator=None)
    unsent_mail(registration)
    changes_by_person.erase(registration.pk, timezone.now())
    assert not remains(registration.pk)
    assert not HandOver.objects.exists()


def test_whoever_gets_another_mediator_while_retention_waits_for_the_lock_is_kept(monkeypatch):
    long_ago = timezone.now() - timedelta(days=60)
    hand_over = HandOverFactory(exported_at=long_ago, registration__state_changed_at=long_ago)
    lock_some = retention.lock_some

    def wait_for_a_colleague(expired):
        locked = lock_some(expired)
        HandOver.objects.filter(registration__in=locked).update(exported_at=None)
        return locked

    monkeypatch.setattr(retention, "lock_some", wait_for_a_colleague)
    apply_retention(timezone.now())
    assert remains(hand_over.registration_id)


class TestTelling:
    """Numbers, never who."""

    @pytest.fixture
    def held_back(self):
        long_ago = timezone.localtime() - timedelta(days=50)
        return HandOverFactory(
            mediator=None, at=long_ago, registration__state_changed_at=long_ago
        ).registration

    def test_the_log_and_the_report_of_a_run(self, held_back, caplog):
        apply_retention(timezone.now())
        assert RetentionRun.objects.get().held_back == {"no_mediator": 1}
        assert "Retention held back {'no_mediator': 1}" in caplog.text
        assert "Noor" not in caplog.text

    def test_the_home_and_the_list_say_how_long_it_waits(self, client, sam, held_back):
        CallbackFactory(registration=held_back, done=True)
        for address in ("/admin/", reverse("registration_unfinished")):
            text = " ".join(client.get(address).content.decode().split())
            assert "No mediator yet" in text
            assert "<td>50</td>" in text
            assert "Noor" not in text
        assert "longest: 50 days" in " ".join(client.get("/admin/").content.decode().split())

    def test_a_list_of_one_reason_has_nothing_else(self, client, sam, held_back):
        HandOverFactory()
        screen = reverse("registration_unfinished")
        [row] = client.get(screen, {"show": "no_mediator"}).context["rows"]
        assert row.number == held_back.pk
        assert len(client.get(screen, {"show": "nonsense"}).context["rows"]) == 2

    def test_the_list_reads_no_answers_and_takes_few_queries(
        self, client, sam, held_back, django_assert_num_queries
    ):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        screen = reverse("registration_unfinished")
        client.get(screen)
        with CaptureQueriesContext(connection) as few:
            client.get(screen)
        assert not any('"answers"' in query["sql"] for query in few.captured_queries)
        for row in HandOverFactory.create_batch(5, mediator=None):
            CallbackFactory(registration=row.registration, done=True)
        with django_assert_num_queries(len(few)):
            client.get(screen)
