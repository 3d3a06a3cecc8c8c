"""The page type of one's own page; one per language, found by type."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from perspectief.page_roles import PageRole
from registration.own_page.addresses import slugs_of
from registration.own_page.views import respond_to_csrf_failure, respond_to_front, respond_to_part
from registration.public_pages.bases import PermanentPage


class OwnRegistrationPage(RoutablePageMixin, PermanentPage):
    """Where a person sees and changes their registration with a code and secret words."""

    intro = models.TextField(
        _("introduction"), help_text=_("What people can do here, in two or three short sentences.")
    )

    content_panels = [*PermanentPage.content_panels, FieldPanel("intro")]
    search_fields = [*PermanentPage.search_fields, index.SearchField("intro")]
    page_role = PageRole.OWN_REGISTRATION
    page_description = _("Where people see and change their registration; one for each language.")
    template = "registration/own_page/entry.html"
    # Last part of the address that is shown; "" for the page itself.
    shown_slug = ""

    class Meta:
        verbose_name = _("page for your own registration")
        verbose_name_plural = _("pages for your own registration")

    @property
    def seo_noindex(self) -> bool:
        """Whether search engines must leave out what is shown: all but the way in."""
        return self.shown_slug != ""

    @path("")
    def front(self, request: HttpRequest) -> HttpResponse:
        """Answer a request to the page itself."""

        return respond_to_front(self, request)

    @path("<slug:slug>/")
    def part(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer a request to a part of it."""

        self.shown_slug = slug
        return respond_to_part(self, request, slug)

    def serve_csrf_failure(self, request: HttpRequest, reason: str) -> HttpResponse:
        """Answer a form that came without a valid safety token, keeping what was typed."""

        slug = request.path.rstrip("/").rpartition("/")[2]
        self.shown_slug = "" if slug == self.slug else slug
        return respond_to_csrf_failure(self, request, self.shown_slug)

    def get_alternate_urls(self, request: HttpRequest) -> dict[str, str]:
        """Return the addresses of the same part, so that changing the language stays there."""

        slugs = slugs_of(self.shown_slug)
        return {
            language: f"{url}{slugs[language]}/" if slugs else url
            for language, url in super().get_alternate_urls(request).items()
        }
