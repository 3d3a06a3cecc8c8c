"""The two page types of the registration app: the page that mounts the form, and the privacy page.

There is one of each per language, found by type. Communications staff edit their texts; only an
administrator can take them away (`page_permissions.py`).
"""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.search import index

from home.pages import BasePage
from registration.page_permissions import PermanentPagePermissionTester
from registration.privacy import current_privacy_statement, is_form_open

TEXT_FEATURES = ["bold", "ol", "ul", "link"]


class PermanentPage(BasePage):
    """A page that the site cannot do without: one per language, below the home page."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse a date on which the page would disappear by itself.

        Raises:
            ValidationError: an expiry date is set.
        """
        super().clean()
        if self.expire_at:
            raise ValidationError({"expire_at": _("This page must stay. Remove the expiry date.")})

    def permissions_for_user(
        self, user: AbstractBaseUser | AnonymousUser
    ) -> PermanentPagePermissionTester:
        """Return what `user` may do with this page."""
        return PermanentPagePermissionTester(user, self)


class RegistrationPage(RoutablePageMixin, PermanentPage):
    """Explains what registering means; the steps of the form live below its address."""

    intro = models.TextField(
        _("introduction"), help_text=_("For whom this is, in two or three short sentences.")
    )
    what_happens = RichTextField(
        _("what happens after registering"),
        features=TEXT_FEATURES,
        help_text=_("The steps from sending the form to the talk with a mediator."),
    )
    what_we_ask = RichTextField(
        _("what we ask"),
        features=TEXT_FEATURES,
        help_text=_("Which questions people get, and which they may leave empty."),
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
        help_text=_("In a few sentences; a link to the privacy page follows by itself."),
    )

    content_panels = [
        *PermanentPage.content_panels,
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
        *PermanentPage.search_fields,
        index.SearchField("intro"),
        index.SearchField("what_happens"),
        index.SearchField("what_we_ask"),
        index.SearchField("your_data"),
    ]
    page_description = _("The start of the registration form; one for each language.")
    # Last part of the address of the step that is shown; "" for the page itself.
    shown_slug = ""
    template = "registration/landing.html"

    class Meta:
        verbose_name = _("registration page")
        verbose_name_plural = _("registration pages")

    @property
    def seo_noindex(self) -> bool:
        """Whether search engines must leave out what is shown: the steps, not the page itself."""
        return self.shown_slug != ""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the page itself and its steps both need."""
        # Imported here, as below: these modules need the models, and so this one.
        from registration.journey.steps import ABOUT_YOU
        from registration.page_urls import privacy_page_url

        context = super().get_context(request, *args, **kwargs)
        language = self.locale.language_code
        context["is_form_open"] = is_form_open()
        context["start_url"] = f"{self.get_url(request)}{ABOUT_YOU.slugs[language]}/"
        context["privacy_url"] = privacy_page_url(request, language)
        return context

    @path("<slug:slug>/")
    def form_page(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer a request to a step of the form."""
        from registration.journey.views import respond

        self.shown_slug = slug
        return respond(self, request, slug)

    def serve_csrf_failure(self, request: HttpRequest, reason: str) -> HttpResponse:
        """Answer a step that came without a valid safety token, keeping what was typed."""
        from registration.journey.csrf_recovery import respond_to_csrf_failure

        self.shown_slug = request.path.rstrip("/").rpartition("/")[2]
        return respond_to_csrf_failure(self, request, self.shown_slug)

    def get_alternate_urls(self, request: HttpRequest) -> dict[str, str]:
        """Return the addresses of the same step, so that changing the language keeps the draft."""
        from registration.journey.steps import slugs_of

        slugs = slugs_of(self.shown_slug)
        return {
            language: f"{url}{slugs[language]}/" if slugs else url
            for language, url in super().get_alternate_urls(request).items()
        }


class PrivacyPage(PermanentPage):
    """Shows the privacy statement that is in force, and what we do with cookies."""

    intro = models.TextField(
        _("introduction"),
        help_text=_("The statement itself follows by itself; the coordinator keeps its versions."),
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
