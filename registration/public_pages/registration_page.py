"""The page that explains what registering means, and mounts the form; one per language."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from perspectief.page_roles import PageRole, page_url
from registration.casework.campaigns import code_in, query_with
from registration.journey.question import QUESTION
from registration.journey.story_later import STORY_LATER
from registration.public_pages.bases import TEXT_FEATURES, JourneyPage
from registration.vocabulary.journeys import JourneyCode


class RegistrationPage(JourneyPage):
    """Explains what registering means; the steps of the form live below its address."""

    intro = models.TextField(
        _("introduction"), help_text=_("Who this is for, in two or three short sentences.")
    )
    what_happens = RichTextField(
        _("what happens after registering"),
        features=TEXT_FEATURES,
        help_text=_("The steps from sending the form to the conversation with a mediator."),
    )
    what_we_ask = RichTextField(
        _("what we ask"),
        features=TEXT_FEATURES,
        help_text=_("What questions people get, and which they can leave blank."),
    )
    time_needed = models.CharField(
        _("time needed"), max_length=250, help_text=_("How long filling in the form takes.")
    )
    costs = models.CharField(_("costs"), max_length=250, help_text=_("That it costs nothing."))
    phone_alternative = models.TextField(
        _("by phone instead"), help_text=_("For people who would rather call.")
    )
    your_data = RichTextField(
        _("what happens with the data"),
        features=TEXT_FEATURES,
        help_text=_("In a few sentences; a link to the privacy page is added automatically."),
    )

    content_panels = [
        *JourneyPage.content_panels,
        FieldPanel("intro"),
        FieldPanel("what_happens"),
        FieldPanel("what_we_ask"),
        MultiFieldPanel(
            [FieldPanel("time_needed"), FieldPanel("costs"), FieldPanel("phone_alternative")],
            heading=_("Beside the text"),
        ),
        FieldPanel("your_data"),
    ]
    search_fields = [
        *JourneyPage.search_fields,
        index.SearchField("intro"),
        index.SearchField("what_happens"),
        index.SearchField("what_we_ask"),
        index.SearchField("your_data"),
    ]
    page_role = PageRole.REGISTER
    page_description = _("The start of the registration form; one for each language.")
    journey_code = JourneyCode.REGISTRATION
    template = "registration/landing.html"

    class Meta:
        verbose_name = _("registration page")
        verbose_name_plural = _("registration pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add where one asks for a call only, or asks a question; "" without such a page."""
        context = super().get_context(request, *args, **kwargs)
        query = query_with(code_in(request))
        for name, role, journey in (
            ("story_later_url", PageRole.NOT_YET, STORY_LATER),
            ("ask_url", PageRole.QUESTION, QUESTION),
        ):
            language = self.locale.language_code
            page = page_url(role, language)
            slug = journey.first_step.slugs[language]
            context[name] = f"{page}{slug}/{query}" if page else ""
        return context
