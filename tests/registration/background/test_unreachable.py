"""Whom nobody reached is closed some days after a message, and never while something may happen."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from registration.background.unreachable import close_unreachable
from registration.models import AnonymousCount, AttemptPolicy, Callback, OutboundMail
from registration.vocabulary.callbacks import AttemptResult, CallbackState, TaskKind
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.mails import MailCode
from tests.registration.factories import (
    CallbackFactory,
    ContactAttemptFactory,
    DeskMemberFactory,
)

pytestmark = pytest.mark.django_db
MESSAGE = datetime(2026, 6, 9, 8, 0, tzinfo=UTC)
DAYS = timedelta(days=10)
DAY = timedelta(days=1)


def silent(results: tuple[AttemptResult, ...] = (AttemptResult.NO_ANSWER,) * 3, **columns: Any):
    """Return a callback after attempts, the last of them on the day of the message."""
    callback = CallbackFactory(
        **{"attempt_count": 3, "message_at": MESSAGE, "due_at": MESSAGE, **columns}
    )
    for number, result in enumerate(results):
        made_at = MESSAGE - DAY * (len(results) - 1 - number)
        ContactAttemptFactory(callback=callback, made_at=made_at, result=result)
    return callback


def test_it_is_closed_when_the_days_have_passed() -> None:
    callback = silent()
    assert close_unreachable(MESSAGE + DAYS - timedelta(seconds=1)) == 0
    assert close_unreachable(MESSAGE + DAYS) == 1
    callback.refresh_from_db()
    assert (callback.state, callback.finished_at) == (CallbackState.DONE, MESSAGE + DAYS)
    assert callback.registration.state == Lifecycle.UNREACHABLE
    assert callback.registration.state_changed_at == MESSAGE + DAYS


def test_the_figures_count_it_once() -> None:
    silent()
    silent(registration__is_demo=True)
    close_unreachable(MESSAGE + DAYS)
    assert close_unreachable(MESSAGE + DAYS) == 0
    row = AnonymousCount.objects.get()
    assert (row.dimension, row.code, row.count) == ("outcome", "unreachable", 1)


@pytest.mark.parametrize(
    "columns",
    [
        {"message_at": None},
        {"needs_coordinator": True},
        {"next_attempt_at": MESSAGE + DAYS + DAY},
        {"reached_at": MESSAGE - DAY},
        {"kind": TaskKind.LETTER},
        {"registration__state": Lifecycle.PAUSED},
        {"registration__state": Lifecycle.SPOKEN},
        {"registration__changed_by_person_at": MESSAGE + DAY},
        {"state": CallbackState.CANCELLED},
    ],
    ids=lambda columns: next(iter(columns)),
)
def test_it_stays_open_while_something_may_happen(columns) -> None:
    silent(**columns)
    assert close_unreachable(MESSAGE + DAYS) == 0


@pytest.mark.parametrize("contact", [AttemptResult.REACHED, AttemptResult.CALL_BACK])
def test_where_there_was_contact_somebody_decides(contact) -> None:
    silent((contact, *(AttemptResult.NO_ANSWER,) * 3))
    assert close_unreachable(MESSAGE + DAYS) == 0


def test_what_somebody_has_stays_open_until_the_claim_lapses() -> None:
    end = MESSAGE + DAYS + timedelta(hours=1)
    silent(claimed_by=DeskMemberFactory(), claimed_until=end)
    assert close_unreachable(MESSAGE + DAYS) == 0
    assert close_unreachable(end) == 1


def test_another_attempt_begins_the_days_anew() -> None:
    callback = silent()
    ContactAttemptFactory(callback=callback, made_at=MESSAGE + DAY * 4)
    assert close_unreachable(MESSAGE + DAYS) == 0
    assert close_unreachable(MESSAGE + DAYS + DAY * 4) == 1


def test_not_before_the_mail_has_gone() -> None:
    mail = OutboundMail.objects.create(
        code=MailCode.TRIED, registration=silent().registration, message_id="<one@example.org>"
    )
    assert close_unreachable(MESSAGE + DAYS) == 0
    mail.sent_at = MESSAGE
    mail.save()
    assert close_unreachable(MESSAGE + DAYS) == 1


def test_the_coordinator_can_switch_it_off_or_give_more_days() -> None:
    silent()
    AttemptPolicy.objects.update_or_create(defaults={"closes_unreachable": False})
    assert close_unreachable(MESSAGE + DAYS) == 0
    AttemptPolicy.objects.update(closes_unreachable=True, days_until_unreachable=20)
    assert close_unreachable(MESSAGE + DAYS) == 0
    assert close_unreachable(MESSAGE + 2 * DAYS) == 1


def test_who_is_not_due_costs_no_queries_of_their_own(django_assert_num_queries) -> None:
    for _person in range(5):
        silent(message_at=MESSAGE + DAY)
    AttemptPolicy.load()
    with django_assert_num_queries(2):
        close_unreachable(MESSAGE + DAYS)
    assert Callback.objects.open().count() == 5
