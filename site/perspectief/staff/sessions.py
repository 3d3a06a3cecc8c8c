"""Sessions of staff: how long they last, and ending them."""

import time
from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import BACKEND_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from perspectief.staff.session_store import STARTED_AT, SessionStore

SEEN_AT = "staff_seen_at"  # seconds since 1970
# A look at a page lengthens the session; so often at most, to spare the database.
TOUCH_EVERY = 60  # seconds


def start(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Begin to count: somebody has just logged in."""
    request.session[STARTED_AT] = request.session[SEEN_AT] = time.time()


def touch(request: HttpRequest, *, at_once: bool = False) -> None:
    """Lengthen the session of who is logged in, because they do something.

    Args:
        request: of somebody who is logged in.
        at_once: also if that happened less than a minute ago.
    """
    session, now = request.session, time.time()
    session.setdefault(STARTED_AT, now)
    if not at_once and now - session.get(SEEN_AT, 0) < TOUCH_EVERY:
        return
    session[SEEN_AT] = now
    rows = UserSession.objects.filter(session_key=session.session_key)
    if not rows.update(last_seen_at=timezone.now()):
        UserSession.objects.create_from_request(request)


def is_activity(request: HttpRequest) -> bool:
    """Return whether a person did something; what scripts ask for by themselves does not count.

    Else a page that brings itself up to date would keep somebody logged in for ever. Browsers say
    it; of one that does not, every request counts.
    """
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def ends_at(request: HttpRequest) -> datetime:
    """Return when the session ends if nothing happens any more; aware."""
    row = Session.objects.filter(session_key=request.session.session_key).first()
    return row.expire_date if row else timezone.now()


def may_be_lengthened(request: HttpRequest) -> bool:
    """Return whether doing something would make the session end later."""
    latest = request.session.latest_end()  # type: ignore[attr-defined]  # of our store
    return latest is None or ends_at(request) < latest


def of_user(user: User) -> list[UserSession]:
    """Return the sessions of the user, the one used last first."""
    rows = UserSession.objects.purge_and_list(user)
    return sorted(rows, key=lambda row: row.last_seen_at, reverse=True)


def end(row: UserSession) -> None:
    """End one session."""
    SessionStore().delete(row.session_key)


def end_all_of(user: User, *, but: str | None = None) -> int:
    """End the sessions of a user and return how many there were.

    Looks at all sessions there are, so that none is left which misses in the list of devices.

    Args:
        user: whose sessions end.
        but: the key of a session that goes on.
    """
    ended = 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        data = session.get_decoded()
        is_theirs = BACKEND_SESSION_KEY in data and data.get(SESSION_KEY) == str(user.pk)
        if is_theirs and session.session_key != but:
            SessionStore().delete(session.session_key)
            ended += 1
    return ended


def connect() -> None:
    """Have `start` called; once, when the site starts."""
    user_logged_in.connect(start)
