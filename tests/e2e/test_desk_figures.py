"""The figures of a year in a browser: readable on a phone and by everybody."""

from datetime import date

import pytest
from django.urls import reverse

from perspectief.staff.groups import COORDINATOR
from registration.models import AnonymousCount
from tests.e2e.desk_member import log_in, make_member
from tests.support.accessibility import violations
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


@pytest.mark.parametrize("width", [360, 1440])
def test_the_figures_of_a_year_are_accessible_and_fit(new_context, live_server, width):
    for year in (2025, 2026):
        for dimension, answers in NUMBERS.items():
            for code, number in answers.items():
                AnonymousCount.objects.create(
                    month=date(year, 5, 1), dimension=dimension, code=code, count=number
                )
    context = new_context(viewport={"width": width, "height": 900})
    log_in(context, make_member(COORDINATOR, "nl"), live_server.url)
    page = context.new_page()
    page.goto(live_server.url + reverse("registration_figures"))
    assert not violations(page, ())
    assert sticking_out(page) == ""
