"""Data of the frame that no page and no database is needed for; also the error pages use it."""

from django import template
from django.conf import settings

from perspectief.last_known_phone import last_known_phone
from perspectief.phone_number import phone_link

register = template.Library()


@register.simple_tag
def leave_target() -> str:
    """Return the address of the ordinary site to which "leave this site now" leads."""
    return settings.LEAVE_URL


@register.inclusion_tag("includes/last_known_phone.html")
def phone_without_database(language: str) -> dict[str, str]:
    """Show the last number that this server knew, as readers of `language` read it."""
    number = last_known_phone(language)
    return {"number": number, "link": phone_link(number)}
