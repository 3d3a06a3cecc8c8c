"""Factories for campaigns."""

from datetime import datetime
from zoneinfo import ZoneInfo

import factory
import wagtail_factories
from wagtail.models import Page

from home.campaigns.page import CampaignPage
from home.campaigns.short_codes import new_short_code
from home.models import HomePage
from tests.home.factories import translate
from tests.support.planted_rows import planted_once

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(*parts: int) -> datetime:
    """A moment on a Dutch clock."""
    return datetime(*parts, tzinfo=AMSTERDAM)


class CampaignPageFactory(wagtail_factories.PageFactory):
    """A campaign of March 2027; give it `parent`."""

    title = "Eén moment op de weg"
    slug = factory.Sequence(lambda number: f"campagne-{number}")
    intro = "Ook na een ongeval kun je contact hebben."
    starts_at = at(2027, 3, 1)
    ends_at = at(2027, 4, 1)
    banner_label = "Campagne"
    banner_heading = "Eén moment op de weg"
    banner_text = "Daarna is alles anders."
    banner_link_text = "Lees wat er kan"
    short_code = factory.LazyFunction(new_short_code)

    class Meta:
        model = CampaignPage


@planted_once
def plant_campaign(home: HomePage) -> CampaignPage:
    """Make a campaign in both languages at /onderweg/, with the short code “verkeer”."""
    page = CampaignPageFactory(parent=home, slug="onderweg", short_code="verkeer")
    translate_campaign(page)
    return page


def translate_campaign(page: Page) -> CampaignPage:
    """The English page of a Dutch campaign, live."""
    english = translate(page, "One moment on the road", f"{page.slug}-en")
    english.banner_heading = "One moment"
    english.save_revision().publish()
    return english
