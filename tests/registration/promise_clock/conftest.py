"""The time of day and the people of the desk, for the tests of the promise clock."""

from tests.registration.journey.conftest import clock

__all__ = ["clock"]
