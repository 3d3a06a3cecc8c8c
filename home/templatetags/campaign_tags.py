"""Template tags of campaigns."""

from django import template
from django.utils.safestring import SafeString

from home.campaigns.key_visuals import draw

register = template.Library()


@register.simple_tag
def campaign_drawing(drawing: str) -> SafeString:
    """Draw the half discs of a campaign; see `home.campaigns.key_visuals.draw`."""
    return draw(drawing)
