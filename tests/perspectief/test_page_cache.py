"""Anonymous pages come from the cache, never a stale one and never somebody else's."""

import contextlib
import copy

import pytest
from csp.decorators import csp_update
from csp.middleware import CSPMiddleware
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import ResolverMatch
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from perspectief import cache_generation
from perspectief.cache_generation import OneGenerationMiddleware, start_new_generation
from perspectief.content_changes import is_visible
from perspectief.page_cache import PageCacheMiddleware
from registration.journey.self_registration import ABOUT_YOU
from registration.models import Callback, Draft, OutboundMail, Registration, Role
from tests.home.factories import ContentPageFactory, SiteMenuFactory
from tests.support.site_tree import SiteTree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_working_cache")]


@pytest.fixture
def article(site_tree: SiteTree) -> Page:
    return ContentPageFactory(parent=site_tree.home, title="Eerst", slug="proef")


def is_kept(path: str) -> bool:
    """Whether a stranger gets the page without any work: without a session, query or view."""

    def fail(request):
        raise AssertionError("not kept")

    request = Client().request().wsgi_request
    request.path = request.path_info = path
    try:
        PageCacheMiddleware(fail)(request)
    except AssertionError:
        return False
    return True


def is_made_anew(response: HttpResponse) -> bool:
    """Whether an answer is for this visitor alone: no cache on its way may keep it either."""
    return "s-maxage" not in response.get("Cache-Control", "")


# --- What is kept -----------------------------------------------------------------------------


def test_a_page_is_made_once(article, client):
    first = client.get("/proef/")

    with CaptureQueriesContext(connection) as queries:
        second = client.get("/proef/")

    # Where the database keeps the cache, that is all that is read.
    assert [query["sql"] for query in queries if 'FROM "cache"' not in query["sql"]] == []
    assert second.content == first.content
    assert second["Content-Type"] == first["Content-Type"]
    assert second["Content-Language"] == first["Content-Language"] == "nl"


def test_a_kept_page_still_gets_its_security_headers(article, client):
    client.get("/proef/")

    kept = client.get("/proef/")

    assert kept["X-Content-Type-Options"] == "nosniff"
    assert kept["Referrer-Policy"]
    assert "Set-Cookie" not in kept


def test_each_language_is_kept_apart_and_every_host_tells_the_one_address(site_tree, client):
    assert '<html lang="nl"' in client.get("/").content.decode()
    assert '<html lang="en"' in client.get("/en/").content.decode()
    assert '<html lang="nl"' in client.get("/").content.decode()

    other = client.get("/", headers={"host": "localhost"}).content.decode()
    assert 'href="http://testserver/"' in other
    assert "localhost" not in other


def test_the_language_of_the_browser_or_of_a_cookie_changes_nothing(site_tree):
    client = Client(headers={"accept-language": "en"})
    client.cookies["django_language"] = "en"

    assert '<html lang="nl"' in client.get("/").content.decode()
    assert '<html lang="nl"' in Client().get("/").content.decode()


def test_a_port_that_somebody_makes_up_gets_no_page_of_its_own(article, client):
    client.get("/proef/")

    with CaptureQueriesContext(connection) as queries:
        page = client.get("/proef/", headers={"host": "testserver:8443"})

    assert [query["sql"] for query in queries if 'FROM "cache"' not in query["sql"]] == []
    assert '<link rel="canonical" href="http://testserver/proef/">' in page.content.decode()
    assert "8443" not in page.content.decode()


@pytest.mark.parametrize("path", ["/", "/en/", "/proef/", "/nergens/", "/zoeken/", "/staff/login/"])
def test_no_answer_is_another_for_each_browser(article, client, path):
    response = client.get(path, headers={"accept-language": "en"})

    assert "Accept-Language" not in response.get("Vary", "")
    assert response["Content-Language"] == ("en" if path.startswith("/en/") else "nl")


@pytest.mark.parametrize("path", ["/", "/en/", "/proef/"])
def test_a_page_varies_on_its_encoding_alone(article, client, path):
    for _turn in ("made", "kept"):
        assert client.get(path)["Vary"] == "Accept-Encoding"


# --- What is never kept -----------------------------------------------------------------------


def test_a_page_with_a_query_is_never_kept(article, client):
    client.get("/proef/?x=1")

    assert not is_kept("/proef/")


def test_a_query_that_a_page_does_not_read_gets_the_kept_one(article, client):
    client.get("/proef/")

    with CaptureQueriesContext(connection) as queries:
        page = client.get("/proef/?x=1&x=2&y")
    assert [query["sql"] for query in queries if 'FROM "cache"' not in query["sql"]] == []
    assert page.content == client.get("/proef/").content


def test_a_query_that_a_page_reads_never_does(site_tree, client):
    client.get("/en/")

    page = client.get("/en/?only=nl").content.decode()

    assert "The page you came from is only available in Dutch." in page
    assert "The page you came from" not in client.get("/en/").content.decode()


@pytest.mark.parametrize(
    "read",
    [
        lambda query: query.get("x"),
        lambda query: query.getlist("x"),
        lambda query: query["x"] if "x" in query else "",  # noqa: SIM401 - both ways
        lambda query: bool(query),
        lambda query: len(query),
        lambda query: list(query),
        lambda query: list(query.keys()),
        lambda query: list(query.values()),
        lambda query: list(query.items()),
        lambda query: list(query.lists()),
        lambda query: query.dict(),
        lambda query: query.urlencode(),
        lambda query: query.copy(),
        lambda query: copy.copy(query),
    ],
)
def test_every_way_to_read_a_query_is_noticed(rf, read):
    def answer(request):
        request.resolver_match = ResolverMatch(answer, (), {}, url_name="wagtail_serve")
        read(request.GET)
        return HttpResponse(request.get_full_path())

    middleware = PageCacheMiddleware(answer)
    middleware(rf.get("/"))

    assert middleware(rf.get("/?x=1")).content == b"/?x=1"
    assert middleware(rf.get("/")).content == b"/"


def test_an_unread_query_does_not_make_another_answer(rf):
    def answer(request):
        request.resolver_match = ResolverMatch(answer, (), {}, url_name="wagtail_serve")
        request.GET.get("y")
        return HttpResponse(request.get_full_path())

    middleware = PageCacheMiddleware(answer)
    middleware(rf.get("/"))

    assert middleware(rf.get("/?x=1")).content == b"/"
    assert middleware(rf.get("/?x=1&y")).content == b"/?x=1&y"


def test_a_form_is_never_kept(site_tree, client):
    start = f"/aanmelden/{ABOUT_YOU.slugs['nl']}/"
    client.get(start)

    assert "csrfmiddlewaretoken" in client.get(start).content.decode()
    assert not is_kept(start)


def test_a_page_with_a_password_form_is_never_kept(article, client):
    PageViewRestriction.objects.create(page=article, restriction_type="password", password="x")

    assert "csrfmiddlewaretoken" in client.get("/proef/").content.decode()
    assert not is_kept("/proef/")


@pytest.mark.parametrize("path", ["/nowhere/", "/zoeken/", "/robots.txt", "/staff/login/"])
def test_other_addresses_are_never_kept(site_tree, client, path):
    client.get(path)

    assert not is_kept(path)


def test_staff_neither_fill_the_cache_nor_read_it(article, admin_client, client):
    admin_client.get("/proef/")
    assert not is_kept("/proef/")

    client.get("/proef/")

    assert is_made_anew(admin_client.get("/proef/"))
    assert not is_made_anew(client.get("/proef/"))


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken", "messages", "django_language"])
def test_whoever_carries_one_of_our_cookies_gets_a_fresh_page(article, client, cookie):
    client.get("/proef/")
    client.cookies[cookie] = "x"

    assert is_made_anew(client.get("/proef/"))


def test_the_cookie_for_notices_is_still_called_that():
    assert CookieStorage.cookie_name == "messages"


def test_an_editors_preview_is_neither_kept_nor_taken_from_the_cache(article, client):
    client.get("/proef/")
    article.title = "Concept"

    preview = article.make_preview_request()

    assert "Concept" in preview.content.decode()
    assert "Concept" not in client.get("/proef/").content.decode()
    cache.clear()
    article.make_preview_request()
    assert not is_kept("/proef/")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda request, response: response.set_cookie("x", "y"),
        lambda request, response: response.headers.__setitem__("Cache-Control", "no-store"),
        lambda request, response: response.headers.__setitem__("Cache-Control", "private"),
        lambda request, response: request.META.update({"CSRF_COOKIE": "x"}),
        lambda request, response: csp_update({"img-src": "x"})(lambda _request: response)(request),
        lambda request, response: str(request.csp_nonce),
        lambda request, response: setattr(response, "status_code", 404),
        lambda request, response: setattr(request.resolver_match, "url_name", "other"),
        lambda request, response: setattr(request, "resolver_match", None),
    ],
)
def test_an_answer_for_one_person_is_not_kept(rf, spoil):
    def answer(request):
        request.resolver_match = ResolverMatch(answer, (), {}, url_name="wagtail_serve")
        response = HttpResponse("x")
        if request.path == "/spoiled/":
            spoil(request, response)
        return response

    middleware = CSPMiddleware(PageCacheMiddleware(answer))
    middleware(rf.get("/spoiled/"))
    middleware(rf.get("/plain/"))

    assert not is_kept("/spoiled/")
    assert is_kept("/plain/")


@pytest.mark.parametrize("method", ["post", "head", "put"])
def test_only_a_get_is_answered_from_the_cache(rf, method):
    answers = ["kept", "fresh"]

    def answer(request):
        request.resolver_match = ResolverMatch(answer, (), {}, url_name="wagtail_serve")
        return HttpResponse(answers.pop(0))

    middleware = PageCacheMiddleware(answer)
    middleware(rf.get("/"))

    assert middleware(getattr(rf, method)("/")).content == b"fresh"


# --- What starts anew -------------------------------------------------------------------------


def test_a_publish_shows_at_once(article, client):
    assert "Eerst" in client.get("/proef/").content.decode()

    article.title = "Later"
    article.save_revision().publish()

    assert "Later" in client.get("/proef/").content.decode()


def test_a_saved_draft_changes_nothing(article, client):
    client.get("/proef/")
    generation = cache_generation.cache_generation()

    article.title = "Concept"
    article.save_revision()

    assert cache_generation.cache_generation() == generation


def test_an_unpublish_shows_at_once(article, client):
    client.get("/proef/")

    article.unpublish()

    assert client.get("/proef/").status_code == 404


def test_a_delete_shows_at_once(article, client):
    client.get("/proef/")

    article.delete()

    assert client.get("/proef/").status_code == 404


def test_a_move_shows_at_once(article, site_tree, client):
    client.get("/proef/")
    parent = ContentPageFactory(parent=site_tree.home, slug="ouder")

    article.move(parent, pos="last-child")

    assert client.get("/proef/")["Location"] == "/ouder/proef/"
    assert client.get("/ouder/proef/").status_code == 200


def test_a_redirect_works_at_once(article, site_tree, client):
    client.get("/proef/")
    article.unpublish()

    Redirect.objects.create(old_path="/proef", redirect_page=site_tree.home)

    assert client.get("/proef/").status_code == 301


def test_a_menu_shows_at_once(article, client):
    client.get("/proef/")

    SiteMenuFactory(footer_title="Bel ons gerust")

    assert "Bel ons gerust" in client.get("/proef/").content.decode()


def test_rows_that_visitors_see_start_a_new_generation(db):
    before = cache_generation.cache_generation()

    Role.objects.first().save()

    assert cache_generation.cache_generation() != before


def test_rows_that_visitors_never_see_do_not():
    assert not any(
        is_visible(model) for model in (Registration, Callback, Draft, OutboundMail, Page)
    )


def test_an_answer_begun_before_a_publish_is_not_served_after_it(rf):
    titles = ["old", "new"]

    def answer(request):
        request.resolver_match = ResolverMatch(answer, (), {}, url_name="wagtail_serve")
        title = titles.pop(0)
        if title == "old":
            start_new_generation()  # somebody publishes while the old page is being made
        return HttpResponse(title)

    middleware = PageCacheMiddleware(answer)

    assert middleware(rf.get("/")).content == b"old"
    assert middleware(rf.get("/")).content == b"new"


@pytest.mark.django_db(transaction=True)
def test_nothing_starts_anew_before_the_commit():
    before = cache_generation.cache_generation()

    with transaction.atomic():
        start_new_generation()
        assert cache.get(cache_generation.GENERATION_KEY) == before

    assert cache.get(cache_generation.GENERATION_KEY) != before


@pytest.mark.django_db(transaction=True)
def test_what_a_transaction_has_changed_has_a_name_of_its_own_until_then():
    before = cache_generation.cache_generation()

    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        start_new_generation()
        own = cache_generation.cache_generation()
        assert own == cache_generation.cache_generation() != before
        start_new_generation()
        assert cache_generation.cache_generation() not in {own, before}
        raise ZeroDivisionError

    assert cache_generation.cache_generation() == before, "it was rolled back"


def test_one_answer_asks_for_the_generation_once(rf, round_trips):
    def answer(request):
        return HttpResponse([cache_generation.cache_generation() for _turn in range(9)])

    cache_generation.cache_generation()
    round_trips.clear()
    OneGenerationMiddleware(answer)(rf.get("/"))

    assert round_trips.count(cache_generation.GENERATION_KEY) == 1


def test_an_answer_sees_its_own_change(rf):
    def answer(request):
        before = cache_generation.cache_generation()
        start_new_generation()
        return HttpResponse(str(before != cache_generation.cache_generation()))

    assert OneGenerationMiddleware(answer)(rf.get("/")).content == b"True"


def test_without_a_working_cache_nothing_is_ever_stale(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    assert cache_generation.cache_generation() != cache_generation.cache_generation()
