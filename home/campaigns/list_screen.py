"""All campaigns in the admin: when each runs, and how many registered through it."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.permissions import page_permission_policy

from home.campaigns.page import CampaignPage
from home.campaigns.totals import totals_in_words


class CampaignMenuItem(MenuItem):
    """Only for who works on pages; the desk has nothing to do with campaigns."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may open the list."""
        required = CampaignIndexView.any_permission_required
        return page_permission_policy.user_has_any_permission(request.user, required)


class CampaignIndexView(IndexView):
    """The list; the totals of all its rows are asked for at once."""

    default_ordering = "-starts_at"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give each row its total in words."""
        context = super().get_context_data(**kwargs)
        pages = context["object_list"]
        totals = totals_in_words({page.short_code for page in pages})
        for page in pages:
            page.total = totals[page.short_code]
        return context


class CampaignListing(PageListingViewSet):
    """A list of its own, because campaigns may stand anywhere in the page tree."""

    model = CampaignPage
    name = "campaigns"
    index_view_class = CampaignIndexView
    menu_item_class = CampaignMenuItem
    icon = "calendar-alt"
    menu_label = _("Campaigns")
    menu_order = 330
    add_to_admin_menu = True
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("period", label=_("Period"), sort_key="starts_at"),
        Column("state", label=_("Where it stands"), accessor="state.label"),
        Column("short_code", label=_("Short code")),
        Column("total", label=_("Registrations")),
        PageStatusColumn("status", label=_("Status"), sort_key="live"),
    ]
