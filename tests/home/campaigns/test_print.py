"""From a poster to the page: the short link, its QR code, and what editors see of it."""

import io

import pytest
import time_machine
import zxingcpp
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from PIL import Image

from home.campaigns.qr_codes import QUIET_ZONE, qr_inline, qr_png, qr_svg
from home.campaigns.short_codes import new_short_code, normalise_short_code, validate_short_code
from home.models import CampaignPage
from perspectief.staff import groups
from registration.casework.campaigns import DIMENSION
from registration.models import AnonymousCount
from tests.home.campaigns.factories import CampaignPageFactory, at, plant_campaign

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def campaign(site_tree) -> CampaignPage:
    return plant_campaign(site_tree.home)


@pytest.fixture
def sign_in(client):
    """Sign in as somebody of a group of staff."""

    def enter(group: str) -> None:
        user = get_user_model().objects.create_user(f"{group}", "x@example.org")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)

    return enter


def admin_urls(campaign: CampaignPage) -> list[str]:
    names = ("campaign_qr_svg", "campaign_qr_png", "campaign_print_sheet")
    return [reverse(name, args=[campaign.pk]) for name in names]


# --- The short link ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("/c/verkeer/", "/onderweg/"),
        ("/en/c/verkeer/", "/en/onderweg-en/"),
        ("/c/VERKEER/", "/onderweg/"),
    ],
)
@pytest.mark.parametrize("now", [at(2027, 3, 15), at(2029, 1, 1)])
def test_the_short_link_leads_to_the_page_during_and_after(campaign, client, typed, target, now):
    with time_machine.travel(now):
        response = client.get(typed)

    assert (response.status_code, response["Location"]) == (302, target)


def test_without_a_slash_it_works_too(campaign, client):
    response = client.get("/c/verkeer", follow=True)

    assert response.redirect_chain[-1][0] == "/onderweg/"


def test_it_leads_to_the_other_language_rather_than_nowhere(campaign, client):
    campaign.get_translations().get().unpublish()

    assert client.get("/en/c/verkeer/")["Location"] == "/onderweg/"


@pytest.mark.parametrize("typed", ["anders", "a", "é" * 300, "verkeer'--", "0"], ids=len)
def test_a_code_that_nobody_has_is_not_found(campaign, client, typed):
    assert client.get(f"/c/{typed}/").status_code == 404


def test_a_code_that_no_database_can_look_up_is_refused(client):
    assert client.get("/c/verkeer%00/").status_code == 400


def test_an_unpublished_campaign_is_not_found(campaign, client):
    campaign.unpublish(commit=True)
    campaign.get_translations().get().unpublish()

    assert client.get("/c/verkeer/").status_code == 404


def test_what_looks_alike_in_print_is_read_as_what_it_is():
    assert normalise_short_code(" W0RD1 ") == "wordl"
    for _number in range(50):
        code = new_short_code()
        validate_short_code(code)
        assert normalise_short_code(code) == code


# --- The QR code ------------------------------------------------------------------------------

ADDRESS = "https://www.example.org/en/c/verkeer/"


def test_a_phone_reads_the_address_also_when_a_part_is_dirty():
    picture = Image.open(io.BytesIO(qr_png(ADDRESS))).convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [ADDRESS]

    stain = picture.width // 5
    corner = (picture.width - stain * 2, picture.height - stain * 2)
    picture.paste(255, (*corner, corner[0] + stain, corner[1] + stain))
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [ADDRESS]


def test_there_is_white_around_the_code_and_enough_of_it():
    picture = Image.open(io.BytesIO(qr_png(ADDRESS))).convert("L")
    left, top, right, bottom = picture.point(lambda value: 255 - value).getbbox()
    modules = picture.width / (2 * QUIET_ZONE + 33)  # version 4

    assert left == top == picture.width - right == picture.height - bottom
    assert left == QUIET_ZONE * modules
    assert picture.width >= 1000


def test_the_drawing_is_the_same_code(db):
    svg = qr_svg(ADDRESS).decode()

    assert svg.startswith("<?xml")
    assert f"<title>{ADDRESS}</title>" in svg
    assert 'fill="#ffffff"' in svg or 'fill="#fff"' in svg
    assert "<style" not in svg
    assert 'class="qr"' in qr_inline(ADDRESS)


def test_editors_download_the_code_of_the_language_of_the_page(campaign, client, sign_in, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"
    sign_in(groups.COMMUNICATION)
    for page, address in {
        campaign: "https://www.example.org/c/verkeer/",
        campaign.get_translations().get().specific: ADDRESS,
    }.items():
        response = client.get(reverse("campaign_qr_png", args=[page.pk]))
        picture = Image.open(io.BytesIO(response.content)).convert("L")
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == [address]
        assert "attachment" in response["Content-Disposition"]

    svg = client.get(reverse("campaign_qr_svg", args=[campaign.pk]))
    assert svg["Content-Type"] == "image/svg+xml"


def test_the_sheet_speaks_the_language_of_the_page(campaign, client, sign_in, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"
    sign_in(groups.COMMUNICATION)
    english = campaign.get_translations().get()

    sheet = client.get(reverse("campaign_print_sheet", args=[english.pk])).content.decode()

    assert '<html lang="en">' in sheet
    assert "<h1>One moment</h1>" in sheet
    assert "<strong>www.example.org/en/c/verkeer</strong>" in sheet
    assert 'class="qr"' in sheet


# --- Who sees what ----------------------------------------------------------------------------


@pytest.mark.parametrize("group", [groups.DESK, groups.ADMINISTRATION])
def test_who_edits_no_pages_sees_nothing_of_campaigns(campaign, client, sign_in, group):
    sign_in(group)

    for url in [*admin_urls(campaign), reverse("campaigns:index")]:
        assert client.get(url).status_code == 302, url  # back to the start, with a message
    assert "/admin/campaigns/" not in client.get("/admin/").content.decode()


def test_a_stranger_is_sent_to_the_login(campaign, client):
    for url in [*admin_urls(campaign), reverse("campaigns:index")]:
        assert client.get(url)["Location"].startswith("/staff/login/")


@pytest.mark.parametrize(
    ("count", "words"), [(None, "minder dan 10"), (9, "minder dan 10"), (10, "10 aanmeldingen")]
)
def test_editors_see_the_total_from_ten_on_and_nothing_below(
    campaign, client, sign_in, count, words
):
    sign_in(groups.COMMUNICATION)
    if count:
        months = {at(2027, 2, 1).date(): count - 4, at(2027, 3, 1).date(): 4}
        for month, number in months.items():
            AnonymousCount.objects.create(
                month=month, dimension=DIMENSION, code="verkeer", count=number
            )
        AnonymousCount.objects.create(
            month=at(2027, 2, 1).date(), dimension="heard", code="verkeer", count=90
        )

    panel = client.get(reverse("wagtailadmin_pages:edit", args=[campaign.pk])).content.decode()
    listing = client.get(reverse("campaigns:index")).content.decode()

    assert f"<strong>{words}</strong>" in panel
    assert words in listing
    assert "/c/verkeer/" in panel
    for page in (panel, listing):
        assert "90 aanmeldingen" not in page
        assert "9 aanmeldingen" not in page
        assert "AnonymousCount" not in page


def test_the_list_of_campaigns_asks_for_all_totals_at_once(
    campaign, client, sign_in, site_tree, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    sign_in(groups.COMMUNICATION)
    client.get(reverse("campaigns:index"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("campaigns:index"))
    for _number in range(8):
        CampaignPageFactory(parent=site_tree.home)
    client.get(reverse("campaigns:index"))
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("campaigns:index"))

    totals = [query for query in many if "anonymouscount" in query["sql"]]
    assert len(totals) == 1
    assert len(few) > 0


def test_a_new_campaign_has_a_code_but_nothing_to_print_yet(site_tree, client, sign_in):
    sign_in(groups.COMMUNICATION)
    url = reverse("wagtailadmin_pages:add", args=["home", "campaignpage", site_tree.home.pk])

    form = client.get(url).content.decode()

    assert 'name="short_code" value="' in form
    assert "campaign-print" not in form
