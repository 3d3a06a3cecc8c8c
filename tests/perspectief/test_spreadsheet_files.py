"""A CSV file opens well in a spreadsheet and does nothing there by itself."""

import pytest
from django.conf import settings
from django.utils import translation

from perspectief.spreadsheet_files import SEPARATORS, csv_lines, defused


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+31302340045", "'+31302340045"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("Noor", "Noor"),
        ("a=b", "a=b"),
        ("", ""),
        (None, ""),
        (-2, "-2"),
    ],
)
def test_what_could_be_a_formula_is_text(value, expected):
    assert defused(value) == expected


def test_lines_are_made_one_by_one_with_the_mark_for_spreadsheets_first():
    lines = csv_lines(["name"], iter([["Zoë"], ['a "b"']]))
    assert next(lines) == '\ufeff"name"\r\n'
    assert next(lines) == '"Zoë"\r\n'
    assert next(lines) == '"a ""b"""\r\n'


@pytest.mark.parametrize(("language", "line"), [("nl", '"a";"1"\r\n'), ("en", '"a","1"\r\n')])
def test_columns_stand_apart_in_the_spreadsheet_of_whoever_downloads(language, line):
    with translation.override(language):
        lines = csv_lines(["name", "number"], iter([["a", 1]]))
    with translation.override(None):  # sent after the answer was made
        assert list(lines)[1] == line


def test_each_language_of_the_site_has_its_separator():
    assert set(SEPARATORS) == set(dict(settings.LANGUAGES))
