"""The page type of the form to print; there is one per language."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from perspectief.page_roles import PageRole
from registration.casework.statement_in_force import shown_privacy_statement
from registration.paper.printed import consent_label, printed_sections
from registration.public_pages.bases import PermanentPage


class PaperFormPage(PermanentPage):
    """The registration form on paper: everything on it comes from the form on the site."""

    intro = models.TextField(
        _("introduction"), help_text=_("Who this is for, in two or three short sentences.")
    )
    return_address = models.TextField(
        _("address to send it to"),
        blank=True,
        help_text=_(
            "As on an envelope. If there is no address, the form asks people to call for it."
        ),
    )

    content_panels = [
        *PermanentPage.content_panels,
        FieldPanel("intro"),
        FieldPanel("return_address"),
    ]
    search_fields = [*PermanentPage.search_fields, index.SearchField("intro")]
    page_role = PageRole.PAPER_FORM
    page_description = _("The registration form to print; one for each language.")
    template = "registration/paper_form.html"

    class Meta:
        verbose_name = _("form to print")
        verbose_name_plural = _("forms to print")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the questions, and the statement to agree to; without one there is no form."""

        context = super().get_context(request, *args, **kwargs)
        context["statement"] = shown_privacy_statement()
        if context["statement"] is not None:
            context["sections"] = printed_sections()
            context["consent_label"] = consent_label()
        return context
