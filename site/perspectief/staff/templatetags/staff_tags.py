"""What the pages for staff say: demo accounts, and how many recovery codes are left."""

from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django import template
from django.conf import settings

from perspectief.staff import recovery, second_factor

register = template.Library()


@register.simple_tag(takes_context=True)
def demo_accounts(context: dict[str, Any]) -> list[str]:
    """Return the user names that need no second factor on this machine; empty anywhere else."""
    if not second_factor.is_local(context["request"]):
        return []
    names = settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES
    return [name for name in names if name != second_factor.ANYBODY]


@register.simple_tag
def recovery_codes_left(codes: RecoveryCodes) -> dict[str, Any]:
    """Return how many codes still work (`count`), and whether those are few (`are_few`)."""
    count = recovery.count_left(codes)
    return {"count": count, "are_few": recovery.are_few(count)}
