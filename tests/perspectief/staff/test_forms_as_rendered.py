"""Each form of every screen of the admin can be sent as it stands there: none lacks its token.

A browser without a script sends less than Wagtail expects, and a careless paste brings NUL bytes:
no form breaks on either.

The screens come from the URLconf (admin_screens.py), seen by somebody of all groups, and by nobody.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from perspectief.staff import groups
from tests.perspectief.staff.admin_screens import all_screens
from tests.perspectief.staff.sample_objects import SampleObjects

NOT_SENT = {"button", "file", "image", "reset", "submit"}

pytestmark = [pytest.mark.usefixtures("quiet_and_apart"), pytest.mark.any_database]


def _fields_of(form: Tag) -> dict[str, list[str]]:
    """Return what a browser sends of a form when nothing in it is changed."""
    found: dict[str, list[str]] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name = field.get("name")
        if not name or field.has_attr("disabled") or field.get("type") in NOT_SENT:
            continue
        if field.name == "select":
            options = field.find_all("option")
            chosen = [option for option in options if option.has_attr("selected")]
            if not chosen and not field.has_attr("multiple"):
                chosen = options[:1]
            values = [str(option.get("value", option.text)) for option in chosen]
        elif field.get("type") in {"checkbox", "radio"}:
            values = [str(field.get("value", "on"))] if field.has_attr("checked") else []
        else:
            values = [str(field.get("value", "") if field.name == "input" else field.text)]
        found.setdefault(str(name), []).extend(values)
    return found


def _can_be_pressed(page: Tag, form: Tag) -> bool:
    """Return whether it has a button; else a script of Wagtail sends it, with its own token."""
    buttons = form.find_all(["button", "input"])
    if form.get("id"):
        buttons += page.find_all(["button", "input"], attrs={"form": form["id"]})
    kinds = {str(each.get("type", "submit" if each.name == "button" else "")) for each in buttons}
    return bool(kinds & {"submit", "image"})


def _forms_of(address: str, answer: HttpResponse) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield where each form of a page that is sent with POST goes, and what is in it."""
    if answer.status_code != 200 or "html" not in answer.headers.get("Content-Type", ""):
        return
    page = BeautifulSoup(answer.content, "html.parser")
    for form in page.find_all("form"):
        if str(form.get("method", "")).lower() == "post" and _can_be_pressed(page, form):
            to = urlsplit(urljoin(address, str(form.get("action") or "")))
            yield to._replace(scheme="", netloc="").geturl(), _fields_of(form)


def _with_nul(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    """Put a NUL byte before each text; it is taken out, so the form is the same."""
    return {
        name: values if "password" in name else [f"\0{value}" for value in values]
        for name, values in fields.items()
    }


def _refusals(client: Client, samples: Any) -> tuple[list[str], set[str]]:
    """Send every form of every screen; return those that are refused, and where all of them go."""
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    refused, sent = [], set()
    for screen in all_screens():
        client.cookies.clear()
        client.cookies.load(cookies)
        address = samples.address_of(screen)
        with transaction.atomic():
            for to, fields in list(_forms_of(address, client.get(address))):
                with transaction.atomic():
                    answer = client.post(to, _with_nul(fields))
                    transaction.set_rollback(True)
                sent.add(to)
                if answer.status_code == 403 or answer.status_code >= 500:
                    refused.append(f"On {screen.template}: the form to {to}, {answer.status_code}")
            transaction.set_rollback(True)
    return refused, sent


@pytest.mark.django_db
def test_send_again_and_every_other_form_of_the_admin_are_accepted_as_shown():
    me = get_user_model().objects.create_user("me", "me@example.org")
    me.groups.set(Group.objects.filter(name__in=groups.GROUPS))
    samples = SampleObjects(me)
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(me)
    refused, sent = _refusals(client, samples)
    assert not refused, "\n".join(refused)
    assert any(address.endswith("/resend/") for address in sent)
    assert len(sent) > 100


@pytest.mark.django_db
def test_every_form_of_logging_in_is_accepted_as_shown():
    refused, sent = _refusals(
        Client(enforce_csrf_checks=True, raise_request_exception=False), SampleObjects()
    )
    assert not refused, "\n".join(refused)
    assert "/staff/login/" in sent
