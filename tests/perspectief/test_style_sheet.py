"""A browser fetches one style sheet, in which all of them are."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from perspectief.style_sheet import FOLDER, NAME, SHEETS, StyleSheetFinder, style_sheet
from tests.support.site_tree import SiteTree

#: Sheets of a few pages only, which link them.
ELSEWHERE = {"admin", "campaign_sheet", "staff", "staff_session"}


def test_each_sheet_is_in_it_once_and_the_order_of_the_layers_comes_first():
    text = style_sheet()

    assert text.startswith("/* The order of the layers")
    places = [text.index((FOLDER / f"{sheet}.css").read_text()) for sheet in SHEETS]
    assert places == sorted(places)
    assert len(text) == sum(len((FOLDER / f"{sheet}.css").read_text()) + 1 for sheet in SHEETS) - 1


def test_no_sheet_is_forgotten():
    assert {path.stem for path in FOLDER.glob("*.css")} == {*SHEETS, *ELSEWHERE}


def test_it_is_found_where_files_are_collected_and_where_they_are_not(tmp_path, settings):
    settings.VAR_DIR = tmp_path
    finder = StyleSheetFinder()

    [(name, storage)] = finder.list([])

    assert storage.open(name).read().decode() == style_sheet()
    assert finder.find(NAME) == storage.path(NAME)
    assert finder.find(NAME, find_all=True) == [storage.path(NAME)]
    assert finder.find("perspectief/css/other.css") == []
    assert finders.find(NAME)


def test_a_change_of_a_sheet_is_in_it(tmp_path, settings, monkeypatch):
    settings.VAR_DIR = tmp_path
    finder = StyleSheetFinder()
    finder.find(NAME)
    monkeypatch.setattr("perspectief.style_sheet.style_sheet", lambda: "main { color: red }")

    with open(finder.find(NAME)) as file:
        assert file.read() == "main { color: red }"


@pytest.mark.django_db
def test_a_page_links_that_one(site_tree: SiteTree):
    html = Client().get("/").content.decode()

    assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', html) == [f"/static/{NAME}"]
