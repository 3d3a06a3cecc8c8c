"""What was kept long enough goes, with all that hangs on it; what was not stays."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from registration.background.retention import BATCH_SIZE, apply_retention, purge_drafts
from registration.casework.retention_periods import retention_periods
from registration.models import (
    AccessLogEntry,
    AnonymousCount,
    Callback,
    ContactAttempt,
    Draft,
    OutboundMail,
    Registration,
    RetentionSettings,
)
from registration.vocabulary.access import AccessAction
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.mails import MailCode
from tests.registration.factories import (
    CallbackFactory,
    ContactAttemptFactory,
    RegistrationFactory,
)
from tests.registration.handover.factories import HandOverFactory

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAYS_KEPT = {
    Lifecycle.ALLOCATED: 30,
    Lifecycle.CRIMINAL_CASE_FIRST: 30,
    Lifecycle.DATA_NOT_OBTAINED: 30,
    Lifecycle.OTHER_SERVICE: 30,
    Lifecycle.CONTRA_INDICATION: 30,
    Lifecycle.WITHDRAWN: 14,
    Lifecycle.UNREACHABLE: 90,
    Lifecycle.MISTAKE: 14,
    Lifecycle.ANSWERED: 30,
}


def closed(state: Lifecycle, days_ago: float, **columns: Any) -> Registration:
    """Return a registration that came into `state` so long ago, with nothing left to do."""
    ended = NOW - timedelta(days=days_ago)
    registration = RegistrationFactory(state=state, state_changed_at=ended, **columns)
    if state == Lifecycle.ALLOCATED:
        HandOverFactory(registration=registration, at=ended, exported_at=ended)
    return registration


def logged(days_ago: float) -> AccessLogEntry:
    """Return an entry of the access log of so long ago."""
    return AccessLogEntry.objects.create(
        at=NOW - timedelta(days=days_ago),
        username="medewerker",
        registration_number=1,
        action=AccessAction.VIEWED,
    )


def draft(name: str, expires_at: datetime) -> Draft:
    """Return a draft that is kept until `expires_at`."""
    return Draft.objects.create(token_hash=name, expires_at=expires_at, answers={"who": {}})


def test_every_state_that_ends_has_a_period_and_no_open_one() -> None:
    periods = retention_periods(RetentionSettings())
    assert periods == {state: timedelta(days=days) for state, days in DAYS_KEPT.items()}
    assert set(periods) == set(Lifecycle.outcomes())
    assert not set(periods) & Lifecycle.open_states()


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "days"), DAYS_KEPT.items())
def test_a_registration_goes_when_its_period_is_over(state: Lifecycle, days: int) -> None:
    gone = closed(state, days)
    kept = closed(state, days - 0.01)
    assert apply_retention(NOW).removed[state.value] == 1
    assert list(Registration.objects.values_list("pk", flat=True)) == [kept.pk]
    assert gone.pk != kept.pk


@pytest.mark.django_db
@pytest.mark.parametrize("state", sorted(Lifecycle.open_states()))
def test_an_open_registration_stays(state: Lifecycle) -> None:
    closed(state, 5000)
    apply_retention(NOW)
    assert Registration.objects.count() == 1


@pytest.mark.django_db
def test_all_that_hangs_on_a_registration_goes_with_it_and_nothing_else() -> None:
    for state in (Lifecycle.OTHER_SERVICE, Lifecycle.SPOKEN):
        callback = CallbackFactory(registration=closed(state, 60), done=True)
        ContactAttemptFactory(callback=callback)
        OutboundMail.objects.create(
            registration=callback.registration,
            code=MailCode.CONFIRMATION,
            message_id=f"<{state.value}@example.org>",
            message={"recipient": "noor@example.org"},
        )
    AnonymousCount.objects.create(month=NOW.date(), dimension="role", code="victim", count=2)
    logged(1)

    apply_retention(NOW)

    (registration,) = Registration.objects.all()
    assert registration.state == Lifecycle.SPOKEN
    assert [row.registration for row in Callback.objects.all()] == [registration]
    assert [row.callback.registration for row in ContactAttempt.objects.all()] == [registration]
    assert [row.registration for row in OutboundMail.objects.all()] == [registration]
    assert AnonymousCount.objects.get().count == 2
    assert AccessLogEntry.objects.count() == 1


@pytest.mark.django_db
def test_the_settings_decide() -> None:
    RetentionSettings.objects.update_or_create(pk=1, defaults={"withdrawn_days": 2})
    closed(Lifecycle.WITHDRAWN, 3)
    closed(Lifecycle.OTHER_SERVICE, 3)
    apply_retention(NOW)
    assert Registration.objects.get().state == Lifecycle.OTHER_SERVICE


@pytest.mark.django_db
def test_the_access_log_is_kept_for_two_years() -> None:
    logged(731)
    kept = logged(729)
    assert apply_retention(NOW).removed["access_log"] == 1
    assert AccessLogEntry.objects.get() == kept


@pytest.mark.django_db
def test_more_than_a_batch_goes_at_once(monkeypatch) -> None:
    monkeypatch.setattr("registration.background.retention.BATCH_SIZE", 2)
    for _ in range(5):
        closed(Lifecycle.OTHER_SERVICE, 60)
    assert BATCH_SIZE > 2
    assert apply_retention(NOW).removed["other_service"] == 5
    assert not Registration.objects.exists()


@pytest.mark.django_db
def test_removal_reads_no_answer(settings) -> None:
    """A lost key must not keep data alive."""
    callback = CallbackFactory(registration=closed(Lifecycle.ALLOCATED, 60), done=True)
    ContactAttemptFactory(callback=callback)
    OutboundMail.objects.create(
        registration=callback.registration, code=MailCode.CONFIRMATION, message={"body": "Hallo"}
    )
    draft("gone", NOW)
    settings.FIELD_ENCRYPTION_KEYS = ["5rNjvJ0xSVvYtFDXfNZzAmkbxqNDYJRKxJIzBOIz9QA="]
    assert apply_retention(NOW).removed["allocated"] == 1
    assert purge_drafts(NOW) == 1


@pytest.mark.django_db
def test_drafts_go_when_their_time_is_over() -> None:
    draft("gone", NOW)
    draft("kept", NOW + timedelta(seconds=1))
    assert purge_drafts(NOW, dry_run=True) == 1
    assert purge_drafts(NOW) == 1
    assert Draft.objects.get().token_hash == "kept"


@pytest.mark.django_db
def test_a_dry_run_counts_and_deletes_nothing(time_machine) -> None:
    time_machine.move_to(NOW)
    closed(Lifecycle.UNREACHABLE, 91, answers__name="Achterberg")
    RegistrationFactory(
        state=Lifecycle.ALLOCATED, state_changed_at=NOW - timedelta(days=31), answers__name="Berg"
    )
    logged(731)
    draft("gone", NOW)
    output = StringIO()

    call_command("apply_retention", dry_run=True, stdout=output)

    lines = output.getvalue().splitlines()
    assert "drafts: 1 would be deleted" in lines
    assert "unreachable: 1 would be deleted" in lines
    assert "withdrawn: 0 would be deleted" in lines
    assert "access_log: 1 would be deleted" in lines
    assert "no_mediator: 1 held back" in lines
    for name in ("Achterberg", "Berg"):
        assert name not in output.getvalue()
    assert (Registration.objects.count(), AccessLogEntry.objects.count()) == (2, 1)

    call_command("apply_retention", stdout=output)

    assert "unreachable: 1 deleted" in output.getvalue().splitlines()
    assert "no_mediator: 1 held back" in output.getvalue().splitlines()
    assert Registration.objects.get().state == Lifecycle.ALLOCATED
    assert not Draft.objects.exists()
    assert not AccessLogEntry.objects.exists()
