"""Published pages are answered from what is kept of them, and every other address Wagtail's way."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site

from home.models import ContentPage, HomePage
from registration.journey.self_registration import ABOUT_YOU
from tests.home.factories import ContentPageFactory
from tests.support.site_tree import SiteTree

pytestmark = pytest.mark.django_db

# A page that reads its query is not answered from the page cache.
ANEW = "?only=anew"


def answer(client: Client, path: str) -> str:
    response = client.get(path + ANEW)
    assert response.status_code == 200, path
    return response.content.decode()


def test_a_page_that_was_asked_for_before_takes_no_query(
    about: ContentPage, client: Client, django_assert_num_queries
):
    first = answer(client, "/over-ons/")

    with django_assert_num_queries(0):
        assert answer(client, "/over-ons/") == first


@pytest.mark.usefixtures("demo_site")
class TestDemo:
    @pytest.mark.parametrize("path", ["/", "/en/"])
    def test_the_front_page_takes_few_queries_and_round_trips_to_the_cache(
        self, client: Client, path: str, django_assert_max_num_queries, round_trips
    ):
        answer(client, path)
        round_trips.clear()

        with django_assert_max_num_queries(5):
            answer(client, path)

        assert len(round_trips) <= 3, round_trips


def test_each_language_has_its_own_pages(about: ContentPage, client: Client):
    assert "Over ons" in answer(client, "/over-ons/")
    assert "About us" in answer(client, "/en/about-us/")
    # Not found, or led on: a page that is translated has its old slug for a moment.
    assert client.get(f"/en/over-ons/{ANEW}").status_code in {404, 301}
    assert client.get(f"/about-us/{ANEW}").status_code == 404


def test_a_page_below_another_is_found(about: ContentPage, client: Client):
    ContentPageFactory(parent=about, title="Wie we zijn", slug="wie")

    assert "Wie we zijn" in answer(client, "/over-ons/wie/")
    assert client.get(f"/over-ons/niet/{ANEW}").status_code == 404
    assert client.get(f"/wie/{ANEW}").status_code == 404


def test_a_form_below_a_page_is_found_in_the_language_of_the_page(
    site_tree: SiteTree, client: Client
):
    assert "csrfmiddlewaretoken" in answer(client, f"/aanmelden/{ABOUT_YOU.slugs['nl']}/")
    assert "csrfmiddlewaretoken" in answer(client, f"/en/register/{ABOUT_YOU.slugs['en']}/")


def test_two_visitors_of_one_page_leave_nothing_of_each_other(site_tree: SiteTree, client: Client):
    step = f"/aanmelden/{ABOUT_YOU.slugs['nl']}/"
    landing = answer(client, "/aanmelden/")

    assert '<meta name="robots" content="noindex' in answer(client, step)
    assert answer(client, "/aanmelden/") == landing


def test_a_draft_is_shown_to_nobody(about: ContentPage, client: Client):
    answer(client, "/over-ons/")
    about.title = "Nog niet"
    about.save_revision()
    ContentPageFactory(parent=about, title="Ook niet", slug="concept", live=False)

    assert "Nog niet" not in answer(client, "/over-ons/")
    assert client.get(f"/over-ons/concept/{ANEW}").status_code == 404


def test_what_is_published_taken_away_or_moved_shows_at_once(
    about: ContentPage, home: HomePage, client: Client
):
    answer(client, "/over-ons/")
    about.title = "Wie wij zijn"
    about.save_revision().publish()
    assert "Wie wij zijn" in answer(client, "/over-ons/")

    other = ContentPageFactory(parent=home, title="Elders", slug="elders")
    about.move(other, pos="last-child")
    assert "Wie wij zijn" in answer(client, "/elders/over-ons/")
    assert client.get(f"/over-ons/{ANEW}").status_code in {301, 404}

    ContentPage.objects.get(pk=about.pk).unpublish()
    assert client.get(f"/elders/over-ons/{ANEW}").status_code == 404


@pytest.mark.parametrize("kind", ["password", "login"])
def test_a_page_for_a_few_is_asked_for_at_once(about: ContentPage, client: Client, kind: str):
    below = ContentPageFactory(parent=about, title="Alleen wij", slug="alleen-wij")
    answer(client, "/over-ons/alleen-wij/")

    restriction = PageViewRestriction.objects.create(
        page=about, restriction_type=kind, password="een geheim"
    )
    for path in ("/over-ons/", "/over-ons/alleen-wij/"):
        response = client.get(path + ANEW)
        assert "Alleen wij" not in response.content.decode()
        assert (response.status_code, "no-store" in response["Cache-Control"]) in {
            (200, True),
            (302, True),
        }

    restriction.delete()
    assert below.title in answer(client, "/over-ons/alleen-wij/")


def test_a_redirect_stands_in_for_no_page(about: ContentPage, home: HomePage, client: Client):
    Redirect.objects.create(old_path="/over-ons", redirect_page=home)
    Redirect.objects.create(old_path="/vroeger", redirect_page=about)

    assert "Over ons" in answer(client, "/over-ons/")
    assert client.get("/vroeger/")["Location"].endswith("/over-ons/")


def test_with_two_sites_the_host_decides(
    about: ContentPage, home: HomePage, client: Client, settings
):
    settings.ALLOWED_HOSTS = ["*"]
    answer(client, "/over-ons/")
    root = Page.objects.get(depth=1)
    other = HomePage(title="Elders", slug="elders", headline="Elders", intro="x")
    other.locale = Locale.objects.get(language_code="nl")
    root.add_child(instance=other)
    Site.objects.create(hostname="elders.example.org", root_page=other)

    elsewhere = {"host": "elders.example.org"}
    assert client.get(f"/over-ons/{ANEW}", headers=elsewhere).status_code == 404
    assert "Elders" in client.get(f"/{ANEW}", headers=elsewhere).content.decode()
    assert "Over ons" in answer(client, "/over-ons/")
