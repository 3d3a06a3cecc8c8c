"""Data of the frame that no page and no database is needed for; also the error pages use it."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def leave_target() -> str:
    """Return the address of the ordinary site to which "leave this site now" leads."""
    return settings.LEAVE_URL
