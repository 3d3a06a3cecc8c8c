"""After the site was put back from a backup: what people had deleted since then goes again."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Model

from perspectief.erasure_ledger import Entry, key_hash
from perspectief.restoration import erasures_to_repeat
from registration.casework import erasure
from registration.journey import drafts
from registration.models import Draft, Registration, Reminder
from registration.reminder import sending


def connect() -> None:
    """Listen for a site that was put back."""
    erasures_to_repeat.connect(repeat, dispatch_uid="registration.erasures")


def repeat(entries: Iterable[Entry], **kwargs: Any) -> None:
    """Delete the registrations, drafts and reminders that are in the ledger and came back.

    Args:
        entries: of the ledger.
    """
    entries = list(entries)
    # As of that moment: a promise that lapsed then is not broken now.
    for number, at in _came_back(Registration, "submission_key", erasure.ASKED_KIND, entries):
        erasure.delete_as_asked([number], at)
    for number, at in _came_back(Registration, "submission_key", erasure.LEDGER_KIND, entries):
        erasure.delete_registrations([number], at)
    for number, _at in _came_back(Draft, "submission_key", drafts.LEDGER_KIND, entries):
        Draft.objects.filter(pk=number).delete()
    for number, _at in _came_back(Reminder, "code_hash", sending.LEDGER_KIND, entries):
        Reminder.objects.filter(pk=number).delete()


def _came_back(
    model: type[Model], key: str, kind: str, entries: Iterable[Entry]
) -> Iterator[tuple[int, datetime]]:
    moments = {entry.key_hash: entry.erased_at for entry in entries if entry.kind == kind}
    rows = model._default_manager.values_list("pk", key) if moments else []
    for number, value in list(rows):
        erased_at = moments.get(key_hash(kind, value))
        if erased_at is not None:
            yield number, erased_at
