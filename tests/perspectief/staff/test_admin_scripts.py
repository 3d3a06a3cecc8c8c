"""The admin runs files of ours and of Wagtail's: no screen writes a script that needs permission.

A screen, list or dialog of a new version that does so is named here, before a browser refuses it.
"""

import base64
import hashlib
import json
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from django import forms
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from perspectief.admin_calls import without_script
from perspectief.middleware import ADMIN_SCRIPTS
from tests.perspectief.staff.admin_screens import all_screens
from tests.perspectief.staff.sample_objects import SampleObjects

pytestmark = pytest.mark.any_database

DATA_TYPES = {"application/json", "application/ld+json"}


class InlineCode(HTMLParser):
    """Collects the scripts of a page that are written in it, those in templates too."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._script: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "script" and "src" not in values and values.get("type") not in DATA_TYPES:
            self._script = []
        self.found += [f"{name}={value}" for name, value in attrs if name.startswith("on")]
        self.found += [str(value) for _name, value in attrs if str(value).startswith("javascript:")]

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._script is not None:
            self.found.append("".join(self._script))
            self._script = None


def hash_of(script: str) -> str:
    """Return a script as a policy names it."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def html_of(response: Any) -> str:
    """Return the HTML of an answer: a page, or what a dialog is told to show."""
    if response.streaming:
        return ""
    kind = response.get("Content-Type", "")
    if kind.startswith("text/html"):
        return response.text
    if kind.startswith("application/json"):
        answer = json.loads(response.content)
        return str(answer.get("html", "")) if isinstance(answer, dict) else ""
    return ""


@pytest.mark.django_db
def test_no_screen_has_a_script_that_the_policy_does_not_know(
    django_user_model, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    me = django_user_model.objects.create_superuser("kim", "kim@example.org")
    client = Client(raise_request_exception=False)
    client.force_login(me)
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    samples = SampleObjects(me)
    english = Page.objects.get(locale__language_code="en", slug="over-ons")
    addresses = [samples.address_of(screen) for screen in all_screens()]
    addresses.append(reverse("wagtailadmin_pages:edit", args=[english.pk]))  # in another editor
    looked_at, known, unknown = 0, set(), []
    for address in addresses:
        client.cookies.clear()
        client.cookies.load(cookies)
        with transaction.atomic():
            response = client.get(address, follow=True)
            transaction.set_rollback(True)
        html = html_of(response)
        looked_at += bool(html) and response.status_code == 200
        for code in InlineCode(html).found:
            if hash_of(code) in ADMIN_SCRIPTS:
                known.add(hash_of(code))
            else:
                unknown.append(f"{address}: {hash_of(code)} of {code.strip()}")
    assert unknown == []
    assert looked_at > 100
    assert known == set(ADMIN_SCRIPTS), "one that no screen has is not to be allowed"


class ChooserForm(forms.Form):
    page = forms.CharField(widget=AdminPageChooser())


@pytest.mark.django_db
def test_a_chooser_says_as_data_what_its_script_would_have_called():
    html = str(ChooserForm()["page"])
    assert "<script" not in html
    call = re.search(r'<admin-call name="PageChooser" arguments="([^"]*)" new hidden>', html)
    assert call
    field_id, options = json.loads(unescape(call[1]))
    assert field_id == "id_page"
    assert options["modelNames"] == ["wagtailcore.page"]


@pytest.mark.parametrize(
    "html",
    [
        "<div></div><script>steal()</script>",
        '<div></div><script>new PageChooser("id", {});</script><b></b>',
        '<script>new PageChooser("id", {}); steal()</script>',
    ],
)
def test_what_is_written_in_another_way_stays_a_script_that_browsers_refuse(html):
    assert without_script(html) == html


def test_a_script_before_that_of_the_chooser_stays_one():
    html = without_script('<script>steal()</script><script>new PageChooser("id", {});</script>')
    assert html.startswith('<script>steal()</script><admin-call name="PageChooser" ')
