"""Where sessions are kept: Django's table, in fewer statements, with a shorter life for staff.

The end of a session is a column that every look-up of a session compares, so that no page, also no
public one, knows somebody whose time is over. Sessions of visitors live as long as settings say.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import VALID_KEY_CHARS, UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone
from django.utils.crypto import get_random_string

KEY_LENGTH = 32  # as Django's
STARTED_AT = "staff_started_at"  # seconds since 1970; only sessions of staff have it


class SessionStore(DatabaseStore):
    """Ends sessions of staff after idle time, and after a working day whatever they do."""

    _key_before: str | None = None

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

    def cycle_key(self) -> None:
        """Give the session another key, which it gets where it is saved: with this answer.

        Nobody finds it by the old one from then on. Django would write another row and delete this.
        """
        self.keys()  # a session that is not stored any more has no key after it is looked for
        if self.session_key is None:
            self.modified = True  # a new one gets its first key when it is saved
        elif SESSION_KEY in self:
            super().cycle_key()  # what is kept about the device goes by the key
        else:
            self._key_before = self._key_before or self.session_key
            self._session_key = get_random_string(KEY_LENGTH, VALID_KEY_CHARS)
            self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Store the session in one statement, under its new key if it got one.

        Raises:
            UpdateError: it was deleted meanwhile, or got another key.
        """
        if must_create or self.session_key is None:
            super().save(must_create)
            return
        found = self.model.objects.filter(session_key=self._key_before or self.session_key)
        if not found.update(
            session_key=self.session_key,
            session_data=self.encode(dict(self.items())),
            expire_date=self.get_expiry_date(),
        ):
            raise UpdateError
        self._key_before = None

    def delete(self, session_key: str | None = None) -> None:
        """Delete the session, and with it what was kept about the device."""
        from allauth.usersessions.models import UserSession  # models are not loaded before

        key = session_key or self._key_before or self.session_key
        super().delete(key)
        if key == self._key_before:
            self._key_before = None
        if key is not None:
            UserSession.objects.filter(session_key=key).delete()

    @classmethod
    def clear_expired(cls) -> None:
        """Delete the sessions whose time is over, and what was kept about their devices."""
        from allauth.usersessions.models import UserSession

        super().clear_expired()
        present = cls.get_model_class().objects.values("session_key")
        UserSession.objects.exclude(session_key__in=present).delete()
