"""The page type for people who are not sure yet; there is one per language."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import path
from wagtail.search import index

from perspectief.page_roles import PageRole
from registration.journey.definition import Journey
from registration.public_pages.bases import JourneyPage
from registration.public_pages.journeys import journey_with_code
from registration.reminder.addresses import CANCEL_SLUGS
from registration.reminder.views import respond, respond_to_csrf_failure
from registration.vocabulary.journeys import JourneyCode


class NotYetPage(JourneyPage):
    """Three choices: be called without a story, be reminded once, or only read on.

    Two forms live below its address, and the page that cancels a reminder.
    """

    intro = models.TextField(
        _("introduction"), help_text=_("That not being sure is fine, in a sentence or two.")
    )
    story_later_text = models.TextField(
        _("about being called"),
        help_text=_(
            "What people fill in if they want to tell their story later, and what happens then."
        ),
    )
    reminder_text = models.TextField(
        _("about the reminder"), help_text=_("That there is one e-mail, and how to cancel it.")
    )
    information_text = models.TextField(
        _("about reading on"), help_text=_("That reading on tells us nothing about anyone.")
    )
    read_on = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page to read next"),
        help_text=_("The Dutch page; English readers get its translation. Empty: the home page."),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels = [
        *JourneyPage.content_panels,
        FieldPanel("intro"),
        FieldPanel("story_later_text"),
        FieldPanel("reminder_text"),
        FieldPanel("information_text"),
        PageChooserPanel("read_on"),
    ]
    search_fields = [
        *JourneyPage.search_fields,
        index.SearchField("intro"),
        index.SearchField("story_later_text"),
        index.SearchField("reminder_text"),
        index.SearchField("information_text"),
    ]
    page_role = PageRole.NOT_YET
    page_description = _("For people who are not sure yet; one for each language.")
    journey_code = JourneyCode.STORY_LATER
    template = "registration/not_yet_page.html"

    class Meta:
        verbose_name = _("page for people who are not sure yet")
        verbose_name_plural = _("pages for people who are not sure yet")

    @property
    def journey(self) -> Journey:
        """The form that is shown: of the two, the one whose address it is."""
        reminder = self._reminder
        return reminder if reminder.slugs_of(self.shown_slug) else super().journey

    @property
    def _reminder(self) -> Journey:

        return journey_with_code(JourneyCode.REMINDER)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add where each of the three choices leads, and where a reminder is cancelled."""
        context = super().get_context(request, *args, **kwargs)
        language, url = self.locale.language_code, self.get_url(request)
        context["reminder_url"] = f"{url}{self._reminder.first_step.slugs[language]}/"
        context["cancel_reminder_url"] = f"{url}{CANCEL_SLUGS[language]}/"
        read_on = self.read_on.localized if self.read_on else None
        if read_on is None or not read_on.live:
            read_on = self.get_parent()
        context["read_on_url"] = read_on.get_url(request)
        return context

    @path("<slug:slug>/")
    def form_page(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer a request to a step of a form, or to the page that cancels a reminder."""

        if slug not in CANCEL_SLUGS.values():
            return super().form_page(request, slug)
        self.shown_slug = slug
        return respond(self, request, slug)

    def serve_csrf_failure(self, request: HttpRequest, reason: str) -> HttpResponse:
        """Answer a form that came without a valid safety token, keeping what was typed."""

        slug = request.path.rstrip("/").rpartition("/")[2]
        self.shown_slug = slug
        if slug not in CANCEL_SLUGS.values():
            return super().serve_csrf_failure(request, reason)
        return respond_to_csrf_failure(self, request)

    def get_alternate_urls(self, request: HttpRequest) -> dict[str, str]:
        """Return the addresses of the same step or page in every language."""
        if self.shown_slug not in CANCEL_SLUGS.values():
            return super().get_alternate_urls(request)
        pages = super().get_alternate_urls(request)
        return {language: f"{url}{CANCEL_SLUGS[language]}/" for language, url in pages.items()}
