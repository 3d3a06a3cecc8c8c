"""Going on later: a saved draft is opened once, from any device, with a link or a code.

Neither is stored: the draft has a keyed hash of the last one that was given out. What is saved is
put away: this browser shows it no more, and whoever fills in the form here next begins afresh. So a
link or code never opens what was typed after it was given out.
"""

import secrets
from datetime import datetime, time, timedelta
from enum import Enum
from typing import Final

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from perspectief.encryption import blind_index
from registration.journey import drafts
from registration.mail.cancelling import cancel_continue_links
from registration.models import Draft, RetentionSettings
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.references import grouped_code, letters_of

# Fifteen letters out of 24 are 68 bits of chance: the code alone opens the answers.
CODE_LETTERS: Final = 15
# 32 hexadecimal digits are 128 bits. The log and nginx recognise a link by them (operations.md).
LINK_DIGITS: Final = 32
TICKET_BYTES: Final = 16
TICKET_SEPARATOR: Final = "-"
# In the session: the ticket of the page from which somebody went on at once, and the token since.
GONE_ON_KEY: Final = "gone_on_with"


class Way(Enum):
    """How somebody opens a saved draft."""

    LINK = "link"
    CODE = "code"


def new_ticket(draft: Draft) -> str:
    """Return a number for the page that offers to save this draft, of no use for any other.

    Sent along, it makes a double click or a reload give the same link or code, not a second one
    that makes the first useless.
    """
    number = secrets.token_hex(TICKET_BYTES)
    return f"{number}{TICKET_SEPARATOR}{_seal(draft, number)}"


def is_ticket_of(draft: Draft, ticket: str) -> bool:
    """Return whether a ticket was made for this draft, as it came back from a page."""
    number, _separator, seal = ticket.partition(TICKET_SEPARATOR)
    return secrets.compare_digest(seal.encode(errors="replace"), _seal(draft, number).encode())


def save(
    session: SessionBase, journey: JourneyCode, draft: Draft, way: Way, ticket: str, now: datetime
) -> str:
    """Put a draft away for later, and return the link's token or the code that opens it once.

    Args:
        session: the visitor's, which shows the draft no more.
        journey: the form that it belongs to.
        draft: the visitor's, which has not been sent.
        way: a token for a link, or a code to write down.
        ticket: from `new_ticket`, as it came back.
        now: an aware moment.
    """
    secret = _secret(draft, way, ticket)
    draft.saved_hash = _hash(way, secret)
    draft.saved_until = end_of_keeping(now)
    draft.expires_at = drafts.new_expiry()
    draft.save(update_fields=["saved_hash", "saved_until", "expires_at"])
    drafts.put_away(session, journey)
    return secret


def just_saved(session: SessionBase, journey: JourneyCode, ticket: str) -> Draft | None:
    """Return the draft that was put away here with a ticket, while nothing has opened it.

    Only for as long as the answers would have been shown here.
    """
    return next(
        (draft for draft in _put_away(session, journey) if is_ticket_of(draft, ticket)), None
    )


def was_saved_just_now(draft: Draft, now: datetime) -> bool:
    """Return whether a second click may still be on its way: only then a code is shown again.

    Whoever loads the page again later may be somebody else.
    """
    saved_at = draft.expires_at - timedelta(minutes=drafts.idle_minutes())
    return now - saved_at < drafts.SECOND_CLICK


def given_for(draft: Draft, ticket: str) -> tuple[Way, str] | None:
    """Return the code or token that was given out for a ticket, None if it was another."""
    for way in Way:
        secret = _secret(draft, way, ticket)
        if draft.saved_hash == _hash(way, secret):
            return way, secret
    return None


def last_put_away(session: SessionBase, journey: JourneyCode) -> Draft | None:
    """Return the draft that was last put away here, as long as a link or code opens it."""
    tokens = drafts.put_away_tokens(session, journey)
    return _saved(tokens[-1], journey) if tokens else None


def has_put_away(session: SessionBase, journey: JourneyCode) -> bool:
    """Return whether a draft of a form was put away here, whatever became of it."""
    return bool(drafts.put_away_tokens(session, journey))


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
    saved = Draft.objects.filter(
        saved_hash=_hash(way, secret), journey=journey, saved_until__gt=timezone.now()
    )
    earlier_hash = saved.values_list("token_hash", flat=True).first()
    # One statement, so that of two clicks one wins.
    if not _reopen(saved, token) or earlier_hash is None:
        return None
    drafts.discard(session, journey)
    drafts.forget_put_away(session, journey, earlier_hash)
    session.cycle_key()
    session[drafts.session_key(journey)] = token
    return drafts.find(session, journey)


def has_gone_on(session: SessionBase, journey: JourneyCode, ticket: str) -> bool:
    """Return whether the draft that is open here was opened again with a ticket."""
    return session.get(GONE_ON_KEY) == [ticket, session.get(drafts.session_key(journey))]


@transaction.atomic
def go_on(session: SessionBase, journey: JourneyCode, ticket: str) -> Draft | None:
    """Open a draft again that was just put away here; the link or code opens nothing any more.

    Its token is another from then on, so that the ticket cannot give the same code once more. The
    session keeps its key, as it would have while one types: a second click must find the draft. A
    draft that was begun here meanwhile is deleted.

    Returns:
        The draft, also for a second click; None if it is not there any more.
    """
    if has_gone_on(session, journey, ticket):
        return drafts.find(session, journey)
    for token in drafts.put_away_tokens(session, journey):
        draft = _saved(token, journey)
        # The same for both of two clicks at one moment: each writes the same into the session.
        next_token = blind_index("going_on", f"{token}:{ticket}")
        if draft is not None and is_ticket_of(draft, ticket) and draft.expires_at > timezone.now():
            cancel_continue_links([draft.saved_hash or ""])
            _reopen(
                Draft.objects.filter(pk=draft.pk, saved_hash=draft.saved_hash, journey=journey),
                next_token,
            )
        next_hash = drafts.hash_of(next_token)
        if Draft.objects.filter(token_hash=next_hash, journey=journey).exists():
            drafts.discard(session, journey)
            drafts.forget_put_away(session, journey, drafts.hash_of(token))
            session[drafts.session_key(journey)] = next_token
            session[GONE_ON_KEY] = [ticket, next_token]
            return drafts.find(session, journey)
    return None


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


def _put_away(session: SessionBase, journey: JourneyCode) -> list[Draft]:
    found = [_saved(token, journey) for token in drafts.put_away_tokens(session, journey)]
    return [draft for draft in found if draft is not None and draft.expires_at > timezone.now()]


def _saved(token: str, journey: JourneyCode) -> Draft | None:
    return Draft.objects.filter(
        token_hash=drafts.hash_of(token), journey=journey, saved_until__gt=timezone.now()
    ).first()


def _reopen(saved: QuerySet[Draft], token: str) -> int:
    return saved.update(
        token_hash=drafts.hash_of(token),
        expires_at=drafts.new_expiry(),
        saved_hash=None,
        saved_until=None,
    )


def _secret(draft: Draft, way: Way, ticket: str) -> str:
    # The hash of the session's token changes when the draft is opened: nothing comes twice.
    digits = blind_index(f"new_saved_{way.value}", f"{draft.token_hash}:{ticket}")
    return digits[:LINK_DIGITS] if way is Way.LINK else grouped_code(int(digits, 16), CODE_LETTERS)


def _seal(draft: Draft, number: str) -> str:
    return blind_index("ticket_to_save", f"{draft.token_hash}:{number}")[: 2 * TICKET_BYTES]


def _hash(way: Way, secret: str) -> str:
    typed = letters_of(secret) if way is Way.CODE else secret
    return blind_index(f"saved_{way.value}", typed)
