"""Fixtures of the browser tests."""

from datetime import time

import pytest

from registration.models import OpeningHours


@pytest.fixture
def desk_never_closes(live_server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the desk call whenever the tests run, also at night and at Christmas."""
    monkeypatch.setattr("registration.desk_calendar.public_holidays", lambda year: frozenset())
    OpeningHours.objects.all().delete()
    for weekday in range(7):
        OpeningHours.objects.create(weekday=weekday, opens_at=time.min, closes_at=time.max)
