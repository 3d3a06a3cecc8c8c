"""What the login page says about demo accounts."""

from typing import Any

from django import template
from django.conf import settings

from perspectief.staff import second_factor

register = template.Library()


@register.simple_tag(takes_context=True)
def demo_accounts(context: dict[str, Any]) -> list[str]:
    """Return the user names that need no second factor on this machine; empty anywhere else."""
    if not second_factor.is_local(context["request"]):
        return []
    names = settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES
    return [name for name in names if name != second_factor.ANYBODY]
