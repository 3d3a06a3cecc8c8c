"""The coordinator reads the figures of a year and downloads them; nobody stands out in them."""

import csv
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from registration.models import PromiseDay
from tests.registration.annual_figures.counted_year import counted
from tests.registration.factories import StaffFactory

SCREEN = "/admin/figures/"
pytestmark = pytest.mark.django_db


@pytest.fixture(params=["nl", "en"])
def language(request, client):
    user = StaffFactory(permissions=("registration.view_figures",), admin_language=request.param)
    client.force_login(user)
    return request.param


def test_without_figures_the_screen_says_so(client, language):
    page = client.get(SCREEN).content.decode()
    assert {"nl": "Er zijn nog geen cijfers.", "en": "There are no figures yet."}[language] in page


def test_a_year_is_shown_beside_the_one_before(client, language):
    counted(2025, source={"self": 40})
    counted(2026, source={"self": 60}, form_language={"nl": 45, "en": 15})
    page = client.get(SCREEN).content.decode()
    assert "60 (100%)" in page
    assert "40 (100%)" in page
    assert "45 (75%)" in page
    assert "60 (100%)" not in client.get(SCREEN, {"year": 2025}).content.decode()


def test_a_small_number_is_hidden_with_another_on_screen_and_in_the_file(client, language):
    counted(2026, source={"self": 60}, role={"witness": 2, "victim": 30, "offender": 28})
    page = client.get(SCREEN).content.decode()
    assert "&lt;5" in page
    text = client.get(f"{SCREEN}csv/").content.decode("utf-8-sig")
    role_of_year = {
        line["code"]: [line["number"], line["percentage"]]
        for line in csv.DictReader(text.splitlines(), delimiter={"nl": ";", "en": ","}[language])
        if line["table"] == "role" and line["part"] == "2026"
    }
    assert role_of_year == {"victim": ["30", "50"], "offender": ["x", ""], "witness": ["<5", ""]}


def test_how_often_the_promise_was_kept_is_told_per_quarter(client, language):
    counted(2026, source={"self": 60})
    PromiseDay.objects.create(
        day=date(2026, 2, 3), is_question=False, promised=41, met=39, reached_in_time=30, void=1
    )
    page = client.get(SCREEN).content.decode()
    quarter = {"nl": "Eerste kwartaal van 2026", "en": "First quarter of 2026"}[language]
    kept = {"nl": "97,5%", "en": "97.5%"}[language]
    assert quarter in page
    assert kept in page
    assert 'href="/admin/promises/?per=quarter"' in page


def test_a_label_is_no_formula_in_a_spreadsheet(client, language):
    counted(2026, source={"self": 60}, campaign={"=1+1": 30})
    assert "'=1+1" in client.get(f"{SCREEN}csv/").content.decode()


def test_more_figures_take_no_more_queries(client, language):
    counted(2026, source={"self": 60})
    client.get(SCREEN)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(SCREEN)
    counted(2026, kind={"violence": 30, "traffic": 20}, role={"victim": 60}, heard={"gp": 9})
    with CaptureQueriesContext(connection) as many:
        client.get(SCREEN)
    assert len(many) == len(few)
