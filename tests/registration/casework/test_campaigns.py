"""Registrations that came in through a campaign are counted, and nothing else is known of them."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from registration.casework.campaigns import DIMENSION, campaign_totals
from registration.models import AnonymousCount, Draft, Registration
from tests.home.campaigns.factories import CampaignPageFactory, plant_campaign
from tests.registration.journey.conftest import clock  # noqa: F401 - a fixture
from tests.registration.journey.visitor import LEAST, Visitor, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def campaign(site_tree, clock):  # noqa: F811 - the fixture
    return plant_campaign(site_tree.home)


def counted() -> dict[str, int]:
    return dict(AnonymousCount.objects.filter(dimension=DIMENSION).values_list("code", "count"))


def register(language: str, query: str) -> Visitor:
    """Send the form as somebody who came with `query` in the address of the first step."""
    visitor = Visitor(language)
    visitor.send("about_you", LEAST["about_you"], query)
    visitor.fill_in()
    visitor.browser.get(visitor.send("check", visitor.consent())["Location"])
    return visitor


@pytest.mark.parametrize(("language", "page"), [("nl", "/onderweg/"), ("en", "/en/onderweg-en/")])
def test_the_buttons_of_the_page_lead_to_a_form_that_counts(client, language, page):
    landing = "/aanmelden/" if language == "nl" else "/en/register/"
    text = client.get(page).content.decode()
    assert f'href="{landing}?via=verkeer"' in text
    assert f'href="{landing}"' not in text

    start = client.get(f"{landing}?via=verkeer").content.decode()
    visitor = Visitor(language)
    assert f'href="{visitor.url("about_you")}?via=verkeer"' in start

    register(language, "?via=verkeer")

    assert counted() == {"verkeer": 1}
    assert Registration.objects.count() == 1


def test_both_languages_count_together():
    for language in ("nl", "en", "nl"):
        register(language, "?via=verkeer")

    assert counted() == {"verkeer": 3}


def test_links_in_blocks_carry_the_code_too(campaign, client):
    link = {"label": "Meld je aan", "page": None, "external_url": "", "special": "register"}
    campaign.body = [("call_to_action", {"heading": "Wil je praten?", "text": "", "link": link})]
    campaign.save_revision().publish()

    text = client.get("/onderweg/").content.decode()

    assert 'href="/aanmelden/?via=verkeer">Meld je aan</a>' in text
    assert "via=" not in client.get("/").content.decode()
    campaign.refresh_from_db()
    assert "via=" not in str(campaign.body.raw_data)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?via=",
        "?via=anders",
        "?via=VERKEER",
        f"?via={'x' * 5000}",
        "?via=%F0%9F%98%80",
        "?via=verkeer'--",
    ],
    ids=len,
)
def test_other_codes_are_ignored(query):
    visitor = register("nl", query)

    assert "Bedankt" in text_of(visitor.read("thank_you")) or Registration.objects.count() == 1
    assert counted() == {}


def test_an_unpublished_campaign_is_not_counted(campaign):
    campaign.unpublish()
    campaign.get_translations().get().unpublish()

    register("nl", "?via=verkeer")

    assert counted() == {}


def test_a_double_click_counts_once():
    visitor = Visitor("nl")
    visitor.send("about_you", LEAST["about_you"], "?via=verkeer")
    visitor.fill_in()
    consent = visitor.consent()

    visitor.send("check", consent)
    visitor.send("check", consent)

    assert counted() == {"verkeer": 1}


def test_the_code_is_in_the_draft_only_and_encrypted():
    visitor = Visitor("nl")
    visitor.send("about_you", LEAST["about_you"], "?via=verkeer")

    draft = Draft.objects.get()
    assert draft.answers["campaign"] == "verkeer"
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM registration_draft")
        assert b"verkeer" not in bytes(cursor.fetchone()[0])
    assert "verkeer" not in str(dict(visitor.browser.session))

    visitor.fill_in()
    visitor.send("check", visitor.consent())

    assert Draft.objects.get().answers == {}
    registration = Registration.objects.get()
    assert "verkeer" not in str(registration.answers)
    assert "verkeer" not in str(
        [getattr(registration, field.attname) for field in registration._meta.fields]
    )


def test_a_later_step_without_the_code_keeps_it_and_another_campaign_replaces_it(
    campaign, site_tree
):
    CampaignPageFactory(parent=site_tree.home, short_code="brief")
    visitor = Visitor("nl")
    visitor.send("about_you", LEAST["about_you"], "?via=verkeer")
    visitor.send("about_you", LEAST["about_you"])
    assert Draft.objects.get().answers["campaign"] == "verkeer"

    visitor.send("about_you", LEAST["about_you"], "?via=brief")
    assert Draft.objects.get().answers["campaign"] == "brief"


def test_totals_below_ten_are_nobodys_business(settings):
    month = datetime(2026, 11, 1, tzinfo=UTC).date()
    for code, number in {"negen": 9, "tien": 10}.items():
        AnonymousCount.objects.create(month=month, dimension=DIMENSION, code=code, count=number)

    assert campaign_totals(["negen", "tien", "nul"]) == {
        "negen": None,
        "tien": 10,
        "nul": None,
    }
    settings.SMALLEST_SHOWN_TOTAL = 5
    assert campaign_totals(["negen"]) == {"negen": 9}
