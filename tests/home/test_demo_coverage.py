"""The media items and the page for journalists of the demo."""

import pytest

from home.demo_content.coverage import load_coverage
from home.demo_content.reading.demo import the_demo
from media_library.models import MediaCoverage
from tests.media_library.coverage_factories import MediaCoverageFactory
from tests.support.some import some

pytestmark = pytest.mark.django_db

ITEMS = the_demo().coverage
NL, EN = "/pers-en-media/", "/en/press-and-media/"


def test_the_demo_holds_no_date_or_address_that_the_report_does_not_give(demo_site, html):
    items = MediaCoverage.objects.all()

    assert {item.outlet for item in items} == {demo.outlet for demo in ITEMS}
    for item in items:
        assert (item.month, item.day, item.url) == (None, None, "")
    for address in (NL, EN):
        assert html(address).count('class="coverage__outlet"') == len(ITEMS)


def test_the_demo_says_everything_in_both_languages(demo_site):
    for item in some(MediaCoverage.objects.all()):
        assert item.title_nl != item.title_en
        assert item.summary_nl != item.summary_en
        assert bool(item.people_nl) is bool(item.people_en)


def test_journalists_find_their_page_from_the_list_and_the_footer(demo_site, html):
    assert f'href="{NL}voor-journalisten/"' in html(NL)
    assert f'href="{EN}for-journalists/"' in html(EN)
    assert f'href="{NL}"' in html("/").split("<footer")[1]
    assert "1.459" in html(f"{NL}voor-journalisten/")
    assert "1,459" in html(f"{EN}for-journalists/")


def test_items_of_editors_are_left_alone(db):
    MediaCoverage.objects.all().delete()
    item = MediaCoverageFactory()

    load_coverage(ITEMS)

    assert list(MediaCoverage.objects.all()) == [item]
