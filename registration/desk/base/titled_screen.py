"""Screens that stand on their own in the menu."""

from typing import Any

from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class TitledScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen whose own title ends the path above it; without that, Wagtail would say "Home"."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path with this screen at its end."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]
