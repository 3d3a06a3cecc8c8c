"""Answers on their way: kept encrypted on the server for a short time, found by a random token.

The visitor's session holds the token and nothing else. Every time something is sent to us the draft
gets its full time again; then it is gone, here and for whoever opens the browser next.
"""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.utils import timezone

from perspectief.encryption import blind_index
from registration.models import Draft, RetentionSettings

SESSION_KEY = "registration_draft"
TOKEN_BYTES = 32
# No answer that any step accepts is longer; more than this is not worth keeping.
LONGEST_STEP = 100_000

RawValues = Mapping[str, Sequence[str]]


class DraftExpiredError(Exception):
    """The draft was deleted, because nothing happened for too long."""


def idle_minutes() -> int:
    """Return how long a draft is kept when nothing happens."""
    return RetentionSettings.load().idle_draft_minutes


def has_token(session: SessionBase) -> bool:
    """Return whether this visitor has, or had, a draft."""
    return SESSION_KEY in session


def find(session: SessionBase) -> Draft | None:
    """Return the visitor's draft unless there is none or its time is over."""
    token = session.get(SESSION_KEY)
    if not isinstance(token, str):
        return None
    return Draft.objects.filter(token_hash=_hash(token), expires_at__gt=timezone.now()).first()


def start(session: SessionBase) -> Draft:
    """Make an empty draft and let the session remember its token."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    draft = Draft.objects.create(token_hash=_hash(token), expires_at=_new_expiry())
    session[SESSION_KEY] = token
    return draft


def extend(draft: Draft) -> None:
    """Give a draft its full time again."""
    Draft.objects.filter(pk=draft.pk).update(expires_at=_new_expiry())


@transaction.atomic
def save_step(draft: Draft, step: str, values: RawValues, *, is_checked: bool) -> Draft:
    """Keep what was typed in one step, just as it was typed, and give the draft its full time.

    Args:
        draft: the visitor's draft.
        step: code of the step.
        values: raw values per field.
        is_checked: whether the visitor wanted to go on, so that mistakes may be pointed out.

    Raises:
        DraftExpiredError: the draft is gone.
    """
    # Locked, because two tabs may each save a step at the same time.
    locked = Draft.objects.select_for_update().filter(pk=draft.pk).first()
    if locked is None:
        raise DraftExpiredError
    locked.expires_at = _new_expiry()
    if locked.receipt is None and _length(values) <= LONGEST_STEP:
        entry: dict[str, Any] = {
            "values": {name: list(given) for name, given in values.items()},
            "is_checked": is_checked,
        }
        locked.answers = {**locked.answers, step: entry}
    locked.save(update_fields=["answers", "expires_at"])
    return locked


def stored_values(draft: Draft | None, step: str) -> dict[str, list[str]] | None:
    """Return the raw values of a step, or None if it was never saved."""
    return draft.answers[step]["values"] if draft and step in draft.answers else None


def is_checked(draft: Draft, step: str) -> bool:
    """Return whether the visitor went on from a step, rather than only saved it."""
    return step in draft.answers and draft.answers[step]["is_checked"]


def discard(session: SessionBase) -> None:
    """Delete the visitor's draft, or what is left of it, and forget the token."""
    token = session.pop(SESSION_KEY, None)
    if isinstance(token, str):
        Draft.objects.filter(token_hash=_hash(token)).delete()


def _hash(token: str) -> str:
    return blind_index("draft", token)


def _new_expiry() -> datetime:
    return timezone.now() + timedelta(minutes=idle_minutes())


def _length(values: RawValues) -> int:
    return sum(len(value) for given in values.values() for value in given)
