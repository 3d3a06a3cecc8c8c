"""The page type that mounts the form for professionals; there is one per language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from perspectief.page_roles import PageRole
from registration.public_pages.bases import TEXT_FEATURES, JourneyPage
from registration.vocabulary.journeys import JourneyCode


class ReferralPage(JourneyPage):
    """Explains to professionals how to refer; the steps of the form live below its address."""

    intro = models.TextField(
        _("introduction"),
        help_text=_("Which professionals this is for, in two or three sentences."),
    )
    before_you_refer = RichTextField(
        _("before referring"),
        features=TEXT_FEATURES,
        help_text=_("What to discuss with the client first; without consent nothing can be sent."),
    )
    what_happens = RichTextField(
        _("what happens after referring"),
        features=TEXT_FEATURES,
        help_text=_("What the professional and the client hear from us."),
    )
    what_we_ask = RichTextField(
        _("what we ask"),
        features=TEXT_FEATURES,
        help_text=_("What questions professionals get, and what we do not need to know."),
    )
    time_needed = models.CharField(
        _("time needed"), max_length=250, help_text=_("How long filling in the form takes.")
    )
    phone_alternative = models.TextField(
        _("by phone instead"), help_text=_("For professionals who would rather call.")
    )
    your_data = RichTextField(
        _("what happens with the data"),
        features=TEXT_FEATURES,
        help_text=_("In a few sentences; a link to the privacy page is added automatically."),
    )

    content_panels = [
        *JourneyPage.content_panels,
        FieldPanel("intro"),
        FieldPanel("before_you_refer"),
        FieldPanel("what_happens"),
        FieldPanel("what_we_ask"),
        MultiFieldPanel(
            [FieldPanel("time_needed"), FieldPanel("phone_alternative")],
            heading=_("Beside the text"),
        ),
        FieldPanel("your_data"),
    ]
    search_fields = [
        *JourneyPage.search_fields,
        index.SearchField("intro"),
        index.SearchField("before_you_refer"),
        index.SearchField("what_happens"),
        index.SearchField("what_we_ask"),
        index.SearchField("your_data"),
    ]
    page_role = PageRole.REFERRAL
    page_description = _("The start of the form for professionals; one for each language.")
    journey_code = JourneyCode.REFERRAL
    template = "registration/referral_landing.html"

    class Meta:
        verbose_name = _("referral page")
        verbose_name_plural = _("referral pages")
