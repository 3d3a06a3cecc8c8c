"""Sending a registration: everything is stored in one transaction, or nothing is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from perspectief.email_address import email_index
from perspectief.encryption import blind_index
from registration.casework.campaigns import DIMENSION as CAMPAIGN
from registration.casework.counted import received_codes
from registration.casework.counters import count
from registration.casework.desk_calendar import calendar_to_promise_by
from registration.casework.planning_anew import plan_anew_with
from registration.casework.receipts import Receipt, keep_receipt, lock_draft
from registration.casework.secret_words import NO_SECRET, Secret, new_secret
from registration.casework.statement_in_force import privacy_statement_to_agree_to
from registration.mail import to_colleagues, to_professionals, to_registrants
from registration.mail.enqueueing import enqueue
from registration.mail.senders import neutral_mail_available
from registration.models import Callback, Draft, PrivacyStatement, Registration
from registration.rules.contact_policy import ContactPolicy, MailStyle, policy_for
from registration.rules.deadlines import due_at
from registration.rules.promised import Promised, promise_to_make
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Flag, Source
from registration.vocabulary.references import new_reference
from registration.words.crisis_audience import audience_of_writer


@dataclass(frozen=True, kw_only=True)
class Submission:
    """What was sent, and how it came to us.

    `answers` are checked; `language` is that of the form and so of every mail; `key` is unique, so
    that nothing is stored twice; `flags` are reasons for the desk to look twice; the `campaign`
    through which somebody came is only counted, never stored; `received_at` is an aware moment. A
    form on paper may name the `statement` that was agreed to, and a `reference` of its own.
    """

    answers: Answers
    language: str
    key: UUID
    source: Source = Source.SELF
    flags: Sequence[Flag] = ()
    campaign: str = ""
    received_at: datetime = field(default_factory=timezone.now)
    statement: PrivacyStatement | None = None
    reference: str = ""

    @property
    def contact_policy(self) -> ContactPolicy:
        """What we may do to reach the person."""
        return policy_for(self.answers, neutral_mail_available=neutral_mail_available())

    @property
    def opens_own_page(self) -> bool:
        """Whether the person gets secret words, which open a page about the registration.

        Not for a client who was referred: the professional would read them. Nor on paper: others
        may open a letter. A question has no page.
        """
        return self.answers.referral is None and self.source not in {Source.QUESTION, Source.PAPER}


@dataclass(frozen=True)
class StoredRegistration:
    """A registration with its promise, and what nobody can read in the database afterwards."""

    callback: Callback
    promised: Promised
    reference: str
    secret_words: str

    @property
    def registration(self) -> Registration:
        """What the promise is about."""
        return self.callback.registration


def submit_draft(draft: Draft, submission: Submission) -> Receipt:
    """Store what was answered in a draft, once: if it was sent before, return the same receipt.

    Args:
        draft: emptied in the same transaction.
        submission: what was answered in it.

    Raises:
        FormClosedError: no privacy statement is in force.
        DraftGoneError: the draft does not exist any more.
        TooBusyError: too many send at this moment; nothing is stored.
    """
    secret = _secret_of(submission)
    with transaction.atomic():
        draft = lock_draft(draft)
        if draft.receipt is not None:
            return Receipt.from_stored(draft.receipt)
        receipt = _submit(submission, secret)
        keep_receipt(draft, receipt)
        return receipt


def submit_registration(submission: Submission) -> Receipt:
    """Store a registration, promise a contact, tell the person and the desk, and count it.

    Raises:
        FormClosedError: no privacy statement is in force.
        TooBusyError: too many send at this moment; nothing is stored.
    """
    secret = _secret_of(submission)
    with transaction.atomic():
        return _submit(submission, secret)


def _secret_of(submission: Submission) -> Secret:
    # Before the transaction: hashing is slow, and nobody should wait for the database meanwhile.
    return new_secret(submission.language) if submission.opens_own_page else NO_SECRET


def _submit(submission: Submission, secret: Secret) -> Receipt:
    stored = store_registration(submission, secret)
    mail_will_come = _confirm(stored, submission)
    enqueue(to_colleagues.desk_notice(stored.callback))
    count_received(submission)
    policy = submission.contact_policy
    return Receipt(
        reference=stored.reference,
        promised=stored.promised,
        mail_will_come=mail_will_come,
        secret_words=stored.secret_words,
        crisis_audience=audience_of_writer(submission.answers),
        whose_story=submission.answers.whose_story,
        whose_contact=submission.answers.whose_contact,
        withholds_number=policy.withhold_number,
        mail_is_neutral=policy.mail is MailStyle.NEUTRAL,
        letter_is_neutral=policy.letter_is_neutral,
    )


def store_registration(
    submission: Submission, secret: Secret = NO_SECRET, *, is_demo: bool = False
) -> StoredRegistration:
    """Store a registration and promise a contact; nobody is told, and nothing is counted.

    Call within a transaction: neither stands without the other.

    Args:
        submission: what was sent.
        secret: what opens the person's own page; without it nothing does.
        is_demo: marks an example, which stays out of every real figure.

    Raises:
        FormClosedError: no privacy statement is in force.
    """
    answers = submission.answers
    statement = submission.statement or privacy_statement_to_agree_to()
    reference = submission.reference or _unused_reference()
    registration = Registration.objects.create(
        answers=answers.to_stored(),
        language=submission.language,
        source=submission.source,
        flags=list(submission.flags),
        submission_key=submission.key,
        received_at=submission.received_at,
        state_changed_at=submission.received_at,
        privacy_statement=statement,
        reference_hash=blind_index("reference", reference),
        secret_words_hash=secret.stored_hash,
        phone_hash=blind_index("phone", answers.phone) if answers.phone else "",
        email_hash=email_index(answers.email) if answers.email else "",
        is_demo=is_demo,
    )
    callback, told = _promise(registration, submission)
    return StoredRegistration(callback, told, reference, secret.words)


def _unused_reference() -> str:
    while True:
        reference = new_reference()
        reference_hash = blind_index("reference", reference)
        if not Registration.objects.filter(reference_hash=reference_hash).exists():
            return reference


def _promise(registration: Registration, submission: Submission) -> tuple[Callback, Promised]:
    received_at, policy = submission.received_at, submission.contact_policy
    calendar = calendar_to_promise_by()
    deadline = due_at(received_at, calendar)
    # A form on paper may have come in days ago.
    now = max(received_at, timezone.now())
    told = promise_to_make(submission.answers, policy, deadline, now, calendar)
    callback = Callback.objects.create(
        registration=registration,
        kind=policy.task_kind,
        created_at=received_at,
        due_at=told.before or deadline,
        needs_coordinator=told.needs_decision,
    )
    plan_anew_with(registration, now)
    callback.refresh_from_db(fields=["kind", "needs_coordinator"])
    return callback, told


def _confirm(stored: StoredRegistration, submission: Submission) -> bool:
    answers = submission.answers
    if answers.referral:
        # To the professional only: the client asked nobody for a mail.
        mail = to_professionals.referral_receipt(
            stored.registration,
            answers.referral,
            stored.reference,
            stored.promised,
        )
    else:
        mail = to_registrants.confirmation(
            stored.registration,
            answers,
            submission.contact_policy,
            stored.promised,
        )
    return enqueue(mail)


def count_received(submission: Submission, *, is_example: bool = False) -> None:
    """Count what came in, in the month of receipt.

    Args:
        submission: what was sent.
        is_example: whether it is one; it counts among examples then.
    """
    at = submission.received_at
    if submission.source == Source.QUESTION:  # no registration, so in no other figure
        count({"source": submission.source}, at, is_example=is_example)
        return
    count(
        {
            **received_codes(
                source=submission.source, language=submission.language, answers=submission.answers
            ),
            "heard": submission.answers.heard,
            CAMPAIGN: submission.campaign,
        },
        at,
        is_example=is_example,
    )
