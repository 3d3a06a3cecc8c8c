"""The time of day at which the desk works."""

from tests.registration.desk.conftest import during_opening_hours

__all__ = ["during_opening_hours"]
