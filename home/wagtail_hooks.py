"""What editors of the public site find in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.navigation import SiteMenu


class SiteMenuViewSet(SnippetViewSet):
    """Menus, footer and phone number, in one place for each language."""

    model = SiteMenu
    icon = "list-ul"
    menu_label = _("Menus and footer")
    menu_order = 300
    add_to_admin_menu = True
    list_display = ["__str__", "locale", "phone"]


register_snippet(SiteMenuViewSet)
