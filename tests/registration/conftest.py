"""Who sends forms in the tests of registrations."""

import pytest

from tests.registration.up_to_date_client import UpToDateClient


@pytest.fixture
def client() -> UpToDateClient:
    """A browser whose forms of the desk were made a moment ago."""
    return UpToDateClient()
