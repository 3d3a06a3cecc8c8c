"""Template tags of campaigns."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from home.campaigns import shown
from home.campaigns.key_visuals import draw

register = template.Library()


@register.simple_tag
def campaign_drawing(drawing: str) -> SafeString:
    """Draw the half discs of a campaign; see `home.campaigns.key_visuals.draw`."""
    return draw(drawing)


@register.simple_tag
def campaign_of_banner(value: Any) -> shown.ShownCampaign | None:
    """Return the campaign that the block shows; see `home.campaigns.shown`."""
    return shown.campaign_of_banner(value)


@register.simple_tag
def campaigns_of_list(value: Any) -> dict[str, list[shown.ShownCampaign]]:
    """Return the campaigns that the block shows; see `home.campaigns.shown`."""
    return shown.campaigns_of_list(value)
