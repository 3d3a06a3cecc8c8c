"""The contact page, which mounts the question form; one per language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from perspectief.page_roles import PageRole
from registration.public_pages.bases import TEXT_FEATURES, JourneyPage
from registration.vocabulary.journeys import JourneyCode


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
    page_role = PageRole.QUESTION
    page_description = _("The contact page with the question form; one for each language.")
    journey_code = JourneyCode.QUESTION
    template = "registration/question_page.html"

    class Meta:
        verbose_name = _("question page")
        verbose_name_plural = _("question pages")
