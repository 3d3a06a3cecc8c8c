"""The desk that enters paper, on a Tuesday morning on which it is open."""

from tests.registration.desk.conftest import coordinator, during_opening_hours, sam

__all__ = ["coordinator", "during_opening_hours", "sam"]
