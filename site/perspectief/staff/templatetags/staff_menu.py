"""The menu of the admin as plain links: Wagtail's own is drawn by a script."""

from typing import Any

from django import template
from wagtail.admin.menu import admin_menu
from wagtail.admin.ui.sidebar import MenuItem

register = template.Library()


@register.simple_tag(takes_context=True)
def menu_of_admin(context: dict[str, Any]) -> list[MenuItem]:
    """Return the items of the menu for who looks, each with a label and a `url` or `menu_items`."""
    items: list[MenuItem] = admin_menu.render_component(context["request"])
    return items
