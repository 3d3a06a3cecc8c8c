"""One request to the form: whose draft, which addresses, which headers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from perspectief.phone_number import phone_number
from perspectief.readers_place import say_abroad
from registration.casework.campaigns import code_in
from registration.forms.base import RawValues
from registration.journey import drafts, page_opened, saved_drafts
from registration.journey.definition import FormStep, Journey, Step
from registration.journey.host_page import JourneyHost
from registration.journey.notices import NOTICE_PARAMETER, Notice, notice_in_words
from registration.journey.progress import FormProgress
from registration.journey.sealing import sealed
from registration.journey.time_left import expiry_in_words
from registration.models import Draft
from registration.vocabulary.person import CrisisAudience
from registration.words.crisis_audience import audience_of_draft

RETURN_PARAMETER = "return"
RETURN_TO_CHECK = "check"
# What a page sends along that was shown before there was a draft: since when it was open.
OPENED_FIELD = "opened"
# In the address of what the browser sends once more, now with the session that it just got.
IN_SESSION_PARAMETER = "session"


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
        self._progress: FormProgress | None = None

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
            step.is_empty(values) for step, values in given if values is not None
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
        is_asked = self.request.GET.get(NOTICE_PARAMETER) == Notice.TIME_OVER
        return is_asked and self.request.method != "POST"

    @property
    def crisis_audience(self) -> CrisisAudience:
        """For whom the crisis lines are, as far as the draft tells."""
        return audience_of_draft(self.draft)

    @property
    def our_phone(self) -> str:
        """Our number as the visitor can dial it."""
        return phone_number(from_abroad=self.crisis_audience == CrisisAudience.ABROAD)

    def progress(self) -> FormProgress:
        """Return how far the visitor is, as the draft stands now."""
        if self._progress is None or self._progress.draft is not self.draft:
            self._progress = FormProgress(self.journey, self.draft, self.now)
        return self._progress

    @cached_property
    def landing_url(self) -> str:
        """The address of the page that the steps belong to."""
        return self.page.get_url(self.request) or "/"

    def url(self, step: Step, *, notice: str = "", to_change: bool = False) -> str:
        """Return the address of a step in the language of the page.

        Args:
            step: of this form.
            notice: what the page has to say, a code of `Notice`.
            to_change: whether the visitor only changes one answer, and then checks them all again.
        """
        if to_change:
            return f"{self.special_url(step.slugs)}?{RETURN_PARAMETER}={RETURN_TO_CHECK}"
        return self.special_url(step.slugs, notice=notice)

    @property
    def shows_mistakes(self) -> bool:
        """Whether what was sent just before was not right yet, so that the page points it out."""
        is_led = self.request.GET.get(NOTICE_PARAMETER) == Notice.REFUSED
        return is_led and self.request.method != "POST"

    def lead_to_mistakes(self, step: Step) -> HttpResponse:
        """Return a redirect to the page itself, which points out what is not right yet.

        An answer to what was sent cannot be shown again on the way back: browsers keep none, and
        would have to send it once more.
        """
        url = self.url(step, notice=Notice.REFUSED)
        if self.returns_to_check:
            url = f"{url}&{RETURN_PARAMETER}={RETURN_TO_CHECK}"
        return self.redirect(url)

    def keeps(self, step: FormStep) -> bool:
        """Return whether all that was just sent is kept, where this browser finds it again."""
        sent = step.raw_values(self.request.POST)
        return not self.began_draft and drafts.stored_values(self.draft, step.code) == sent

    def thank_you_url(self, *, notice: str = "") -> str:
        """Return the address of the page that thanks."""
        return self.special_url(self.journey.thank_you.slugs, notice=notice)

    def special_url(self, slugs: Mapping[str, str], *, notice: str = "") -> str:
        """Return the address of a page beside the steps, such as where to save."""
        query = f"?{NOTICE_PARAMETER}={notice}" if notice else ""
        return f"{self.landing_url}{slugs[self.language]}/{query}"

    def save(self, step: FormStep, values: RawValues, *, is_checked: bool) -> Draft:
        """Keep what was typed in a step, in a new draft if there is none, and return the draft.

        With the first answers the draft is as good as new: no session of before finds it.

        Raises:
            DraftExpiredError: the draft is gone since this request began.
        """
        draft = self.draft or self._begin_draft()
        is_first_answer = self.holds_nothing and not step.is_empty(values)
        if is_first_answer and not self.began_draft:
            drafts.renew(self.request.session, draft)
            self.began_draft = True
        self.draft = drafts.save_step(
            draft,
            step.code,
            values,
            is_checked=is_checked,
            owner=self.progress().owner(step),
            campaign=code_in(self.request),
        )
        return self.draft

    def _begin_draft(self) -> Draft:
        self.began_draft = True
        opened_at = page_opened.moment_of(self.request.POST.get(OPENED_FIELD, ""))
        return drafts.begin(self.request.session, self.journey.code, opened_at)

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

    def discard_draft(self) -> None:
        """Delete the draft and forget that there was one."""
        drafts.discard(self.request.session, self.journey.code)
        self.draft = None

    def render(self, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """Return a page of the form, which no cache, search engine or other site gets to see."""
        if self.crisis_audience == CrisisAudience.ABROAD:
            say_abroad(self.request)
        response = self.page.render(
            self.request,
            template=template,
            context_overrides={
                "journey": self.journey,
                "notice": self._notice(),
                "expiry": expiry_in_words(self.draft),
                "crisis_audience": self.crisis_audience,
                **context,
            },
        )
        response.status_code = status
        return sealed(response)

    def _notice(self) -> str:
        if self.request.method != "GET":
            return ""
        return notice_in_words(self.request.GET.get(NOTICE_PARAMETER, ""), self.journey)

    def redirect_to_open_step(self, progress: FormProgress, notice: str = "") -> HttpResponse:
        """Return a redirect to the first step that is not complete, which says why.

        `notice` is what it says; without one, that a step was jumped over.
        """
        step = progress.first_open_step() or self.journey.last_step
        # In a form of one step nobody jumped over anything.
        jumped = Notice.JUMPED if len(self.journey.steps) > 1 else ""
        return self.redirect(self.url(step, notice=notice or jumped))

    def redirect(self, url: str) -> HttpResponse:
        """Return a redirect with the same protection."""
        return sealed(HttpResponseRedirect(url))
