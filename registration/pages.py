"""The page types of the registration app: those that mount a form, and the privacy page.

There is one of each per language, found by type. Communications staff edit their texts; only an
administrator can take them away (`page_permissions.py`).
"""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from registration.codes import JourneyCode
from registration.page_bases import JourneyPage, PermanentPage
from registration.privacy import current_privacy_statement

TEXT_FEATURES = ["bold", "ol", "ul", "link"]


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
    page_description = _("The start of the registration form; one for each language.")
    journey_code = JourneyCode.REGISTRATION
    template = "registration/landing.html"

    class Meta:
        verbose_name = _("registration page")
        verbose_name_plural = _("registration pages")


class QuestionPage(JourneyPage):
    """The contact page: how to reach the desk; the question form lives below its address."""

    intro = models.TextField(
        _("introduction"), help_text=_("That people can ask anything, in two or three sentences.")
    )
    what_happens = RichTextField(
        _("what happens after asking"),
        features=TEXT_FEATURES,
        help_text=_("When someone will answer at the latest, and how."),
    )
    what_we_ask = RichTextField(
        _("what we ask"),
        features=TEXT_FEATURES,
        help_text=_("What questions people get, and which they can leave blank."),
    )
    costs = models.CharField(_("costs"), max_length=250, help_text=_("That it costs nothing."))
    phone_note = models.TextField(
        _("about calling"),
        help_text=_("What to know before calling; number and opening hours follow the menus."),
    )

    content_panels = [
        *JourneyPage.content_panels,
        FieldPanel("intro"),
        FieldPanel("what_happens"),
        FieldPanel("what_we_ask"),
        MultiFieldPanel(
            [FieldPanel("costs"), FieldPanel("phone_note")], heading=_("Beside the text")
        ),
    ]
    search_fields = [
        *JourneyPage.search_fields,
        index.SearchField("intro"),
        index.SearchField("what_happens"),
        index.SearchField("what_we_ask"),
    ]
    page_description = _("The contact page with the question form; one for each language.")
    journey_code = JourneyCode.QUESTION
    template = "registration/question_page.html"

    class Meta:
        verbose_name = _("question page")
        verbose_name_plural = _("question pages")


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
    page_description = _("The privacy statement; one page for each language.")
    template = "registration/privacy_page.html"

    class Meta:
        verbose_name = _("privacy page")
        verbose_name_plural = _("privacy pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the statement in force; None while there is no approved one."""
        context = super().get_context(request, *args, **kwargs)
        context["statement"] = current_privacy_statement()
        return context
