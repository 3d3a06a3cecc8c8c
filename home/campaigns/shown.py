"""The campaigns that other pages show, with an example for the chooser of blocks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from home.blocks.links import PREVIEW_LINK
from home.campaigns.page import CampaignPage
from home.page_index import load_page_index


@dataclass(frozen=True)
class ShownCampaign:
    """A campaign with the address of its page."""

    page: CampaignPage
    url: str


def campaign_of_banner(value: Any) -> ShownCampaign | None:
    """Return the campaign that a `CampaignBannerBlock` shows now, if any.

    Args:
        value: of the block.
    """
    if value.is_preview:
        return _example()
    running = CampaignPage.objects.running(timezone.now())
    if chosen := value.get("campaign"):
        running = running.filter(translation_key=chosen.translation_key)
    return next(iter(_with_urls(running.select_related("picture")[:1])), None)


def campaigns_of_list(value: Any) -> dict[str, list[ShownCampaign]]:
    """Return what a `CampaignListBlock` shows: the campaigns that are `running`, and `over`.

    Args:
        value: of the block.
    """
    if value.is_preview:
        return {"running": [_example()], "over": []}
    now = timezone.now()
    return {
        "running": _with_urls(CampaignPage.objects.running(now)),
        "over": _with_urls(CampaignPage.objects.over(now)),
    }


def _with_urls(pages: Iterable[CampaignPage]) -> list[ShownCampaign]:
    entries = load_page_index().entries
    return [ShownCampaign(page, entries[page.pk].url) for page in pages if page.pk in entries]


def _example() -> ShownCampaign:
    now = timezone.now()
    page = CampaignPage(
        title="Een brief kan ook",
        intro="Je hoeft de ander niet te zien.",
        starts_at=now - timedelta(days=30),
        ends_at=now + timedelta(days=30),
        banner_label="Campagne",
        banner_heading="Een brief kan ook",
        banner_text="Je hoeft de ander niet te zien om iets te vragen of te zeggen.",
        banner_link_text="Lees over een brief",
    )
    return ShownCampaign(page, PREVIEW_LINK["external_url"])
