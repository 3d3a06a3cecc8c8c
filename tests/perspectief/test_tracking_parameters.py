"""What other sites add to an address to follow people goes no further than our door."""

import logging

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from perspectief.tracking_parameters import TrackingParametersMiddleware, without_tracking
from tests.support.site_tree import SiteTree

FOLLOWING = "utm_source=nieuwsbrief&utm_medium=email&fbclid=IwAR0x&gclid=abc&mc_eid=1f2e"


@pytest.mark.parametrize(
    ("query", "left"),
    [
        (FOLLOWING, ""),
        ("utm_source=a", ""),
        ("UTM_Campaign=a&FBCLID=b", ""),
        ("utm%5Fsource=a", ""),
        ("gclid", ""),
        ("via=bos&utm_source=a", "via=bos"),
        (
            "fbclid=a&page=2&gad_source=1&soort=slachtoffer%26dader",
            "page=2&soort=slachtoffer%26dader",
        ),
        ("q=utm_source", "q=utm_source"),
        ("q=fbclid=1", "q=fbclid=1"),
        ("only=nl", "only=nl"),
        ("a=1&&b=2", "a=1&&b=2"),
    ],
)
def test_only_what_follows_people_is_dropped(query: str, left: str):
    assert without_tracking(query) == left


def test_nothing_behind_the_door_sees_it(rf):
    def answer(request):
        return HttpResponse(f"{request.get_full_path()} {request.GET.urlencode()}")

    answered = TrackingParametersMiddleware(answer)(rf.get(f"/?{FOLLOWING}&via=bos"))

    assert answered.content == b"/?via=bos via=bos"


@pytest.mark.django_db
class TestPage:
    def test_a_link_with_it_gets_the_page_that_is_kept(self, site_tree: SiteTree):
        kept = Client().get("/")

        with CaptureQueriesContext(connection) as queries:
            followed = Client().get(f"/?{FOLLOWING}")

        assert len(queries) == 0
        assert followed.content == kept.content
        assert "utm_" not in followed.content.decode()

    def test_a_page_that_is_first_asked_for_so_names_its_own_address(self, site_tree: SiteTree):
        page = Client().get(f"/?{FOLLOWING}").content.decode()

        assert '<link rel="canonical" href="http://testserver/">' in page
        assert "utm_" not in page
        assert "fbclid" not in page

    def test_neither_a_redirect_nor_the_log_repeats_it(
        self, site_tree: SiteTree, caplog: pytest.LogCaptureFixture
    ):
        caplog.set_level(logging.DEBUG)

        redirect = Client().get(f"/aanmelden?{FOLLOWING}")
        missing = Client().get(f"/er-is-niets/?{FOLLOWING}")

        assert redirect["Location"] == "/aanmelden/"
        assert missing.status_code == 404
        assert "utm_" not in missing.content.decode() + caplog.text
