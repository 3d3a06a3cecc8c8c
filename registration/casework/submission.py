"""Sending a registration: everything is stored in one transaction, or nothing is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from perspectief.encryption import blind_index
from registration.casework.campaigns import DIMENSION as CAMPAIGN
from registration.casework.counted import received_codes
from registration.casework.counters import count
from registration.casework.desk_calendar import calendar_to_promise_by
from registration.casework.secret_words import hash_of, new_secret_words
from registration.casework.statement_in_force import current_privacy_statement
from registration.mail import kinds
from registration.mail.enqueueing import enqueue
from registration.mail.senders import neutral_mail_available
from registration.models import Callback, Draft, PrivacyStatement, Registration
from registration.rules.contact_policy import ContactPolicy, permitted_moments, policy_for
from registration.rules.deadlines import DeskCalendar, due_at
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Flag, Source
from registration.vocabulary.references import new_reference
from registration.words.crisis_audience import audience_for


class FormClosedError(Exception):
    """No privacy statement is in force, so nobody can agree to one."""


class DraftGoneError(Exception):
    """The draft expired or was thrown away before it was sent."""


@dataclass(frozen=True)
class Receipt:
    """What the person gets to know after sending; it repeats no answer.

    `crisis_audience` says which crisis lines come first there.
    """

    reference: str
    due_at: datetime
    task_kind: str
    mail_will_come: bool
    secret_words: str = ""
    crisis_audience: str = ""

    def to_stored(self) -> dict[str, Any]:
        """Return the receipt as JSON-ready data."""
        return {
            "reference": self.reference,
            "due_at": self.due_at.isoformat(),
            "task_kind": str(self.task_kind),
            "mail_will_come": self.mail_will_come,
            "secret_words": self.secret_words,
            "crisis_audience": str(self.crisis_audience),
        }

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> Self:
        """Read a receipt back."""
        return cls(**{**stored, "due_at": datetime.fromisoformat(stored["due_at"])})


@transaction.atomic
def submit_registration(
    answers: Answers,
    *,
    language: str,
    submission_key: UUID,
    source: Source = Source.SELF,
    draft: Draft | None = None,
    flags: Iterable[Flag] = (),
    received_at: datetime | None = None,
    campaign: str = "",
    is_demo: bool = False,
    statement: PrivacyStatement | None = None,
    reference: str = "",
) -> Receipt:
    """Store a registration, its callback and its mails; a draft can be sent only once.

    Args:
        answers: checked answers.
        language: of the form and so of every mail, "nl" or "en".
        submission_key: unique for this registration.
        source: how it came in.
        draft: emptied in the same transaction; if it was sent before, its receipt is returned.
        flags: reasons for the desk to look twice.
        received_at: an aware moment; now, unless a test or the demo says otherwise.
        campaign: code of the campaign through which the person came; only counted, never stored.
        is_demo: marks an example; it sends no mail and counts in no figure.
        statement: the version agreed to, if it was on paper; otherwise the one in force.
        reference: an unused code; without one, a new code is made.

    Raises:
        FormClosedError: no privacy statement is in force.
        DraftGoneError: the draft does not exist any more.
    """
    if draft is not None:
        draft = Draft.objects.select_for_update().filter(pk=draft.pk).first()
        if draft is None:
            raise DraftGoneError
        if draft.receipt is not None:
            return Receipt.from_stored(draft.receipt)
    statement = statement or current_privacy_statement()
    if statement is None:
        raise FormClosedError

    received_at = received_at or timezone.now()
    calendar = calendar_to_promise_by()
    policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
    reference = reference or _unused_reference()
    # Not for a client who was referred: the professional would read them. Nor on paper: others may
    # open a letter. A question has no page.
    has_own_page = answers.referral is None and source not in {Source.QUESTION, Source.PAPER}
    secret_words = new_secret_words(language) if has_own_page else ""
    registration = _store(
        answers,
        reference=reference,
        secret_words=secret_words,
        statement=statement,
        language=language,
        source=source,
        submission_key=submission_key,
        flags=list(flags),
        received_at=received_at,
        is_demo=is_demo,
    )
    callback = _promise(registration, answers, policy, calendar)
    mail_will_come = False
    if not is_demo:
        mail_will_come = _confirm(registration, answers, policy, callback, reference)
        enqueue(kinds.desk_notice(callback))
        _count(registration, answers, campaign)

    receipt = Receipt(
        reference=reference,
        due_at=callback.due_at,
        task_kind=callback.kind,
        mail_will_come=mail_will_come,
        secret_words=secret_words,
        crisis_audience=audience_for(age=answers.age, province=answers.province),
    )
    if draft is not None:
        draft.answers = {}
        draft.receipt = receipt.to_stored()
        draft.saved_hash = draft.saved_until = None
        draft.save(update_fields=["answers", "receipt", "saved_hash", "saved_until"])
    return receipt


def _unused_reference() -> str:
    while True:
        reference = new_reference()
        reference_hash = blind_index("reference", reference)
        if not Registration.objects.filter(reference_hash=reference_hash).exists():
            return reference


def _store(
    answers: Answers,
    *,
    reference: str,
    secret_words: str,
    statement: PrivacyStatement,
    **columns: Any,
) -> Registration:
    return Registration.objects.create(
        answers=answers.to_stored(),
        reference_hash=blind_index("reference", reference),
        secret_words_hash=hash_of(secret_words) if secret_words else "",
        phone_hash=blind_index("phone", answers.phone) if answers.phone else "",
        email_hash=blind_index("email", answers.email) if answers.email else "",
        privacy_statement=statement,
        state_changed_at=columns["received_at"],
        **columns,
    )


def _promise(
    registration: Registration, answers: Answers, policy: ContactPolicy, calendar: DeskCalendar
) -> Callback:
    received_at = registration.received_at
    deadline = due_at(received_at, calendar)
    # Nobody calls at a ruled-out moment; if only such moments are left, somebody must decide.
    only_ruled_out = policy.may_call and not permitted_moments(
        answers, received_at, deadline, calendar
    )
    return Callback.objects.create(
        registration=registration,
        kind=policy.task_kind,
        created_at=received_at,
        due_at=deadline,
        needs_coordinator=only_ruled_out or not policy.has_permitted_way,
    )


def _confirm(
    registration: Registration,
    answers: Answers,
    policy: ContactPolicy,
    callback: Callback,
    reference: str,
) -> bool:
    if answers.referral:
        # To the professional only: the client asked nobody for a mail.
        return enqueue(
            kinds.referral_receipt(
                registration, answers.referral, reference, callback.due_at, callback.kind
            )
        )
    return enqueue(
        kinds.confirmation(registration, answers, policy, callback.due_at, callback.kind)
    )


def _count(registration: Registration, answers: Answers, campaign: str) -> None:
    if registration.source == Source.QUESTION:  # no registration, so in no other figure
        count({"source": registration.source}, registration.received_at)
        return
    count(
        {
            **received_codes(
                source=registration.source, language=registration.language, answers=answers
            ),
            "heard": answers.heard,
            CAMPAIGN: campaign,
        },
        registration.received_at,
    )
