"""docs/security.md names a test for what it says, and the tests are there."""

import ast
import logging
import re
from pathlib import Path

import pytest

from perspectief.log_format import FormatterWithoutTexts
from tests.support.package_order import ROOT

DOCUMENT = ROOT / "docs" / "security.md"
NAMED = sorted(set(re.findall(r"`(tests/[^`]+)`", DOCUMENT.read_text(encoding="utf-8"))))
FEWEST = 60


def names_in(path: Path) -> set[str]:
    """Return the tests in a file, those of a class as `Class::test` too."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            methods = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
            found |= methods | {f"{node.name}::{name}" for name in methods}
    return found


@pytest.mark.parametrize("named", NAMED)
def test_a_test_that_is_named_exists(named: str) -> None:
    file, _separator, test = named.partition("::")
    path = ROOT / file
    assert path.exists()
    if test:
        assert test in names_in(path)
    else:
        assert path.is_dir() or names_in(path)


def test_every_threat_names_what_shows_it() -> None:
    threats = [
        line
        for line in DOCUMENT.read_text(encoding="utf-8").splitlines()
        if line.count(" | ") == 2 and not line.startswith(("| threat", "|---"))
    ]
    assert len(threats) >= FEWEST - 15
    for line in threats:
        assert "`tests/" in line.rsplit(" | ", 1)[1], line
    assert len(NAMED) >= FEWEST


@pytest.mark.django_db
def test_an_address_cannot_add_a_line_to_the_log(client, caplog) -> None:
    """Django writes the address of what was not found: line ends in it must not end the line."""
    with caplog.at_level(logging.WARNING, "django.request"):
        logging.getLogger("django").addHandler(caplog.handler)
        client.get("/nowhere/%0A2026-11-24 12:00:00 ERROR planted%0D%0A%1b[2J/")
        logging.getLogger("django").removeHandler(caplog.handler)
    (record,) = {id(each): each for each in caplog.records}.values()
    line = FormatterWithoutTexts("{message}", style="{").format(record)
    assert "planted" in line
    assert not set(line) & set("\n\r\x1b")
