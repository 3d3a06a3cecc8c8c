"""Answers on their way: kept encrypted on the server for a short time, found by a random token.

The visitor's session holds one token per form and nothing else. Every time something is sent to us
the draft gets its full time again; then it is gone, here and for whoever opens the browser next.
"""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from perspectief import erasure_ledger
from perspectief.encryption import blind_index
from perspectief.kept_values import kept
from perspectief.quick_exit import visitor_left
from registration.forms.base import RawValues
from registration.mail.cancelling import cancel_continue_links
from registration.models import Draft, RetentionSettings
from registration.vocabulary.journeys import JourneyCode

TOKEN_BYTES = 32
# No answer that any step accepts is longer; more than this is not worth keeping.
LONGEST_STEP = 100_000
# In the session, per form: tokens of saved drafts that this browser no longer shows. It can still
# delete them.
PUT_AWAY_KEY = "put_away_drafts"
# So long after the thanks a second click of the same browser may still come with the key of before.
SECOND_CLICK = timedelta(minutes=1)
# Beside the steps: through which campaign the visitor came.
CAMPAIGN = "campaign"
#: What the ledger of erasures calls a draft.
LEDGER_KIND = "draft"


class DraftExpiredError(Exception):
    """The draft was deleted, because nothing happened for too long."""


def session_key(journey: JourneyCode) -> str:
    """Return under which name the session keeps the token of a form's draft."""
    return f"{journey}_draft"


@kept
def idle_minutes() -> int:
    """Return how long a draft is kept when nothing happens."""
    return RetentionSettings.load().idle_draft_minutes


def has_token(session: SessionBase, journey: JourneyCode) -> bool:
    """Return whether this visitor has, or had, a draft of this form."""
    return session_key(journey) in session


def find(session: SessionBase, journey: JourneyCode) -> Draft | None:
    """Return the visitor's draft of a form unless there is none or its time is over."""
    token = session.get(session_key(journey))
    return _find(token, journey) if isinstance(token, str) else None


def begin(session: SessionBase, journey: JourneyCode, opened_at: datetime | None = None) -> Draft:
    """Make an empty draft that only this session finds, once `save_step` has stored it.

    Its token is made here and goes nowhere else: no page and no request can bring one along. The
    session gets a new key, so that nobody can have set or read it before.

    Args:
        session: the visitor's.
        journey: the form that it belongs to.
        opened_at: since when its first page was open, an aware moment; without it, from now on.
    """
    token = new_token()
    draft = Draft(
        token_hash=hash_of(token),
        journey=journey,
        expires_at=new_expiry(),
        created_at=opened_at or timezone.now(),
    )
    session.cycle_key()
    session[session_key(journey)] = token
    return draft


def renew(session: SessionBase, draft: Draft) -> None:
    """Let a draft be found with another token only, in a session with another key.

    For a draft without answers, just before it gets the first: whoever began it may be somebody
    else, who knows the session.

    Raises:
        DraftExpiredError: it is gone, or was renewed in another tab at the same time.
    """
    token = new_token()
    found = Draft.objects.filter(pk=draft.pk, token_hash=draft.token_hash)
    if not found.update(token_hash=hash_of(token)):
        raise DraftExpiredError
    session.cycle_key()
    session[session_key(JourneyCode(draft.journey))] = token


def hide_receipt_from_earlier_session(session: SessionBase, draft: Draft) -> None:
    """Give the session a new key once the receipt is shown: a copy of the old one shows nothing.

    Not while sending: a second click comes with the key that the first one had.
    """
    if draft.shown_at is not None:
        return
    draft.shown_at = timezone.now()
    draft.shown_to = _hash_of_session(session.session_key or "")
    draft.save(update_fields=["shown_at", "shown_to"])
    session.cycle_key()


def was_just_sent(request: HttpRequest, journey: JourneyCode) -> bool:
    """Return whether a request comes with the key of a session in which a form was just sent.

    Such a key leads to no receipt any more, but what it sends is a second click, not another form.
    """
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    sent = Draft.objects.filter(journey=journey, shown_at__gt=timezone.now() - SECOND_CLICK)
    return bool(key) and sent.filter(shown_to=_hash_of_session(key)).exists()


def extend(draft: Draft) -> None:
    """Give a draft its full time again."""
    Draft.objects.filter(pk=draft.pk).update(expires_at=new_expiry())


def save_step(
    draft: Draft,
    step: str,
    values: RawValues,
    *,
    is_checked: bool,
    owner: str = "",
    campaign: str = "",
) -> Draft:
    """Keep what was typed in one step, just as it was typed, and give the draft its full time.

    Args:
        draft: the visitor's draft.
        step: code of the step.
        values: raw values per field.
        is_checked: whether the visitor wanted to go on, so that mistakes may be pointed out.
        owner: a code of whose answers these are, "" where that makes no difference.
        campaign: code of the campaign in the address; "" leaves an earlier one as it is.

    Raises:
        DraftExpiredError: the draft is gone.
    """
    if draft.pk is None:
        _put_in(draft, step, values, is_checked=is_checked, owner=owner, campaign=campaign)
        draft.save()
        return draft
    with transaction.atomic():
        # Locked, because two tabs may each save a step at the same time.
        locked = Draft.objects.select_for_update().filter(pk=draft.pk).first()
        if locked is None:
            raise DraftExpiredError
        _put_in(locked, step, values, is_checked=is_checked, owner=owner, campaign=campaign)
        locked.save(update_fields=["answers", "expires_at"])
    return locked


def _put_in(
    draft: Draft, step: str, values: RawValues, *, is_checked: bool, owner: str, campaign: str
) -> None:
    draft.expires_at = new_expiry()
    if draft.receipt is None and length(values) <= LONGEST_STEP:
        entry: dict[str, Any] = {
            "values": {name: list(given) for name, given in values.items()},
            "is_checked": is_checked,
            "owner": owner,
        }
        draft.answers = {**draft.answers, step: entry}
    if draft.receipt is None and campaign:
        draft.answers = {**draft.answers, CAMPAIGN: campaign}


def stored_values(draft: Draft | None, step: str) -> dict[str, list[str]] | None:
    """Return the raw values of a step, or None if it was never saved."""
    return draft.answers[step]["values"] if draft and step in draft.answers else None


def owner_of(draft: Draft, step: str) -> str:
    """Return the code of whose answers were kept in a step, "" where that makes no difference."""
    return str(draft.answers.get(step, {}).get("owner", ""))


def is_checked(draft: Draft, step: str) -> bool:
    """Return whether the visitor went on from a step, rather than only saved it."""
    return step in draft.answers and draft.answers[step]["is_checked"]


def campaign_of(draft: Draft) -> str:
    """Return the code of the campaign through which the visitor came, "" for none."""
    return draft.answers.get(CAMPAIGN, "")


def discard(session: SessionBase, journey: JourneyCode) -> None:
    """Delete the visitor's draft of a form, or what is left of it, and forget its token."""
    token = session.pop(session_key(journey), None)
    if isinstance(token, str):
        _delete(token)


def put_away(session: SessionBase, journey: JourneyCode) -> None:
    """Let this browser show a saved draft no more; it stays able to delete it."""
    token = session.pop(session_key(journey), None)
    if isinstance(token, str):
        _set_put_away(session, journey, [*put_away_tokens(session, journey), token])


def put_away_tokens(session: SessionBase, journey: JourneyCode) -> list[str]:
    """Return the tokens of the drafts of a form that were put away here, the last one last."""
    given = session.get(PUT_AWAY_KEY)
    tokens = given.get(journey) if isinstance(given, dict) else None
    return [token for token in tokens if isinstance(token, str)] if isinstance(tokens, list) else []


def forget_put_away(session: SessionBase, journey: JourneyCode, token_hash: str) -> None:
    """Forget that a draft was put away here, because it is open again."""
    tokens = put_away_tokens(session, journey)
    kept = [token for token in tokens if hash_of(token) != token_hash]
    if kept != tokens:
        _set_put_away(session, journey, kept)


def discard_all(session: SessionBase, **kwargs: Any) -> None:
    """Delete every draft that this browser began, of every form, the saved ones too."""
    for journey in JourneyCode:
        discard(session, journey)
        for token in put_away_tokens(session, journey):
            _delete(token)
    session.pop(PUT_AWAY_KEY, None)


def connect() -> None:
    """Delete them when a visitor leaves at once."""
    visitor_left.connect(discard_all, dispatch_uid="registration.drafts")


def new_token() -> str:
    """Return a random token for a session."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """Return what is stored of a token."""
    return blind_index("draft", token)


def new_expiry() -> datetime:
    """Return until when a draft is kept if nothing happens from now on."""
    return timezone.now() + timedelta(minutes=idle_minutes())


def _find(token: str, journey: JourneyCode) -> Draft | None:
    return Draft.objects.filter(
        token_hash=hash_of(token), journey=journey, expires_at__gt=timezone.now()
    ).first()


def _hash_of_session(key: str) -> str:
    return blind_index("session_of_receipt", key)


def _set_put_away(session: SessionBase, journey: JourneyCode, tokens: list[str]) -> None:
    given = session.get(PUT_AWAY_KEY)
    session[PUT_AWAY_KEY] = {**(given if isinstance(given, dict) else {}), journey: tokens}


def _delete(token: str) -> None:
    found = Draft.objects.filter(token_hash=hash_of(token))
    # A mail that would lead to nothing, and could tell others of this visit, need not go out.
    saved_hashes = found.values_list("saved_hash", flat=True)
    cancel_continue_links(each for each in saved_hashes if each is not None)
    keys = found.values_list("submission_key", flat=True)
    erasure_ledger.note(LEDGER_KIND, keys, timezone.now())
    found.delete()


def length(values: RawValues) -> int:
    """Return how many characters were typed in a step."""
    return sum(len(value) for given in values.values() for value in given)
