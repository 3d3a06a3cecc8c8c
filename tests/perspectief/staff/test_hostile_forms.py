"""Whatever is posted to the admin, its sender gets an answer in words, and nothing breaks."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import FieldError
from django.shortcuts import redirect
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse

from home.models import ContentPage
from perspectief.middleware import ReadableAddressMiddleware
from perspectief.models import LimitCount
from perspectief.staff import groups
from tests.home.factories import ContentPageFactory
from tests.support.site_tree import SiteTree

WORDS = "We cannot read this request."
AS_RICH_TEXT = '{"blocks":\0'


@pytest.fixture
def client(db) -> Client:
    """The browser of somebody of all groups."""
    me = get_user_model().objects.create_user("me", "me@example.org")
    me.groups.set(Group.objects.filter(name__in=groups.GROUPS))
    client = Client(raise_request_exception=False)
    client.force_login(me)
    return client


@pytest.fixture
def about_us(site_tree: SiteTree):
    return ContentPageFactory(parent=site_tree.home, title="Over ons", slug="over-ons")


def test_a_form_of_blocks_without_what_its_script_adds_is_refused_in_words(client, about_us):
    sent = {"title": "Over ons", "slug": "over-ons"}
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[about_us.pk]), sent)
    assert answer.status_code == 400
    assert WORDS in answer.text


@pytest.mark.parametrize("value", [AS_RICH_TEXT, "no JSON", '{"blocks":5}', "[]"])
def test_rich_text_that_is_none_is_refused_in_words(client, value):
    answer = client.post("/admin/privacy_statements/new/", {"body_nl": value, "body_en": value})
    assert answer.status_code == 400
    assert WORDS in answer.text


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/admin/callbacks/find/", {"typed": AS_RICH_TEXT}),
        ("/admin/redirects/add/", {"redirect_page": AS_RICH_TEXT, "old_path": "/a"}),
        ("/staff/login/", {"login": "me", "password": "a\0b"}),
    ],
)
def test_a_nul_byte_that_cannot_be_taken_out_is_refused_in_words(client, address, sent):
    answer = client.post(address, sent)
    assert answer.status_code == 400
    assert WORDS in answer.text


def test_a_nul_byte_in_what_is_typed_is_taken_out(client):
    answer = client.post("/admin/callbacks/find/", {"typed": "9\x009"})
    assert answer.status_code == 200


def test_words_where_wagtail_expects_the_number_of_a_page_are_refused(client, about_us):
    address = reverse("wagtailadmin_pages:copy", args=[about_us.pk])
    sent = {"new_title": "a", "new_slug": "a", "new_parent_page": "words"}
    assert client.post(address, sent).status_code == 400


@pytest.mark.django_db
def test_a_fault_of_ours_is_not_blamed_on_the_sender():
    request, answer = RequestFactory().post("/"), ReadableAddressMiddleware(lambda request: None)
    for fault in (lambda: LimitCount(count="words").save(), _raise_field_error):
        with pytest.raises((ValueError, FieldError)) as caught:
            fault()
        assert answer.process_exception(request, caught.value) is None


def _raise_field_error() -> None:
    LimitCount.objects.filter(nothing=1).exists()


def test_a_page_that_is_gone_where_another_is_to_be_copied_to_is_not_found(client, about_us):
    sent = {"new_title": "Wij", "new_slug": "wij", "new_parent_page": "999999"}
    answer = client.post(reverse("wagtailadmin_pages:copy", args=[about_us.pk]), sent)
    assert answer.status_code == 404


def test_a_way_on_that_leads_nowhere_is_refused_in_words():
    def go_on(request):
        return redirect(request.POST["next"])

    middleware = ReadableAddressMiddleware(go_on)
    request = RequestFactory().post("/admin/", {"next": "foo:bar"})
    with pytest.raises(NoReverseMatch) as caught:
        go_on(request)
    answer = middleware.process_exception(request, caught.value)
    assert answer is not None
    assert answer.status_code == 400
    other = RequestFactory().post("/admin/", {"next": "/admin/"})
    assert middleware.process_exception(other, caught.value) is None


def test_what_a_view_of_ours_takes_for_granted_is_a_fault_of_ours(site_tree):
    with pytest.raises(ContentPage.DoesNotExist) as caught:
        ContentPage.objects.get(pk=999999)
    middleware = ReadableAddressMiddleware(lambda request: None)
    assert middleware.process_exception(RequestFactory().get("/"), caught.value) is None
