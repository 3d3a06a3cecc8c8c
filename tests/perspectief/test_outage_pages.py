"""What the web server in front shows while the site itself is not asked."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as test_settings

from perspectief.contact_details import ContactDetails
from perspectief.outage_pages import TEMPLATES, write_outage_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    settings.OUTAGE_PAGES = tmp_path / "pages"
    return settings.OUTAGE_PAGES


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_each_page_speaks_both_languages_and_offers_the_way_out(folder: Path, name: str):
    write_outage_pages()
    html = (folder / name).read_text(encoding="utf-8")

    assert '<html lang="nl">' in html
    assert 'lang="en"' in html
    assert html.count("<h1>") == 1
    assert f'href="{test_settings.LEAVE_URL}"' in html
    assert "<script" not in html
    assert "style=" not in html


def test_a_new_phone_number_reaches_the_pages(
    folder: Path, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[Any]]
):
    write_outage_pages()
    details = ContactDetails.objects.get()
    details.phone_nl = "030 765 43 21"
    with django_capture_on_commit_callbacks(execute=True):
        details.save()
    write_outage_pages()

    assert "030 765 43 21" in (folder / "500.html").read_text(encoding="utf-8")
    assert not list(folder.glob("*.new"))


def test_a_page_that_is_right_is_left_alone(folder: Path):
    write_outage_pages()
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    write_outage_pages()

    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
