"""Fixtures for the tests of the project package."""

import pytest
from django.db import connection

from tests.perspectief.encrypted_note import EncryptedNote


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Add the table of the test model, which has no migration."""
    with django_db_blocker.unblock():
        if EncryptedNote._meta.db_table not in connection.introspection.table_names():
            with connection.schema_editor() as editor:
                editor.create_model(EncryptedNote)
