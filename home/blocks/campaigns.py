"""Campaigns in other pages: the banner of one that runs, and the list of all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.links import PREVIEW_LINK
from home.blocks.sections import HeadingBlock, SectionValue
from home.page_index import load_page_index

if TYPE_CHECKING:
    from home.pages.campaigns import CampaignPage


@dataclass(frozen=True)
class ShownCampaign:
    """A campaign with the address of its page."""

    page: "CampaignPage"
    url: str


class CampaignBannerValue(blocks.StructValue):
    """A banner; `is_preview` in the chooser of blocks, where no campaign needs to run."""

    is_preview = False


class CampaignListValue(SectionValue):
    """A list; `is_preview` in the chooser of blocks."""

    is_preview = False


class CampaignBannerBlock(blocks.StructBlock):
    """The campaign that runs now, and nothing at all while none runs."""

    campaign = blocks.PageChooserBlock(
        label=_("Campaign"),
        page_type="home.CampaignPage",
        required=False,
        help_text=_("If left empty, the campaign that started last is shown."),
    )

    class Meta:
        icon = "calendar-alt"
        label = _("Campaign banner")
        group = _("Ways in")
        description = _(
            "The banner of a campaign, from its start to its end; before and after it "
            "there is nothing."
        )
        template = "home/blocks/campaign_banner.html"
        value_class = CampaignBannerValue
        preview_value = {"campaign": None}

    def get_preview_value(self) -> CampaignBannerValue:
        """Mark the value, so that an example is shown."""
        value = super().get_preview_value()
        value.is_preview = True
        return value

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add `shown`, a `ShownCampaign`, or None."""
        context = super().get_context(value, parent_context=parent_context)
        if value.is_preview:
            return context | {"shown": _example()}
        from home.pages.campaigns import CampaignPage

        running = CampaignPage.objects.running(timezone.now())
        if chosen := value.get("campaign"):
            running = running.filter(translation_key=chosen.translation_key)
        return context | {"shown": next(iter(_shown(running.select_related("picture")[:1])), None)}


class CampaignListBlock(blocks.StructBlock):
    """All campaigns that run, and those that are over."""

    heading = HeadingBlock(required=False, default="")

    class Meta:
        icon = "calendar-alt"
        label = _("List of campaigns")
        group = _("Ways in")
        description = _(
            "The campaigns that are running now and those that have ended, with their periods."
        )
        template = "home/blocks/campaign_list.html"
        value_class = CampaignListValue
        preview_value = {"heading": "Onze campagnes"}

    def get_preview_value(self) -> CampaignListValue:
        """Mark the value, so that an example is shown."""
        value = super().get_preview_value()
        value.is_preview = True
        return value

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add `running` and `over`, lists of `ShownCampaign`."""
        context = super().get_context(value, parent_context=parent_context)
        if value.is_preview:
            return context | {"running": [_example()], "over": []}
        from home.pages.campaigns import CampaignPage

        now = timezone.now()
        return context | {
            "running": _shown(CampaignPage.objects.running(now)),
            "over": _shown(CampaignPage.objects.over(now)),
        }


def _shown(pages: Iterable["CampaignPage"]) -> list[ShownCampaign]:
    entries = load_page_index().entries
    return [ShownCampaign(page, entries[page.pk].url) for page in pages if page.pk in entries]


def _example() -> ShownCampaign:
    from home.pages.campaigns import CampaignPage

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
