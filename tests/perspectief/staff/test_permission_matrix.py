"""Each group, each screen, each verb: who gets in is what the table says, and nobody else.

The screens come from the URLconf (admin_screens.py), so one that the table lacks fails the test:
decide who may, and add the line that the failure prints to permission_table.py.
"""

from contextlib import AbstractContextManager
from copy import copy
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group
from django.db import connection, transaction
from django.http import HttpResponse
from django.template.base import Template
from django.template.context import Context
from django.test import Client
from django.test.signals import template_rendered
from django.test.utils import CaptureQueriesContext
from django.utils.safestring import SafeString
from wagtail.users.models import UserProfile

from perspectief.staff import groups
from tests.perspectief.staff.admin_screens import Screen, all_screens
from tests.perspectief.staff.permission_table import (
    ANONYMOUS,
    PEOPLE,
    STRANGER,
    TABLE,
    Line,
    find_line,
)
from tests.perspectief.staff.sample_objects import SampleObjects

VERBS = ("GET", "POST")
# Where those are sent who may not: to log in, to wait for access, or home with a message.
WAYS_OUT = ("/staff/login/", "/admin/login/", "/staff/no-access/")
HOME = ("/admin/", "/admin")
NOT_FOR_YOU = (403, 404)
NOT_OFFERED = 405
# A write of the session or of a savepoint is no change of anything.
CHANGES = ("INSERT", "UPDATE", "DELETE")

pytestmark = [pytest.mark.usefixtures("quiet_and_apart", "unseen"), pytest.mark.any_database]


@pytest.fixture
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave every page blank: who gets in is decided before, and others look at what they see."""

    def blank(template: Template, context: Context) -> SafeString:
        template_rendered.send(sender=template, template=template, context=context)
        return SafeString("")

    monkeypatch.setattr(Template, "_render", blank)


class Visitor:
    """Somebody of a group, or nobody, who tries every address."""

    def __init__(self, letter: str) -> None:
        self.client = Client(raise_request_exception=False)
        self.account = None
        if letter != ANONYMOUS:
            self.account = get_user_model().objects.create_user("me", "me@example.org")
            if letter != STRANGER:
                self.account.groups.add(Group.objects.get(name=PEOPLE[letter]))
            self.client.force_login(self.account)
            # Asked once instead of at each of a thousand addresses.
            self.account.get_all_permissions()
            UserProfile.get_for_user(self.account)
        self.cookies = {name: morsel.value for name, morsel in self.client.cookies.items()}
        self.samples = SampleObjects(self.account)

    def _logged_in(self) -> AbstractContextManager[Any]:
        """Have each request come from a copy of the account, with what it may do."""
        who = copy(self.account) if self.account else AnonymousUser()
        return patch("django.contrib.auth.middleware.get_user", lambda request: who)

    def gets_in(self, screen: Screen, verb: str) -> bool | None:
        """Return whether the visitor gets in; None if the screen does not offer this verb.

        Whatever it does is taken back, so that every address finds the same things.
        """
        self.client.cookies.clear()
        self.client.cookies.load(self.cookies)
        address = self.samples.address_of(screen)
        with transaction.atomic():
            with self._logged_in(), CaptureQueriesContext(connection) as queries:
                if verb == "GET":
                    answer = self.client.get(address)
                else:
                    answer = self.client.post(address, self.samples.data_for(screen))
            transaction.set_rollback(True)
        if answer.status_code == NOT_OFFERED:
            return None
        if screen.is_bulk and not _is_sent_away(answer):
            return _acts(answer, verb, queries)
        return not _is_sent_away(answer)


def _is_sent_away(answer: HttpResponse) -> bool:
    if answer.status_code in NOT_FOR_YOU:
        return True
    target = answer.headers.get("Location", "")
    return target.startswith(WAYS_OUT) or target in HOME


def _acts(answer: Any, verb: str, queries: CaptureQueriesContext) -> bool:
    """Return whether an action on many rows had a row to act on; its pages open for everybody."""
    if verb == "GET":
        return bool((answer.context or {}).get("items"))
    return any(query["sql"].startswith(CHANGES) for query in queries)


@pytest.mark.django_db
@pytest.mark.parametrize("letter", PEOPLE, ids=[str(name) for name in PEOPLE.values()])
def test_everybody_gets_into_what_is_theirs_and_into_nothing_else(letter):
    visitor = Visitor(letter)
    wrong = []
    for screen in all_screens():
        line = find_line(screen.name)
        if line is None:
            continue  # the test below names it
        for verb, people in zip(VERBS, (line.get, line.post), strict=True):
            gets_in = visitor.gets_in(screen, verb)
            if gets_in is not None and gets_in != (letter in people):
                wrong.append(f"{verb} {screen.template} ({screen.name}): {_says(gets_in)}")
    assert not wrong, f"{PEOPLE[letter]}:\n" + "\n".join(wrong)


def _says(gets_in: bool) -> str:
    return (
        "gets in, and the table says no" if gets_in else "does not get in, and the table says yes"
    )


@pytest.mark.django_db
def test_every_screen_is_in_the_table():
    missing = [screen for screen in all_screens() if find_line(screen.name) is None]
    if missing:
        pytest.fail(
            "Decide who may, and add these lines to permission_table.py. The letters are what is "
            "so now; is that right?\n" + "\n".join(_lines_for(missing)),
            pytrace=False,
        )


def _lines_for(missing: list[Screen]) -> list[str]:
    found: dict[str, dict[str, str]] = {screen.name: dict.fromkeys(VERBS, "") for screen in missing}
    for letter in PEOPLE:
        with transaction.atomic():
            visitor = Visitor(letter)
            for screen in missing:
                for verb in VERBS:
                    if visitor.gets_in(screen, verb):
                        found[screen.name][verb] += letter
            transaction.set_rollback(True)
    return [
        f'    Line("{name}", "{letters["GET"]}", "{letters["POST"]}"),'
        for name, letters in found.items()
    ]


@pytest.mark.django_db
def test_a_screen_that_is_missing_is_named_with_the_line_to_paste():
    queue = next(screen for screen in all_screens() if screen.name == "callbacks:index")
    assert _lines_for([queue]) == ['    Line("callbacks:index", "DK", ""),']


def test_every_line_of_the_table_is_about_a_screen():
    names = [screen.name for screen in all_screens()]
    used = {find_line(name) for name in names}
    assert [line.pattern for line in TABLE if line not in used] == []


def test_the_most_exact_line_counts():
    assert find_line("role:delete") == Line("role:delete", "", "")
    assert find_line("role:edit") == Line("role:*", "K", "K")
    assert find_line("no such screen") is None


def test_all_groups_are_tried():
    assert set(groups.GROUPS) <= set(PEOPLE.values())
