"""What page types of this app share: they must stay, and some mount a form below their address."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from home.pages import BasePage
from perspectief.page_roles import PageRole, page_url
from registration.casework.campaigns import code_in, query_with
from registration.casework.statement_in_force import is_form_open
from registration.journey.continue_views import respond_to_link
from registration.journey.csrf_recovery import respond_to_csrf_failure
from registration.journey.definition import CONTINUE_SLUGS, Journey
from registration.journey.views import respond
from registration.public_pages.journeys import journey_with_code
from registration.public_pages.page_permissions import PermanentPagePermissionTester
from registration.vocabulary.journeys import JourneyCode

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


class JourneyPage(RoutablePageMixin, PermanentPage):
    """A page that explains a form; the steps of the form live below its address."""

    journey_code: ClassVar[JourneyCode]
    # What follows the address of the page: the slug of a step, "" for the page itself; and the
    # token of a link to continue with, if there is one.
    shown_slug = ""
    shown_token = ""

    class Meta:
        abstract = True

    @property
    def journey(self) -> Journey:
        """The form that this page mounts."""
        return journey_with_code(self.journey_code)

    @property
    def seo_noindex(self) -> bool:
        """Whether search engines must leave out what is shown: the steps, not the page itself."""
        return self.shown_slug != ""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the page itself and its steps both need."""
        context = super().get_context(request, *args, **kwargs)
        language = self.locale.language_code
        context["is_form_open"] = is_form_open()
        first = self.journey.first_step.slugs[language]
        context["start_url"] = f"{self.get_url(request)}{first}/{query_with(code_in(request))}"
        if self.journey.is_savable:
            slug = CONTINUE_SLUGS[language]
            context["continue_url"] = f"{self.get_url(request)}{slug}/"
        context["privacy_url"] = page_url(PageRole.PRIVACY, language)
        context["own_page_url"] = page_url(PageRole.OWN_REGISTRATION, language)
        context["not_yet_url"] = page_url(PageRole.NOT_YET, language)
        context["paper_url"] = page_url(PageRole.PAPER_FORM, language)
        context["question_url"] = page_url(PageRole.QUESTION, language)
        return context

    @path("<slug:slug>/")
    def form_page(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer a request to a step of the form."""
        self.shown_slug = slug
        return respond(self, request, slug)

    @path("<slug:slug>/<slug:token>/")
    def saved_form_link(self, request: HttpRequest, slug: str, token: str) -> HttpResponse:
        """Answer the link in a mail, with which somebody goes on with a saved form."""
        self.shown_slug, self.shown_token = slug, token
        return respond_to_link(self, request, slug, token)

    def serve_csrf_failure(self, request: HttpRequest, reason: str) -> HttpResponse:
        """Answer a step that came without a valid safety token, keeping what was typed."""
        self.shown_slug = request.path.rstrip("/").rpartition("/")[2]
        return respond_to_csrf_failure(self, request, self.shown_slug)

    def get_alternate_urls(self, request: HttpRequest) -> dict[str, str]:
        """Return the addresses of the same step, so that changing the language keeps the draft."""
        slugs = self.journey.slugs_of(self.shown_slug)
        token = f"{self.shown_token}/" if self.shown_token else ""
        return {
            language: f"{url}{slugs[language]}/{token}" if slugs else url
            for language, url in super().get_alternate_urls(request).items()
        }
