"""A colleague whose form is not right yet reads on top what to do, as on the site."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup, Tag
from django.urls import reverse

import registration
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.desk.screens import url
from tests.registration.factories import CallbackFactory, ContactAttemptFactory, put_on_record
from tests.support.some import some

TEMPLATES = Path(registration.__file__).parent / "templates" / "registration" / "desk"
FIELDS = re.compile(r'include "registration/desk/(?:parts/(?:field|tick)|paper/field)\.html"')

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]


def summary_of(response) -> Tag:
    """Return the summary of a page, after a look at all that belongs to it."""
    assert response.status_code == 422
    page = BeautifulSoup(response.content, "html.parser")
    assert page.title is not None
    assert page.title.get_text().strip().startswith("Error:")
    summary = page.find(attrs={"data-error-summary": True})
    assert isinstance(summary, Tag)
    assert (summary["role"], summary["tabindex"]) == ("alert", "-1")
    for link in some(summary.select("a")):
        control = page.find(id=str(link["href"]).removeprefix("#"))
        assert isinstance(control, Tag), link
        beside = control.find_parent(class_=["desk-field", "desk-choice"])
        assert isinstance(beside, Tag)
        assert beside.select_one(".desk-error .w-sr-only").get_text() == "Error:"  # type: ignore[union-attr]
    assert page.select("script[src*=error_summary]")
    return summary


@pytest.fixture
def callback(sam):
    return CallbackFactory(claimed_by=sam)


def test_on_the_call_screen_the_form_that_was_sent_is_told_about(client, callback):
    attempt = client.post(url("attempt", callback), {"result": "", "note": "Noor zei"})
    words = summary_of(attempt).get_text(" ", strip=True)
    assert "Nothing has been recorded yet." in words
    assert "Noor zei" in attempt.content.decode()

    closing = summary_of(client.post(url("close", callback), {"close-outcome": ""}))
    assert {str(link["href"]) for link in closing.select("a")} == {"#id_close-outcome_0"}


def test_a_note_that_is_too_long_is_not_lost(client, callback, sam):
    attempt = ContactAttemptFactory(callback=callback, made_by=sam, note="kort")
    response = client.post(
        reverse("callbacks:attempt_note", args=[callback.address, attempt.pk]), {"note": "x" * 5001}
    )
    link = summary_of(response).select_one("a")
    assert link is not None
    assert link["href"] == f"#id_attempt_{attempt.pk}_note"
    assert "x" * 5001 in response.content.decode()


def test_on_the_hand_over_form_too(client, callback):
    put_on_record(callback, Lifecycle.ALLOCATED)
    summary_of(client.post(url("hand_over", callback), {"hand-over-told": "x" * 5001}))


def test_a_paper_form_tells_the_points_of_all_its_parts(client, coordinator):
    client.force_login(coordinator)
    response = client.post(
        reverse("callbacks:paper"), {"phone": "06", "submission_key": str(uuid4())}
    )
    targets = [link["href"] for link in summary_of(response).select("a")]
    assert targets.index("#id_received_on") < targets.index("#id_name") < targets.index("#id_phone")


def test_a_correction_is_told_about_too(client, sam):
    callback = CallbackFactory(claimed_by=sam)
    response = client.post(
        reverse("privacy_duties:correct", args=[callback.registration_id]), {"name": ""}
    )
    assert "Nothing has been stored yet." in summary_of(response).get_text(" ", strip=True)


def test_a_screen_without_errors_has_no_summary(client, callback):
    page = client.get(url("details", callback)).content.decode()
    assert "data-error-summary" not in page
    assert "<title>Error:" not in page


def test_no_screen_of_the_desk_with_fields_tells_errors_in_another_way():
    pages = [
        path
        for path in TEMPLATES.rglob("*.html")
        if "{% extends" in path.read_text() and FIELDS.search(path.read_text())
    ]
    others = [
        path.name
        for path in some(pages)
        if '{% extends "registration/desk/parts/form_screen.html" %}' not in path.read_text()
    ]
    assert others == []
