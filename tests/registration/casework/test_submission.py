"""Sending a registration: stored once, whole, encrypted, with the promise and the mails."""

import threading
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection, connections
from django.utils import timezone

from perspectief.encryption import blind_index
from registration.casework import submission
from registration.casework.receipts import DraftGoneError, Receipt
from registration.casework.statement_in_force import FormClosedError
from registration.casework.submission import (
    Submission,
    store_registration,
    submit_draft,
    submit_registration,
)
from registration.models import (
    AnonymousCount,
    Callback,
    Draft,
    OutboundMail,
    PrivacyStatement,
    Registration,
)
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.mails import MailCode
from tests.registration.factories import EMAIL, PHONE, AnswersFactory

MONDAY_AFTERNOON = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def make_draft() -> Draft:
    return Draft.objects.create(
        token_hash=uuid.uuid4().hex,
        answers={"who": {"name": "Noor"}},
        expires_at=timezone.now() + timedelta(hours=1),
    )


def submission_of(**sent) -> Submission:
    defaults = {"answers": AnswersFactory(), "language": "nl", "key": uuid.uuid4()}
    return Submission(**{**defaults, **sent})


def submit(**sent) -> Receipt:
    return submit_registration(submission_of(**sent))


def send(draft: Draft) -> Receipt:
    return submit_draft(draft, submission_of(key=draft.submission_key))


@pytest.mark.django_db
class TestOneRegistration:
    def test_stores_every_answer_but_how_somebody_heard_of_us(self):
        submit(answers=AnswersFactory(told_all=True, heard="police"))
        answers = Registration.objects.get().read_answers()
        assert answers == AnswersFactory(told_all=True)
        assert answers.heard == ""

    @time_machine.travel(MONDAY_AFTERNOON, tick=False)
    def test_promises_a_call_within_three_days(self):
        receipt = submit(received_at=MONDAY_AFTERNOON)
        callback = Callback.objects.get()
        assert callback.due_at == MONDAY_AFTERNOON + timedelta(days=3)
        assert receipt.promised.before == callback.due_at
        assert receipt.promised.task_kind == callback.kind == TaskKind.CALL

    def test_finds_the_registration_by_the_code_on_the_screen(self):
        receipt = submit()
        assert Registration.objects.get(
            reference_hash=blind_index("reference", receipt.reference)
        ).phone_hash == blind_index("phone", PHONE)

    def test_remembers_which_privacy_statement_the_person_agreed_to(self):
        newer = PrivacyStatement.objects.create(version=2, body_nl="Nieuw", body_en="New")
        submit()
        assert Registration.objects.get().privacy_statement == newer

    def test_leaves_nothing_readable_in_the_database(self):
        answers = AnswersFactory(told_all=True, all_channels=True, name="Zoë van Planted")
        submit(answers=answers)
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM registration_registration")
            row = repr(cursor.fetchall())
        for secret in ("Planted", PHONE, EMAIL, answers.story, answers.role, answers.kind, "Pools"):
            assert secret not in row

    def test_tells_a_confirmation_only_to_who_allowed_one(self):
        assert submit(answers=AnswersFactory(all_channels=True)).mail_will_come
        assert not submit(answers=AnswersFactory(email=EMAIL)).mail_will_come
        confirmations = OutboundMail.objects.exclude(code=MailCode.DESK_NOTICE)
        assert confirmations.count() == 1

    def test_tells_the_desk_about_every_registration(self):
        submit()
        assert OutboundMail.objects.filter(code=MailCode.DESK_NOTICE).count() == 1

    def test_asks_the_coordinator_when_every_moment_is_ruled_out(self):
        everything = tuple(
            f"{day}:{part}"
            for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
            for part in ("morning", "afternoon")
        )
        receipt = submit(answers=AnswersFactory(avoid=everything))
        assert Callback.objects.get().needs_coordinator
        assert receipt.promised.before is None

    def test_asks_the_coordinator_when_the_only_mail_would_betray_us(self, settings):
        settings.NEUTRAL_FROM_EMAIL = ""
        submit(answers=AnswersFactory(mail_only=True, first_name_only=True))
        assert Callback.objects.get().needs_coordinator

    def test_counts_for_the_annual_report_without_a_link_to_the_person(self):
        submit(answers=AnswersFactory(heard="police"), received_at=MONDAY_AFTERNOON)
        submit(answers=AnswersFactory(), received_at=MONDAY_AFTERNOON)
        counted = {(row.dimension, row.code): row.count for row in AnonymousCount.objects.all()}
        assert counted[("heard", "police")] == 1
        assert counted[("kind", "traffic")] == 2
        assert AnonymousCount.objects.first().month == date(2026, 11, 1)

    def test_storing_alone_sends_nothing_and_counts_nowhere(self):
        store_registration(submission_of(answers=AnswersFactory(all_channels=True)), is_demo=True)
        assert Callback.objects.get().registration.is_demo
        assert not OutboundMail.objects.exists()
        assert not AnonymousCount.objects.exists()

    def test_is_refused_while_no_privacy_statement_is_approved(self, settings):
        settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
        with pytest.raises(FormClosedError):
            submit()
        assert not Registration.objects.exists()

    def test_stores_nothing_at_all_if_one_part_cannot_be_stored(self, monkeypatch):
        def fail(*args):
            raise ConnectionError

        monkeypatch.setattr(submission.to_colleagues, "desk_notice", fail)
        draft = make_draft()
        with pytest.raises(ConnectionError):
            send(draft)
        draft.refresh_from_db()
        assert draft.answers == {"who": {"name": "Noor"}}
        assert not Registration.objects.exists()
        assert not Callback.objects.exists()


@pytest.mark.django_db
class TestSendingADraft:
    def test_empties_the_draft_and_keeps_what_the_thank_you_page_shows(self):
        draft = make_draft()
        receipt = send(draft)
        draft.refresh_from_db()
        assert draft.answers == {}
        assert Receipt.from_stored(draft.receipt) == receipt

    def test_sending_twice_makes_one_registration_with_the_same_code(self):
        draft = make_draft()
        first = send(draft)
        second = send(draft)
        assert first == second
        assert Registration.objects.get().state == Lifecycle.RECEIVED

    def test_a_draft_that_is_gone_cannot_be_sent(self):
        draft = make_draft()
        Draft.objects.all().delete()
        with pytest.raises(DraftGoneError):
            send(draft)


@pytest.mark.django_db(transaction=True)
def test_a_double_click_makes_one_registration():
    draft = make_draft()
    both_ready = threading.Barrier(2)
    receipts: list[Receipt] = []

    def click() -> None:
        try:
            both_ready.wait(timeout=60)
            receipts.append(send(draft))
        finally:
            connections.close_all()

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join(timeout=120)

    assert Registration.objects.count() == 1
    assert Callback.objects.count() == 1
    assert len(receipts) == 2
    assert receipts[0] == receipts[1]
