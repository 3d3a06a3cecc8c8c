"""A request to one's own page, and what each answer to it needs."""

from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from perspectief.readers_place import say_abroad
from perspectief.typed_form import TypedForm
from registration.casework import farewells
from registration.casework.merging import case_of
from registration.casework.wrong_ways import wrong_ways_of
from registration.journey.buttons import LANGUAGE
from registration.journey.host_page import HostPage
from registration.journey.sealing import sealed
from registration.models import OwnPageVisit, Registration
from registration.own_page import made_for, visits
from registration.own_page.addresses import Part
from registration.own_page.overview import Overview, overview_of, promised_before
from registration.own_page.time_left import TimeLeft
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.person import CrisisAudience
from registration.words.crisis_audience import audience_of_writer

NOTICE_PARAMETER = "notice"
STATE_AFTER = {
    "paused": Lifecycle.PAUSED,
    "resumed": Lifecycle.RECEIVED,
    "withdrawn": Lifecycle.WITHDRAWN,
}
ACTION_FIELD = "action"
# Name of the button that asks for more time; the script of the forms looks for it.
MORE_TIME = "save"


@dataclass
class Request:
    """A request to the page, and what an answer to it needs."""

    page: HostPage
    http: HttpRequest

    @cached_property
    def visit(self) -> OwnPageVisit | None:
        """The visit that goes on, if the visitor gave code and words."""
        return visits.find(self.http.session)

    @property
    def opened_with(self) -> Registration:
        """The registration whose code and words were given.

        Raises:
            LookupError: nobody gave code and words.
        """
        if self.visit is None or self.visit.registration is None:
            raise LookupError
        return self.visit.registration

    @cached_property
    def registration(self) -> Registration:
        """The registration that is looked at: the one that stays open, if the desk joined two.

        Raises:
            LookupError: nobody gave code and words.
        """
        return case_of(self.opened_with)

    def overview(self) -> Overview:
        """Return what there is to see.

        Raises:
            LookupError: nobody gave code and words.
        """
        return overview_of(self.registration, self.opened_with)

    def for_contact_form(self) -> dict[str, Any]:
        """Return what the form to change contact needs: what is known, and until when we promised.

        Raises:
            LookupError: nobody gave code and words.
        """
        answers = self.registration.read_answers()
        return {
            "kept": answers,
            "wrong": wrong_ways_of(self.registration.pk).names(answers),
            "promised_before": promised_before(self.registration, timezone.now()),
        }

    def url(self, part: Part | None = None, notice: str = "") -> str:
        """Return the address of the page or of a part of it."""
        slug = f"{part.value[self.page.locale.language_code]}/" if part else ""
        query = f"?{NOTICE_PARAMETER}={notice}" if notice else ""
        return f"{self.page.get_url(self.http)}{slug}{query}"

    def render(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        """Return a page that no cache and no search engine gets to see."""
        if self.visit is not None and template != "entry":
            context["crisis_audience"] = audience_of_writer(self.registration.read_answers())
            if context["crisis_audience"] == CrisisAudience.ABROAD:
                say_abroad(self.http)
            if template == "change":
                context["typed_form"] = TypedForm("change-form", LANGUAGE)
            context[made_for.FIELD] = made_for.stamp(self.opened_with, self.registration)
            context["time_warning"] = TimeLeft(self.visit.expires_at, gone_url=self.url())
        response = self.page.render(
            self.http,
            template=f"registration/own_page/{template}.html",
            context_overrides={
                "front_url": self.url(),
                **{f"{part.name.lower()}_url": self.url(part) for part in Part},
                "action_name": ACTION_FIELD,
                "more_time_name": MORE_TIME,
                **context,
            },
        )
        response.status_code = status
        return sealed(response)

    def redirect(self, url: str) -> HttpResponse:
        """Return a redirect with the same protection."""
        return sealed(HttpResponseRedirect(url))

    @property
    def stamp(self) -> str:
        """What the form that was sent carried of the page that it stood on."""
        return self.http.POST.get(made_for.FIELD, "")

    def may_be_mailed(self) -> bool:
        """Return whether a mail will confirm what ends; a double's code tells no permission.

        Raises:
            LookupError: nobody gave code and words.
        """
        is_own_code = self.registration.pk == self.opened_with.pk
        return is_own_code and farewells.recipient_of(self.registration) is not None

    def show_conflict(self, alert: str) -> HttpResponse:
        """Return what there is to see now, and why nothing was done.

        Raises:
            LookupError: nobody gave code and words.
        """
        overview = self.overview()
        return self.render("overview", HTTPStatus.CONFLICT, overview=overview, alert=alert)

    def notice(self) -> str:
        """Return what was done just before, in words; "" if nothing, or if it is no longer so."""
        notice = self.http.GET.get(NOTICE_PARAMETER)
        if notice in STATE_AFTER and not (
            self.visit and self.registration.state == STATE_AFTER[notice]
        ):
            return ""  # loaded again after something else happened
        match notice:
            case "saved":
                return _("Saved. The registration desk can see your change straight away.")
            case "unchanged":
                return _("What you filled in is what we already had. Nothing changes.")
            case "paused" | "withdrawn":  # the state itself stands below
                return _("Done. The registration desk can see it straight away.")
            case "resumed":
                return _("We continue. The registration desk can see it straight away.")
            case "closed":
                return _("Your page is closed on this device.")
            case "too_late":
                return _("This is no longer possible. Call us and we will look at it together.")
        return ""
