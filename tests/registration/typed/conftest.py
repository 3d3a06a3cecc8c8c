"""What people type, on its way through the form, the own page and the screens of the desk."""

from tests.registration.desk.conftest import during_opening_hours, sam
from tests.registration.journey.conftest import clock
from tests.registration.own_page.conftest import own_pages

__all__ = ["clock", "during_opening_hours", "own_pages", "sam"]
