"""People of the desk, as in the tests of their screens."""

from tests.registration.desk.conftest import coordinator, robin, sam

__all__ = ["coordinator", "robin", "sam"]
