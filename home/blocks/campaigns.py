"""Campaigns in other pages: the banner of one that runs, and the list of all.

Their templates ask which those are (`campaign_tags`): a campaign is a page, and pages hold blocks.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.sections import HeadingBlock, SectionValue


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
