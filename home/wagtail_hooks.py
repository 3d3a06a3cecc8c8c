"""What editors of the public site find in the admin."""

from typing import Any

from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from home.bilingual import creating, refusal
from home.bilingual.same_words import SameWord
from home.campaigns import print_views
from home.campaigns.list_screen import CampaignListing
from home.demo_content import LOG_ACTION
from home.figures.viewsets import FigureGroup, keep_figures_in_use
from home.management.commands import publish_scheduled
from home.navigation.menu import SiteMenu


class SiteMenuViewSet(SnippetViewSet):
    """Menus and footer, in one place for each language."""

    model = SiteMenu
    icon = "list-ul"
    menu_label = _("Menus and footer")
    menu_order = 300
    add_to_admin_menu = True
    list_display = ["__str__", "locale"]


class AddSameWordView(CreateView):
    """Begins with the word of the link that led here."""

    def get_initial(self) -> dict[str, Any]:
        """Return what is filled in."""
        return {**super().get_initial(), "text": self.request.GET.get("text", "")}


class SameWordViewSet(SnippetViewSet):
    """Words that may stand on English pages as they are on Dutch ones."""

    model = SameWord
    add_view_class = AddSameWordView
    icon = "title"
    menu_label = _("Same in English")
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["text"]


register_snippet(SiteMenuViewSet)
register_snippet(SameWordViewSet)
register_snippet(FigureGroup)
hooks.register("before_delete_snippet", keep_figures_in_use)
for name in ("before_publish_page", "before_publish"):
    hooks.register(name, refusal.before_publish)
hooks.register("register_page_header_buttons", creating.way_to_dutch_place)


@hooks.register("register_admin_urls")
def campaign_print_urls() -> list[URLPattern]:
    """QR codes and sheets of campaigns."""
    return print_views.urlpatterns


@hooks.register("register_admin_viewset")
def campaign_listing() -> CampaignListing:
    """The list of campaigns."""
    return CampaignListing()


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name what the history of a page says of demo pages and of schedules."""
    actions.register_action(LOG_ACTION, _("Make demo page"), _("Made as a demo page"))
    actions.register_action(publish_scheduled.LOG_ACTION)(refusal.WithdrawnScheduleFormatter)
