"""The name of a colleague, as it can stand in a sentence."""

from typing import Any

from django import template

from perspectief.staff import names

register = template.Library()


@register.filter
def name_of(account: Any) -> str:
    """Return the name of a colleague, or the user name of one without it; "" of nobody."""
    return names.name_of(account or None)
