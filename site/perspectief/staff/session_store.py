"""Where sessions are kept: Django's table, with a shorter life for those of staff.

The end of a session is a column that every look-up of a session compares, so that no page, also no
public one, knows somebody whose time is over. Sessions of visitors live as long as settings say.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

STARTED_AT = "staff_started_at"  # seconds since 1970; only sessions of staff have it


class SessionStore(DatabaseStore):
    """Ends sessions of staff after idle time, and after a working day whatever they do."""

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """Return when the session ends if nothing happens any more."""
        latest = self.latest_end()
        if latest is None:
            return super().get_expiry_date(**kwargs)
        idle = timedelta(seconds=settings.STAFF_SESSION_IDLE_SECONDS)
        return min(kwargs.get("modification", timezone.now()) + idle, latest)

    def latest_end(self) -> datetime | None:
        """Return when a session of staff ends however busy somebody is; None for a visitor's."""
        started_at = self.get(STARTED_AT)
        if started_at is None:
            return None
        length = timedelta(seconds=settings.STAFF_SESSION_SECONDS)
        return datetime.fromtimestamp(started_at, UTC) + length

    def delete(self, session_key: str | None = None) -> None:
        """Delete the session, and with it what was kept about the device."""
        from allauth.usersessions.models import UserSession  # models are not loaded before

        key = session_key or self.session_key
        super().delete(session_key)
        if key is not None:
            UserSession.objects.filter(session_key=key).delete()

    @classmethod
    def clear_expired(cls) -> None:
        """Delete the sessions whose time is over, and what was kept about their devices."""
        from allauth.usersessions.models import UserSession

        super().clear_expired()
        present = cls.get_model_class().objects.values("session_key")
        UserSession.objects.exclude(session_key__in=present).delete()
