"""A site that was put back from a backup: what was erased goes again, and mail waits for a look.

What people sent or changed after the backup is not in it. Somebody may have said since then that
their number is not safe any more, so no mail goes out before somebody has looked.
"""

from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Exists
from django.dispatch import Signal

from perspectief import erasure_ledger
from perspectief.erasure_ledger import Entry
from perspectief.models import ErasedKey, Restoration

#: Sent with the `entries` of the ledger: whoever keeps such rows deletes those that came back.
erasures_to_repeat = Signal()


class LedgerMissingError(Exception):
    """It is not known what was erased since the backup, so nobody may be mailed yet."""


def mail_is_paused() -> Exists:
    """Return the condition, for a query, that no mail may go out."""
    return Exists(Restoration.objects.filter(mail_resumed_at=None))


def unfinished_restoration() -> Restoration | None:
    """Return the restoration after which mail is still paused, or None."""
    return Restoration.objects.filter(mail_resumed_at=None).order_by("-pk").first()


@transaction.atomic
def repeat_erasures(ledgers: list[Path], now: datetime) -> int:
    """Delete again what was deleted after the backup was made; return how many lines there are.

    Args:
        ledgers: files as `erasure_ledger` writes them; more than one where several were kept.
        now: an aware moment.

    Raises:
        OSError, ValueError: a file cannot be read.
    """
    for path in ledgers:
        erasure_ledger.take_in(erasure_ledger.read_file(path))
    # With what the backup itself knew: a row may have come back in another way.
    rows = ErasedKey.objects.values_list("erased_at", "kind", "key_hash")
    entries = [Entry(*row) for row in rows]
    erasures_to_repeat.send(sender=None, entries=entries)
    Restoration.objects.filter(erasures_repeated_at=None).update(erasures_repeated_at=now)
    return len(entries)


def skip_erasures(now: datetime) -> None:
    """Note that somebody decided to go on without a ledger.

    Args:
        now: an aware moment.
    """
    Restoration.objects.filter(erasures_repeated_at=None).update(erasures_repeated_at=now)


def resume_mail(now: datetime) -> bool:
    """Let mail go out again; return whether it was paused.

    Args:
        now: an aware moment.

    Raises:
        LedgerMissingError: what was erased since the backup has not been deleted again.
    """
    paused = Restoration.objects.filter(mail_resumed_at=None)
    if paused.filter(erasures_repeated_at=None).exists():
        raise LedgerMissingError
    return bool(paused.update(mail_resumed_at=now))
