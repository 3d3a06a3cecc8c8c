"""Going on later: a saved draft is opened once, from any device, with a link or a code.

Neither is stored: the draft has a keyed hash of the last one that was given out.
"""

import secrets
from datetime import datetime, time, timedelta
from enum import Enum
from typing import Final

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.utils import timezone

from perspectief.encryption import blind_index
from registration.journey import drafts
from registration.models import Draft, RetentionSettings
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.references import grouped_code, letters_of

# Fifteen letters out of 24 are 68 bits of chance: the code alone opens the answers.
CODE_LETTERS: Final = 15
# 32 hexadecimal digits are 128 bits. The log and nginx recognise a link by them (operations.md).
LINK_DIGITS: Final = 32
TICKET_BYTES: Final = 16
# In the session, per form: the token of the draft that was saved here.
SAVED_HERE_KEY: Final = "saved_here"


class Way(Enum):
    """How somebody opens a saved draft."""

    LINK = "link"
    CODE = "code"


def new_ticket() -> str:
    """Return a random number for the page that offers to save.

    Sent along, it makes a double click or a reload give the same link or code, not a second one
    that makes the first useless.
    """
    return secrets.token_hex(TICKET_BYTES)


def save(draft: Draft, way: Way, ticket: str, now: datetime) -> str:
    """Keep a draft for later, and return the link's token or the code that opens it once.

    An earlier link or code no longer works.

    Args:
        draft: the visitor's, which has not been sent.
        way: a token for a link, or a code to write down.
        ticket: from `new_ticket`, as it came back; without one a new one is used.
        now: an aware moment.
    """
    # The hash of the session's token changes when the draft is opened: nothing comes twice.
    given_for = f"{draft.token_hash}:{ticket or new_ticket()}"
    digits = blind_index(f"new_saved_{way.value}", given_for)
    secret = (
        digits[:LINK_DIGITS] if way is Way.LINK else grouped_code(int(digits, 16), CODE_LETTERS)
    )
    draft.saved_hash = _hash(way, secret)
    draft.saved_until = end_of_keeping(now)
    draft.save(update_fields=["saved_hash", "saved_until"])
    return secret


def exists(journey: JourneyCode, way: Way, secret: str) -> bool:
    """Return whether a link or code still opens a draft of a form; it stays unused."""
    return Draft.objects.filter(
        saved_hash=_hash(way, secret), journey=journey, saved_until__gt=timezone.now()
    ).exists()


@transaction.atomic
def open_once(session: SessionBase, journey: JourneyCode, way: Way, secret: str) -> Draft | None:
    """Move a saved draft to this browser, and nowhere else; None if nothing opens it any more.

    What was filled in on this device in the meantime is deleted. The session gets a new key, so
    that nobody can have set it before.
    """
    token = drafts.new_token()
    # One statement, so that of two clicks one wins.
    found = Draft.objects.filter(
        saved_hash=_hash(way, secret), journey=journey, saved_until__gt=timezone.now()
    ).update(
        token_hash=drafts.hash_of(token),
        expires_at=drafts.new_expiry(),
        saved_hash=None,
        saved_until=None,
    )
    if not found:
        return None
    drafts.discard(session, journey)
    session.cycle_key()
    session[drafts.session_key(journey)] = token
    return drafts.find(session, journey)


def still_saved(session: SessionBase, journey: JourneyCode) -> Draft | None:
    """Return the draft that this browser began and no longer shows, while it is saved."""
    token = session.get(drafts.session_key(journey))
    if not isinstance(token, str):
        return None
    return Draft.objects.filter(
        token_hash=drafts.hash_of(token), journey=journey, saved_until__gt=timezone.now()
    ).first()


def remember_saved_here(session: SessionBase, journey: JourneyCode) -> None:
    """Let this browser know later on that its draft of a form was saved."""
    token = session.get(drafts.session_key(journey))
    session[SAVED_HERE_KEY] = {**_saved_here(session), journey: token}


def forget_saved_here(session: SessionBase, journey: JourneyCode) -> None:
    """Forget that a draft was saved: it was sent from here, so nobody goes on with it."""
    session[SAVED_HERE_KEY] = {
        code: token for code, token in _saved_here(session).items() if code != journey
    }


def went_on_elsewhere(session: SessionBase, journey: JourneyCode) -> bool:
    """Return whether a link or code took along the draft that this browser began.

    A saved draft is kept for longer than a session. In no other way does it disappear, but by
    leaving or sending, after which the session knows nothing of it.
    """
    token = _saved_here(session).get(journey)
    if token is None or token != session.get(drafts.session_key(journey)):
        return False
    return not Draft.objects.filter(token_hash=drafts.hash_of(token)).exists()


def end_of_keeping(now: datetime) -> datetime:
    """Return until when a draft is kept that is saved now: midnight after the last day."""
    days = RetentionSettings.load().saved_draft_days
    day_after = now.astimezone(DESK_TIME_ZONE).date() + timedelta(days=days + 1)
    return datetime.combine(day_after, time.min, tzinfo=DESK_TIME_ZONE)


def last_day(draft: Draft) -> datetime:
    """Return a moment on the last day on which a saved draft can be opened.

    Raises:
        ValueError: it is not saved.
    """
    if draft.saved_until is None:
        raise ValueError("this draft is not saved")
    return draft.saved_until - timedelta(seconds=1)


def _saved_here(session: SessionBase) -> dict[str, str]:
    return session.get(SAVED_HERE_KEY, {})


def _hash(way: Way, secret: str) -> str:
    typed = letters_of(secret) if way is Way.CODE else secret
    return blind_index(f"saved_{way.value}", typed)
