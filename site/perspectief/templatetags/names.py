"""Names and titles that somebody typed, as they can stand in a sentence."""

from typing import Any

from django import template

from perspectief import invisible

register = template.Library()


@register.filter
def isolated(text: Any) -> str:
    """Return a name or title that turns nothing round it, whichever way it is written."""
    return invisible.isolated(str(text))
