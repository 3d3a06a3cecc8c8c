"""One request to the form: whose draft, which addresses, which headers."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registration.deadlines import DESK_TIME_ZONE
from registration.journey import drafts
from registration.journey.progress import FormProgress
from registration.journey.steps import ABOUT_YOU, CHECK, STEPS, THANK_YOU_SLUGS, FormStep, Step
from registration.models import Draft

if TYPE_CHECKING:
    from registration.pages import RegistrationPage

# Codes in the query: no session is needed to say something once, and nothing personal is said.
NOTICE_PARAMETER = "notice"
RETURN_PARAMETER = "return"
RETURN_TO_CHECK = "check"


@dataclass
class Visit:
    """A request to a step, and what an answer to it needs."""

    page: "RegistrationPage"
    request: HttpRequest

    def __post_init__(self) -> None:
        self.now: datetime = timezone.now()
        self.language: str = self.page.locale.language_code

    @cached_property
    def draft(self) -> Draft | None:
        """The visitor's draft, if there is one and its time is not over."""
        return drafts.find(self.request.session)

    @property
    def is_expired(self) -> bool:
        """Whether the visitor had a draft that is gone now."""
        return self.draft is None and drafts.has_token(self.request.session)

    @property
    def returns_to_check(self) -> bool:
        """Whether the visitor came to change one answer."""
        return self.request.GET.get(RETURN_PARAMETER) == RETURN_TO_CHECK

    def progress(self) -> FormProgress:
        """Return how far the visitor is, as the draft stands now."""
        return FormProgress(self.draft, self.now)

    def url(self, step: Step, *, notice: str = "", to_change: bool = False) -> str:
        """Return the address of a step in the language of the page."""
        query = f"?{NOTICE_PARAMETER}={notice}" if notice else ""
        if to_change:
            query = f"?{RETURN_PARAMETER}={RETURN_TO_CHECK}"
        return f"{self._page_url}{step.slugs[self.language]}/{query}"

    def thank_you_url(self, *, notice: str = "") -> str:
        """Return the address of the page that thanks."""
        query = f"?{NOTICE_PARAMETER}={notice}" if notice else ""
        return f"{self._page_url}{THANK_YOU_SLUGS[self.language]}/{query}"

    @property
    def landing_url(self) -> str:
        """The address of the page that the steps belong to."""
        return self._page_url

    @cached_property
    def _page_url(self) -> str:
        return self.page.get_url(self.request) or "/"

    @property
    def check_url(self) -> str:
        """The address of the last step."""
        return self.url(CHECK)

    def save(self, step: Step, values: drafts.RawValues, *, is_checked: bool) -> None:
        """Keep what was typed in a step, in a new draft if there is none.

        Raises:
            DraftExpiredError: the draft is gone since this request began.
        """
        draft = self.draft or drafts.start(self.request.session)
        self.draft = drafts.save_step(draft, step.code, values, is_checked=is_checked)

    def render(self, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """Return a page of the form, which no cache, search engine or other site gets to see."""
        notice = self.notice() if self.request.method == "GET" else ""
        response = self.page.render(
            self.request,
            template=template,
            context_overrides={"notice": notice, "expiry": self.expiry(), **context},
        )
        response.status_code = status
        return sealed(response)

    def show_expired(self) -> HttpResponse:
        """Return the page that says that the answers are gone, and forget the draft."""
        drafts.discard(self.request.session)
        self.draft = None
        return self.render(
            "registration/expired.html", {"start_url": self.url(ABOUT_YOU)}, status=410
        )

    def redirect_to_open_step(self, progress: FormProgress) -> HttpResponse:
        """Return a redirect to the first step that is not complete, which says why."""
        return self.redirect(self.url(progress.first_open_step() or CHECK, notice="jump"))

    def redirect(self, url: str) -> HttpResponse:
        """Return a redirect with the same protection."""
        return sealed(HttpResponseRedirect(url))

    def notice(self) -> str:
        """Return what the address asks to say, such as that answers were kept."""
        match self.request.GET.get(NOTICE_PARAMETER):
            case "saved":
                return _("We have kept what you filled in.")
            case "jump":
                return _(
                    "You cannot do this step yet. "
                    "We took you back to the first step that is still open."
                )
            case "double":
                return _(
                    "We had already received this registration. "
                    "You do not need to do anything else."
                )
        return ""

    def expiry(self) -> str:
        """Return until when answers are kept, in words."""
        if self.draft is None:
            minutes = drafts.idle_minutes()
            return ngettext(
                "If nothing happens for %(minutes)s minute, we delete what you filled in. "
                "Then nobody else can read it.",
                "If nothing happens for %(minutes)s minutes, we delete what you filled in. "
                "Then nobody else can read it.",
                minutes,
            ) % {"minutes": minutes}
        until = self.draft.expires_at.astimezone(DESK_TIME_ZONE)
        return _(
            "We keep your answers until %(time)s (Dutch time). Then we delete them, "
            "so that nobody else can read them."
        ) % {"time": f"{until:%H:%M}"}

    def progress_steps(self, current: Step, progress: FormProgress) -> list[dict[str, Any]]:
        """Return the steps for `components/progress.html`; one can go back, not ahead."""
        rows = []
        for step in STEPS:
            is_done = isinstance(step, FormStep) and progress.is_complete(step)
            state = "current" if step is current else "done" if is_done else "future"
            url = "" if progress.is_open_before(step) else self.url(step)
            rows.append({"number": step.number, "label": step.label, "url": url, "state": state})
        return rows


def sealed(response: HttpResponse) -> HttpResponse:
    """Forbid everybody in between to keep or list a page of the form.

    Other sites do not get its address either: the whole site sends `Referrer-Policy: same-origin`.
    The stricter `no-referrer` makes browsers send `Origin: null`, and Django then refuses every
    form.
    """
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
