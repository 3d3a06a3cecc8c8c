"""Names and titles that somebody typed, as they can stand in a sentence."""

from typing import Any

from django import template

from perspectief import invisible
from perspectief.staff import names

register = template.Library()


@register.filter
def isolated(text: Any) -> str:
    """Return a name or title that turns nothing round it, whichever way it is written."""
    return invisible.isolated(str(text))


@register.filter
def name_of(account: Any) -> str:
    """Return the name of a colleague, or the user name of one without it; "" of nobody."""
    return names.name_of(account or None)
