"""Who is at their own page: a random token in the session, valid for a short time."""

import secrets
from datetime import timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone

from perspectief.encryption import blind_index
from perspectief.quick_exit import visitor_left
from registration.models import OwnPageVisit, Registration

SESSION_KEY = "own_registration"
# Beside it: the visitor deleted everything, and knows.
ERASED_HERE_KEY = "own_registration_erased_here"
TOKEN_BYTES = 32
# WCAG 2.2.1 asks for at least twenty hours, or a warning and a simple way to go on. Each page that
# is sent extends it, and has a button for that.
IDLE = timedelta(minutes=20)


def start(session: SessionBase, registration: Registration) -> None:
    """Let the visitor in; the session gets a new key, so that nobody can have set it before."""
    end(session)
    session.cycle_key()
    token = secrets.token_urlsafe(TOKEN_BYTES)
    OwnPageVisit.objects.create(
        token_hash=_hash(token), registration=registration, expires_at=timezone.now() + IDLE
    )
    session[SESSION_KEY] = token


def find(session: SessionBase) -> OwnPageVisit | None:
    """Return the visit that goes on, and give it its full time again."""
    token = session.get(SESSION_KEY)
    if not isinstance(token, str):
        return None
    now = timezone.now()
    visit = (
        OwnPageVisit.objects.select_related("registration")
        .filter(token_hash=_hash(token), expires_at__gt=now, registration__isnull=False)
        .first()
    )
    if visit is not None:
        visit.expires_at = now + IDLE
        visit.save(update_fields=["expires_at"])
    return visit


def was_here(session: SessionBase) -> bool:
    """Return whether the session began a visit, which may be over by now."""
    return SESSION_KEY in session


def was_erased(session: SessionBase) -> bool:
    """Return whether the registration of a visit was deleted while the visit went on."""
    token = session.get(SESSION_KEY)
    if not isinstance(token, str):
        return False
    of_nobody = OwnPageVisit.objects.filter(token_hash=_hash(token), registration=None)
    return of_nobody.filter(expires_at__gt=timezone.now()).exists()


def note_erased_here(session: SessionBase) -> None:
    """Keep a visit, to nobody now, for the older pages of who deleted everything just now."""
    session[ERASED_HERE_KEY] = True


def erased_here(session: SessionBase) -> bool:
    """Return whether the visitor deleted everything in this visit."""
    return ERASED_HERE_KEY in session


def end(session: SessionBase, **kwargs: Any) -> None:
    """Forget the visit."""
    session.pop(ERASED_HERE_KEY, None)
    token = session.pop(SESSION_KEY, None)
    if isinstance(token, str):
        OwnPageVisit.objects.filter(token_hash=_hash(token)).delete()


def connect() -> None:
    """Forget it when the visitor leaves at once."""
    visitor_left.connect(end, dispatch_uid="registration.own_page")


def _hash(token: str) -> str:
    return blind_index("own_page", token)
