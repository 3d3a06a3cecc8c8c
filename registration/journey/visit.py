"""One request to the form: whose draft, which addresses, which headers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registration.casework.campaigns import code_in
from registration.journey import drafts, page_opened, saved_drafts
from registration.journey.definition import FormStep, Journey, Step
from registration.journey.host_page import JourneyHost
from registration.journey.progress import FormProgress
from registration.models import Draft
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.words.crisis_audience import audience_of_draft
from registration.words.dates import date_in_words

# Codes in the query: no session is needed to say something once, and nothing personal is said.
NOTICE_PARAMETER = "notice"
RETURN_PARAMETER = "return"
RETURN_TO_CHECK = "check"
# Where the script leads that waited with somebody until the time was over.
TIME_OVER = "time"
# What the thank-you page says after a second click.
DOUBLE = "double"
# So long before the answers are deleted the script warns.
WARNING_MINUTES = 5
# What a page sends along that was shown before there was a draft: since when it was open.
OPENED_FIELD = "opened"
# In the address of what the browser sends once more, now with the session that it just got.
IN_SESSION_PARAMETER = "session"
# Name of the button that leads to where a form is saved for another day.
LATER = "later"


@dataclass
class Visit:
    """A request to a step, and what an answer to it needs."""

    page: JourneyHost
    request: HttpRequest

    def __post_init__(self) -> None:
        self.now: datetime = timezone.now()
        self.language: str = self.page.locale.language_code
        self.journey: Journey = self.page.journey
        self.began_draft = False

    @cached_property
    def draft(self) -> Draft | None:
        """The visitor's draft of this form, if there is one and its time is not over."""
        return drafts.find(self.request.session, self.journey.code)

    @property
    def is_expired(self) -> bool:
        """Whether the visitor had a draft that is gone now."""
        return self.draft is None and drafts.has_token(self.request.session, self.journey.code)

    @property
    def was_just_sent(self) -> bool:
        """Whether this is a second click, in a session that has got another key meanwhile."""
        return self.draft is None and drafts.was_just_sent(self.request, self.journey.code)

    @property
    def has_put_away(self) -> bool:
        """Whether nothing is open here, but a draft of this form was saved and put away."""
        return self.draft is None and saved_drafts.has_put_away(
            self.request.session, self.journey.code
        )

    @property
    def holds_nothing(self) -> bool:
        """Whether nothing has been answered yet, and nothing was sent."""
        if self.draft is None:
            return True
        given = (
            (step, drafts.stored_values(self.draft, step.code)) for step in self.journey.form_steps
        )
        return self.draft.receipt is None and all(
            step.form_class.is_empty(values) for step, values in given if values is not None
        )

    @property
    def opened(self) -> str:
        """Since when the page is open, as long as there is no draft; the same when shown again."""
        if self.draft is not None:
            return ""
        return self.request.POST.get(OPENED_FIELD) or page_opened.stamp()

    @property
    def returns_to_check(self) -> bool:
        """Whether the visitor came to change one answer."""
        return self.request.GET.get(RETURN_PARAMETER) == RETURN_TO_CHECK

    @property
    def asks_whether_time_is_over(self) -> bool:
        """Whether the script leads here that waited with the visitor until the time was over."""
        is_asked = self.request.GET.get(NOTICE_PARAMETER) == TIME_OVER
        return is_asked and self.request.method != "POST"

    def progress(self) -> FormProgress:
        """Return how far the visitor is, as the draft stands now."""
        return FormProgress(self.journey, self.draft, self.now)

    def url(self, step: Step, *, notice: str = "", to_change: bool = False) -> str:
        """Return the address of a step in the language of the page."""
        query = f"?{NOTICE_PARAMETER}={notice}" if notice else ""
        if to_change:
            query = f"?{RETURN_PARAMETER}={RETURN_TO_CHECK}"
        return f"{self._page_url}{step.slugs[self.language]}/{query}"

    def thank_you_url(self, *, notice: str = "") -> str:
        """Return the address of the page that thanks."""
        query = f"?{NOTICE_PARAMETER}={notice}" if notice else ""
        return f"{self._page_url}{self.journey.thank_you.slugs[self.language]}/{query}"

    @property
    def landing_url(self) -> str:
        """The address of the page that the steps belong to."""
        return self._page_url

    @cached_property
    def _page_url(self) -> str:
        return self.page.get_url(self.request) or "/"

    def save(self, step: FormStep, values: drafts.RawValues, *, is_checked: bool) -> Draft:
        """Keep what was typed in a step, in a new draft if there is none, and return the draft.

        With the first answers the draft is as good as new: no session of before finds it.

        Raises:
            DraftExpiredError: the draft is gone since this request began.
        """
        draft = self.draft or self._begin_draft()
        is_first_answer = self.holds_nothing and not step.form_class.is_empty(values)
        if is_first_answer and not self.began_draft:
            drafts.renew(self.request.session, draft)
            self.began_draft = True
        self.draft = drafts.save_step(
            draft, step.code, values, is_checked=is_checked, campaign=code_in(self.request)
        )
        return self.draft

    def _begin_draft(self) -> Draft:
        self.began_draft = True
        opened_at = page_opened.moment_of(self.request.POST.get(OPENED_FIELD, ""))
        return drafts.start(self.request.session, self.journey.code, opened_at)

    @property
    def must_show_session(self) -> bool:
        """Whether it is still to be seen that the browser keeps the session of its new draft.

        Only in a session is something sent just once: a second click, or what is sent again because
        no answer came, then finds the draft that was sent. Whoever was asked before goes on anyway.
        """
        return self.began_draft and IN_SESSION_PARAMETER not in self.request.GET

    def send_in_session(self, step: Step) -> HttpResponse:
        """Have the browser send the same once more, with the session that this answer gives it."""
        url = f"{self.url(step)}?{IN_SESSION_PARAMETER}=1"
        return sealed(HttpResponseRedirect(url, preserve_request=True))

    def special_url(self, slugs: Mapping[str, str], *, notice: str = "") -> str:
        """Return the address of a page beside the steps, such as where to save."""
        query = f"?{NOTICE_PARAMETER}={notice}" if notice else ""
        return f"{self._page_url}{slugs[self.language]}/{query}"

    def discard_draft(self) -> None:
        """Delete the draft and forget that there was one."""
        drafts.discard(self.request.session, self.journey.code)
        self.draft = None

    def render(self, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """Return a page of the form, which no cache, search engine or other site gets to see."""
        notice = self.notice() if self.request.method == "GET" else ""
        response = self.page.render(
            self.request,
            template=template,
            context_overrides={
                "journey": self.journey,
                "notice": notice,
                "expiry": self.expiry(),
                "crisis_audience": audience_of_draft(self.draft),
                **context,
            },
        )
        response.status_code = status
        return sealed(response)

    def show_expired(self) -> HttpResponse:
        """Return the page that says that the answers are deleted, and forget the draft."""
        context: dict[str, Any] = {
            "start_url": self.url(self.journey.first_step),
            "was_watched": self.asks_whether_time_is_over,
        }
        self.discard_draft()
        return self.render("registration/expired.html", context, status=410)

    def show_put_away(self) -> HttpResponse:
        """Return the page that says that the answers were saved and are no longer shown here."""
        saved = saved_drafts.last_put_away(self.request.session, self.journey.code)
        context: dict[str, Any] = {
            "start_url": self.url(self.journey.first_step),
            "last_day": date_in_words(saved_drafts.last_day(saved)) if saved else "",
            "has_others": not self.holds_nothing,
        }
        return self.render("registration/saved/away.html", context, status=200 if saved else 410)

    def refuse(self, step: FormStep) -> HttpResponse:
        """Return the page that says why this cannot be sent; nothing that was typed is kept."""
        self.discard_draft()
        return self.render(step.form_class.refusal_template, {})

    def redirect_to_open_step(self, progress: FormProgress, notice: str = "") -> HttpResponse:
        """Return a redirect to the first step that is not complete, which says why.

        `notice` is what it says; without one, that a step was jumped over.
        """
        step = progress.first_open_step() or self.journey.last_step
        # In a form of one step nobody jumped over anything.
        jumped = "jump" if len(self.journey.steps) > 1 else ""
        return self.redirect(self.url(step, notice=notice or jumped))

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
                    "You cannot do this step yet. We took you back to the first step that is not "
                    "finished."
                )
            case "anew":
                return _(
                    "The form was open for a while. So we deleted your earlier answers. "
                    "What you just filled in is still here."
                )
            case "beside":
                return _(
                    "You saved your earlier answers. You can find them with your link or code. "
                    "What you just filled in is still here."
                )
            case "nothing":
                return _(
                    "You have not filled in anything yet, so there is nothing to save. You can "
                    "come back whenever you want."
                )
            case "continued":
                return _(
                    "You can continue where you left off. The link or code you used no longer "
                    "works."
                )
            case "double":
                return str(self.journey.wording.already_received)
        return ""

    def expiry(self) -> str:
        """Return until when answers are kept, in words."""
        if self.draft is None:
            minutes = drafts.idle_minutes()
            return ngettext(
                "If nothing happens for %(minutes)s minute, we delete what you filled in, so that "
                "nobody else can read it.",
                "If nothing happens for %(minutes)s minutes, we delete what you filled in, so "
                "that nobody else can read it.",
                minutes,
            ) % {"minutes": minutes}
        until = self.draft.expires_at.astimezone(DESK_TIME_ZONE)
        return _(
            "We will keep your answers until %(time)s (Dutch time). Then we will delete them, so "
            "that nobody else can read them."
        ) % {"time": f"{until:%H:%M}"}

    def time_warning(self, step: Step) -> dict[str, Any]:
        """Return what `includes/time_warning.html` needs: the seconds left, and what to say when.

        WCAG 2.2.1 asks for a warning at least twenty seconds before, and a simple way to extend.
        """
        draft = self.draft
        left = (
            timedelta(minutes=drafts.idle_minutes())
            if draft is None
            else (draft.expires_at - self.now)
        )
        return {
            "name": self.journey.code,
            "extended": _("We have kept what you filled in. You have more time."),
            "seconds_left": max(0, int(left.total_seconds())),
            "is_kept": draft is not None,
            "gone_url": self.url(step, notice=TIME_OVER),
            "sentences": [
                {"minutes": minutes, "words": _minutes_left(minutes)}
                for minutes in range(WARNING_MINUTES, 0, -1)
            ],
        }

    def step_context(self, step: Step, progress: FormProgress) -> dict[str, Any]:
        """Return what every step shows about itself."""
        return {
            "step": step,
            "step_number": self.journey.number_of(step),
            "steps": self._progress_steps(step, progress),
            "later_name": LATER,
            "time_warning": self.time_warning(step),
            "is_first": self.journey.step_before(step) is None,
            "sends": step is self.journey.last_step,
            "opened": self.opened,
            "opened_name": OPENED_FIELD,
        }

    def _progress_steps(self, current: Step, progress: FormProgress) -> list[dict[str, Any]]:
        # For `components/progress.html`; one can go back, not ahead.
        rows = []
        for number, step in enumerate(self.journey.steps, start=1):
            is_done = isinstance(step, FormStep) and progress.is_complete(step)
            state = "current" if step is current else "done" if is_done else "future"
            url = "" if progress.is_open_before(step) else self.url(step)
            rows.append({"number": number, "label": step.label, "url": url, "state": state})
        return rows


def _minutes_left(minutes: int) -> str:
    return ngettext(
        "In %(minutes)s minute we will delete your answers, so that nobody else can read them.",
        "In %(minutes)s minutes we will delete your answers, so that nobody else can read them.",
        minutes,
    ) % {"minutes": minutes}


def sealed(response: HttpResponse) -> HttpResponse:
    """Forbid everybody in between to keep or list a page of the form.

    Other sites do not get its address either: the whole site sends `Referrer-Policy: same-origin`.
    The stricter `no-referrer` makes browsers send `Origin: null`, and Django then refuses every
    form.
    """
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
