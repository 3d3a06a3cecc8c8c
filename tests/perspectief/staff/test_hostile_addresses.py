"""Whatever stands in an address of the admin, nobody gets a page that says something broke.

The screens come from the URLconf (admin_screens.py), Wagtail's own among them. What a screen reads
of its address is watched, so that it is asked all of that, and one that reads nothing is let alone.
"""

import sys
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.utils.functional import cached_property

from perspectief.staff import groups
from tests.perspectief.staff.admin_screens import all_screens
from tests.perspectief.staff.sample_objects import SampleObjects

PAGING = ("p", "page", "offset", "limit")
#: What Wagtail and its lists read beside the fields that a page shows.
READ = {
    *("q", "query", "date", "date_from", "date_to", "collection_id", "content_type", "fields"),
    *("id", "locale", "next", "object_type", "order", "ordering", "owner", "page_type", "tag"),
    *("timestamp_from", "timestamp_to", "user", "year", "child_of", "descendant_of", "type"),
}
VALUES = ("9999-12-31", "9" * 30, "-1", "%ff' \ud7ff")

pytestmark = pytest.mark.usefixtures("quiet_and_apart")


@pytest.fixture
def client(db) -> Client:
    """The browser of somebody of all groups."""
    me = get_user_model().objects.create_user("me", "me@example.org")
    me.groups.set(Group.objects.filter(name__in=groups.GROUPS))
    client = Client(raise_request_exception=False)
    client.force_login(me)
    client.me = me
    return client


def _names_on(answer: HttpResponse) -> set[str]:
    """Return what the forms and links of a page would put into an address."""
    if "html" not in answer.headers.get("Content-Type", "") or answer.streaming:
        return set()
    page = BeautifulSoup(answer.content, "html.parser")
    forms = [form for form in page.find_all("form") if str(form.get("method", "")) != "post"]
    fields = [field for form in forms for field in form.find_all(["input", "select"])]
    links = [urlsplit(str(link["href"])).query for link in page.find_all("a", href=True)]
    return {str(field["name"]) for field in fields if field.get("name")} | {
        name for query in links for name, _value in parse_qsl(query)
    }


@dataclass
class Watched:
    """What is read of addresses: which names, and by which line of which module."""

    read: set[tuple[str, str, int]] = field(default_factory=set)

    def query(self, request: WSGIRequest) -> QueryDict:
        watched = self

        class WatchedQuery(QueryDict):
            def __getitem__(self, name: str) -> Any:
                watched.note(name)
                return super().__getitem__(name)

            def __contains__(self, name: object) -> bool:
                watched.note(name)
                return super().__contains__(name)

            def _getlist(self, name: str, *args: Any, **options: Any) -> Any:
                watched.note(name)
                return super()._getlist(name, *args, **options)

        return WatchedQuery(request.META.get("QUERY_STRING", ""))

    def note(self, name: Any) -> None:
        frame = sys._getframe(2)
        while frame.f_back and frame.f_code.co_filename.endswith("datastructures.py"):
            frame = frame.f_back
        self.read.add((name, frame.f_code.co_filename, frame.f_lineno))


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    watched = Watched()
    query = cached_property(watched.query)
    query.__set_name__(WSGIRequest, "GET")
    monkeypatch.setattr(WSGIRequest, "GET", query)
    return watched


def test_no_address_of_the_admin_breaks_a_screen(client, watched):
    samples = SampleObjects(client.me)
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    broken = []
    # The same line that reads the same name does so for many screens of Wagtail.
    known: set[tuple[str, str, int]] = set()
    asked = 0
    for screen in all_screens():
        client.cookies.clear()
        client.cookies.load(cookies)
        address = samples.address_of(screen)
        watched.read.clear()
        with transaction.atomic():
            plain = client.get(address)
            if plain.status_code == 200 and watched.read - known:
                known |= watched.read
                asked += 1
                names = sorted(READ | {name for name, *_line in watched.read} | _names_on(plain))
                queries = [dict.fromkeys(names, value) for value in VALUES]
                queries.append(dict.fromkeys(PAGING, "9" * 30))
                for query in queries:
                    with transaction.atomic():
                        answer = client.get(address.partition("?")[0], query)
                        transaction.set_rollback(True)
                    if answer.status_code >= 500:
                        broken.append(f"{screen.template}: {next(iter(query.values()))}")
                known |= watched.read
            transaction.set_rollback(True)
    assert not broken, "\n".join(broken)
    assert asked > 30


@pytest.mark.parametrize(
    "address",
    [
        "/admin/callbacks/?language=%00",
        "/admin/pages/?q=a%00b",
        "/admin/reports/site-history/?label=%00",
        "/nl/zoeken/?q=%00",
        "/admin/callbacks/%00/",
    ],
)
def test_a_nul_byte_in_an_address_is_refused_in_words(client, address):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "We cannot read this request." in answer.text


def test_campaigns_that_are_searched_can_be_sorted_by_when_they_run(client):
    assert (
        client.get("/admin/campaigns/", {"q": "brief", "ordering": "starts_at"}).status_code == 200
    )


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_the_sheet_of_a_day_that_has_no_next_one_asks_for_a_date(client, day):
    answer = client.get("/admin/callbacks/day/", {"date": day})
    assert answer.status_code == 200
    assert "Dit kunnen we niet als datum lezen." in answer.text


def test_a_number_that_no_database_has_room_for_is_refused(client):
    assert client.get("/admin/pages/99999999999999999999999/edit/").status_code in {400, 404}
