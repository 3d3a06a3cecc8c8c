"""The page that shows the privacy statement in force; one per language."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from perspectief.page_roles import PageRole
from registration.casework.statement_in_force import shown_privacy_statement
from registration.public_pages.bases import PermanentPage
from registration.rules.placeholders import fill_in
from registration.words.reaching_us import how_to_reach_us


class PrivacyPage(PermanentPage):
    """Shows the privacy statement that is in force, and what we do with cookies."""

    intro = models.TextField(
        _("introduction"),
        help_text=_(
            "The statement itself is added automatically; the coordinator manages its versions."
        ),
    )

    content_panels = [*PermanentPage.content_panels, FieldPanel("intro")]
    search_fields = [*PermanentPage.search_fields, index.SearchField("intro")]
    page_role = PageRole.PRIVACY
    page_description = _("The privacy statement; one page for each language.")
    template = "registration/privacy_page.html"

    class Meta:
        verbose_name = _("privacy page")
        verbose_name_plural = _("privacy pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the statement in force, None while there is no approved one, and its text."""
        context = super().get_context(request, *args, **kwargs)
        statement = shown_privacy_statement()
        context["statement"] = statement
        values = {name: escape(words) for name, words in how_to_reach_us().items()}
        context["text"] = fill_in(statement.body, values) if statement else ""
        return context
