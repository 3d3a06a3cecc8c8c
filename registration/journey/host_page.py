"""What the views of a form ask of the page they stand on; they know no page type."""

from typing import Any, Protocol

from django.http import HttpRequest
from django.template.response import TemplateResponse
from wagtail.models import Locale

from registration.journey.definition import Journey


class HostPage(Protocol):
    """A page with addresses below its own."""

    locale: Locale

    def get_url(self, request: HttpRequest | None = None) -> str | None:
        """Return the path of the page."""

    def render(self, request: HttpRequest, *args: Any, **kwargs: Any) -> TemplateResponse:
        """Return the page in a template of the views."""


class JourneyHost(HostPage, Protocol):
    """A page that mounts a form."""

    @property
    def journey(self) -> Journey:
        """The form whose address was asked for."""
