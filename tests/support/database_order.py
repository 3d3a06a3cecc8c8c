"""The order of database tests, and the migrated rows that some of them would lose.

A test that commits for real ends with all tables emptied, and with them the rows that migrations
make (options, opening hours, groups, the root page). So such a test gets those rows back before it
starts, and runs after all tests that only roll back. Those that read the demo site come first, one
after the other, so that it is loaded once.
"""

import pytest
from pytest_django.fixtures import validate_django_db

COMMITTING_FIXTURES = {"transactional_db", "live_server", "django_db_reset_sequences"}


def commits(item: pytest.Item) -> bool:
    """Return whether `item` commits to the database instead of rolling back."""
    if COMMITTING_FIXTURES.intersection(getattr(item, "fixturenames", ())):
        return True
    marker = item.get_closest_marker("django_db")
    if marker is None:
        return False
    transaction, reset_sequences, *_rest = validate_django_db(marker)
    return transaction or reset_sequences


def depends_on_database(item: pytest.Item) -> bool:
    """Return whether another database could answer `item` in another way.

    A walk over screens and pages only shows what others put in; it says so with `any_database`.
    """
    if item.get_closest_marker("any_database"):
        return False
    fixtures = getattr(item, "fixturenames", ())
    has_marker = item.get_closest_marker("django_db") is not None
    return has_marker or bool({"db", *COMMITTING_FIXTURES}.intersection(fixtures))


def reads_demo(item: pytest.Item) -> bool:
    """Return whether `item` goes on with the demo site of the test before."""
    return "demo_site" in getattr(item, "fixturenames", ())


def order_by_database(items: list[pytest.Item]) -> None:
    """Put the demo site first, and last, with the migrated rows, what commits."""
    for item in items:
        if commits(item):
            item.add_marker(
                pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False
            )
    items.sort(key=lambda item: (commits(item), not reads_demo(item)))
