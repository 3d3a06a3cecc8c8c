"""Asking for a reminder and cancelling it. The code is shown once and kept as a keyed hash."""

import secrets
from datetime import date

from django.db import transaction
from django.utils import timezone

from perspectief import erasure_ledger
from perspectief.encryption import blind_index
from registration.casework.counters import count
from registration.casework.receipts import Receipt, keep_receipt, lock_draft
from registration.casework.statement_in_force import privacy_statement_to_agree_to
from registration.mail.cancelling import cancel_reminder
from registration.models import Draft, Reminder
from registration.reminder.dates import due_at_on
from registration.reminder.sending import LEDGER_KIND
from registration.rules.promised import Promised
from registration.vocabulary.references import grouped_code, letters_of

# 24⁹ codes, or 41 bits: the code needs no second secret, for all it opens is one cancellation.
CODE_LETTERS = 9
CODE_BITS = 128
TASK_KIND = "reminder"


@transaction.atomic
def ask_reminder(*, email: str, day: date, says_who: bool, language: str, draft: Draft) -> Receipt:
    """Keep an address until the day that was asked for; a draft can be sent only once.

    Whoever asks gets the same answer, however often this address was typed in before: how many
    mails an address gets is decided when they are due.

    Args:
        email: a checked address.
        day: a checked date.
        says_who: whether the mail may say who we are.
        language: of the form and so of the mail, "nl" or "en".
        draft: emptied in the same transaction; if it was sent before, its receipt is returned.

    Raises:
        FormClosedError: no privacy statement is in force.
        DraftGoneError: the draft does not exist any more.
    """
    draft = lock_draft(draft)
    if draft.receipt is not None:
        return Receipt.from_stored(draft.receipt)
    statement = privacy_statement_to_agree_to()
    code = _new_code()
    reminder = Reminder.objects.create(
        recipient={"email": email, "says_who": says_who},
        code_hash=_hash(code),
        language=language,
        due_at=due_at_on(day),
        privacy_statement=statement,
    )
    count({"reminder": "asked"}, timezone.now())
    receipt = Receipt(
        reference=code,
        promised=Promised(task_kind=TASK_KIND, before=reminder.due_at),
        mail_will_come=True,
        mail_is_neutral=not says_who,
    )
    keep_receipt(draft, receipt)
    return receipt


@transaction.atomic
def cancel(code: str) -> bool:
    """Delete a reminder, or its mail that is waiting for the mail server.

    Args:
        code: as people type it; case, spaces and dashes do not matter.

    Returns:
        Whether there was one.
    """
    code_hash = _hash(code)
    deleted, _ = Reminder.objects.filter(code_hash=code_hash).delete()
    if deleted:
        erasure_ledger.note(LEDGER_KIND, [code_hash], timezone.now())
    return bool(deleted) | cancel_reminder(code_hash)


def _new_code() -> str:
    return grouped_code(secrets.randbits(CODE_BITS), CODE_LETTERS)


def _hash(code: str) -> str:
    return blind_index("reminder_code", letters_of(code))
