"""The figures of a year in a browser: readable on a phone and by everybody."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from home.models import ContentPage
from perspectief.staff.groups import COORDINATOR
from tests.e2e.desk_member import log_in, make_member
from tests.home.factories import plant_home
from tests.registration.annual_figures.counted_year import counted
from tests.support.accessibility import violations
from tests.support.next_page import open_by
from tests.support.page_fit import sticking_out

NUMBERS = {
    "source": {"self": 90},
    "role": {"victim": 50, "offender": 36, "witness": 4},
    "kind": {"violence": 40, "traffic": 30, "sexual": 20},
    "outcome": {"allocated": 60, "withdrawn": 8},
    "allocated_kind": {"violence": 60},
    "allocated_kind_initiator": {"violence.victims": 40, "violence.offenders": 20},
    "allocated_initiator": {"victims": 40, "offenders": 20},
}


THIS_YEAR = timezone.localdate().year


@pytest.fixture
def figures(new_context, live_server):
    """Open the figures of a year as the coordinator, in a browser of some width."""
    for year in (THIS_YEAR - 2, THIS_YEAR - 1, THIS_YEAR):
        counted(year, month=1, **NUMBERS)

    def show(year: int, width: int, **options):
        context = new_context(viewport={"width": width, "height": 900}, **options)
        log_in(context, make_member(COORDINATOR, "nl"), live_server.url)
        page = context.new_page()
        page.goto(f"{live_server.url}{reverse('registration_figures')}?year={year}")
        return page

    return show


@pytest.mark.parametrize("year", [THIS_YEAR - 1, THIS_YEAR], ids=["with the button", "too early"])
@pytest.mark.parametrize("width", [360, 1440])
def test_the_figures_of_a_year_are_accessible_and_fit(figures, width, year):
    page = figures(year, width)

    assert not violations(page, ())
    assert sticking_out(page) == ""


@pytest.mark.parametrize("width", [360, 1440])
def test_what_the_button_did_is_said_accessibly_and_fits(figures, width):
    plant_home()
    page = figures(THIS_YEAR - 1, width)
    for words in ("is gemaakt", "is er al"):
        page.get_by_role("button", name="Maak een concept voor de site").click()
        expect(page.get_by_text(words)).to_be_visible()
        assert not violations(page, ())
        assert sticking_out(page) == ""


def test_the_button_works_without_script(figures):
    plant_home()
    page = figures(THIS_YEAR - 1, 1440, java_script_enabled=False)

    open_by(page.get_by_role("button", name="Maak een concept voor de site"))

    assert f"year={THIS_YEAR - 1}" in page.url
    assert ContentPage.objects.filter(title=f"Cijfers over {THIS_YEAR - 1}", live=False).exists()
