"""What editors find in the page of a campaign beside its fields: print, and how many registered."""

from typing import Any

from wagtail.admin.panels import Panel

from home.campaigns.short_links import short_link_url
from home.campaigns.totals import totals_in_words


class CampaignPrintPanel(Panel):
    """The short link, its QR code to download, and the total of registrations."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one page."""

        template_name = "home/campaigns/print_panel.html"

        def is_shown(self) -> bool:
            """Not before the page is saved: only then its code is sure to be its own."""
            return self.instance.pk is not None and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add `campaign`, `short_url`, and `total` in words."""
            code = self.instance.short_code
            return super().get_context_data(parent_context) | {
                "campaign": self.instance,
                "short_url": short_link_url(code, self.instance.locale),
                "total": totals_in_words([code])[code],
            }
