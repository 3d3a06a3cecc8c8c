"""The figures of a year are released twice in the same moment: there is one draft."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.utils import timezone

from home.models import ContentPage, FigureSet
from registration.annual_figures.release import release_figures
from tests.home.factories import plant_home
from tests.registration.annual_figures.counted_year import FULL_YEAR, counted
from tests.registration.factories import StaffFactory

pytestmark = pytest.mark.django_db(transaction=True)
CLICKS = 4


def test_clicks_in_the_same_moment_make_one_draft():
    plant_home()
    user = StaffFactory()
    year = timezone.localdate().year - 1
    counted(year, **FULL_YEAR)
    together = Barrier(CLICKS)

    def click() -> bool:
        try:
            together.wait(timeout=30)
            draft = release_figures(year, user)
            assert draft is not None
            return draft.was_there
        finally:
            connections.close_all()

    with ThreadPoolExecutor(CLICKS) as threads:
        futures = [threads.submit(click) for _ in range(CLICKS)]
    was_there = [future.result() for future in futures]

    assert sorted(was_there) == [False, *[True] * (CLICKS - 1)]
    assert ContentPage.objects.filter(title=f"Cijfers over {year}").count() == 1
    assert FigureSet.objects.filter(code=f"year-{year}-received").count() == 1
