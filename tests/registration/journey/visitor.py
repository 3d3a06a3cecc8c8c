"""A person with a browser that keeps cookies and runs no script."""

import re
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client

from registration.journey import question, self_registration, story_later
from registration.journey.definition import Journey
from registration.journey.notices import NOTICE_PARAMETER, Notice
from registration.reminder import definition

LANDING = {"nl": "/aanmelden/", "en": "/en/register/"}


@dataclass(frozen=True)
class Walk:
    """How one form of the site is walked through, whatever pages its declaration has.

    `landing` is the address of its page per language, `answers` the least that somebody must
    answer, `text` a text question of the first page.
    """

    journey: Journey
    landing: dict[str, str]
    answers: dict[str, Any]
    text: str = "name"

    @cached_property
    def slugs(self) -> dict[str, dict[str, str]]:
        """The last part of each page's address, per language."""
        ends = {step.code: step.slugs for step in self.journey.steps}
        ends["thank_you"] = self.journey.thank_you.slugs
        return {
            language: {code: slugs[language] for code, slugs in ends.items()}
            for language in ("nl", "en")
        }

    @cached_property
    def least(self) -> dict[str, dict[str, Any]]:
        """The least that somebody must answer, per page with questions."""
        return {
            step.code: self.of_step(step.code, self.answers) for step in self.journey.form_steps
        }

    def of_step(self, code: str, answers: dict[str, Any]) -> dict[str, Any]:
        """Return the answers to the questions of one page."""
        asked = next(step.questions for step in self.journey.form_steps if step.code == code)
        return {name: answers[name] for name in asked if name in answers}

    @property
    def first(self) -> str:
        """The page to begin with."""
        return self.journey.first_step.code

    @property
    def sends(self) -> str:
        """The page that asks for consent and sends."""
        return self.journey.last_step.code

    def page_of(self, name: str) -> str:
        """Return the page of this name, or else the one that asks the question of this name."""
        if name in self.slugs["nl"]:
            return name
        return self.journey.step_asking(name).code


SELF_REGISTRATION = Walk(
    journey=self_registration.SELF_REGISTRATION,
    landing=LANDING,
    answers={
        "role": "victim",
        "for_whom": "self",
        "name": "Noor",
        "kind": "traffic",
        "phone": "030-2345678",
    },
)
QUESTION = Walk(
    journey=question.QUESTION,
    landing={"nl": "/contact/", "en": "/en/contact/"},
    answers={"question": "Kost het iets?", "name": "Noor", "phone": "030-2345678"},
)
STORY_LATER = Walk(
    journey=story_later.STORY_LATER,
    landing={"nl": "/nog-niet-zeker/", "en": "/en/not-sure-yet/"},
    answers={"name": "Noor", "phone": "030-2345678"},
)
REMINDER = Walk(
    journey=definition.REMINDER,
    landing=STORY_LATER.landing,
    answers={"email": "noor@example.org", "when": "in_1_month", "identify": "org_ok"},
    text="email",
)
SLUGS = SELF_REGISTRATION.slugs
LEAST = SELF_REGISTRATION.least


class _Controls(HTMLParser):
    """Collects what a browser would send back for the first form of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.values: dict[str, list[str]] = {}
        self._textarea: str | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        control = dict(attrs)
        name = control.get("name") or ""
        if tag == "textarea":
            self._textarea = name
            self.values[name] = [""]
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in control:
            self.values[self._select] = [control.get("value") or ""]
        elif tag == "input" and name:
            is_box = control.get("type") in {"radio", "checkbox"}
            if is_box and "checked" not in control:
                return
            self.values.setdefault(name, []).append(
                control.get("value") or ("on" if is_box else "")
            )

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._textarea is not None:
            # A browser drops the first line break of a text area.
            self.values[self._textarea] = [self.values[self._textarea][0].removeprefix("\n")]
            self._textarea = None

    def handle_data(self, data: str) -> None:
        if self._textarea is not None:
            self.values[self._textarea][0] += data


def controls(response: HttpResponse) -> dict[str, list[str]]:
    """Return the values in the form of a page, as a browser would send them back."""
    parser = _Controls()
    parser.feed(response.content.decode())
    return parser.values


def text_of(response: HttpResponse) -> str:
    """Return the words of a page's main part, with single spaces."""
    html = response.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    words = re.sub(r"<[^>]+>", " ", main)
    return re.sub(r"\s+", " ", words)


def is_refused(page: HttpResponse) -> bool:
    """Return whether a page points out what is not right yet, with links on top."""
    return "data-error-summary" in page.content.decode()


class Visitor:
    """Walks through a form in one language."""

    def __init__(
        self,
        language: str = "nl",
        *,
        walk: Walk = SELF_REGISTRATION,
        browser: Client | None = None,
    ) -> None:
        self.language = language
        self.walk = walk
        self.browser = browser or Client()

    def url(self, step: str) -> str:
        """Return the address of a page, or of the one that asks a question of this name."""
        page = self.walk.page_of(step)
        return f"{self.walk.landing[self.language]}{self.walk.slugs[self.language][page]}/"

    def read(self, step: str, query: str = "") -> HttpResponse:
        """Open a step and return what the server answers, without following redirects."""
        return self.browser.get(f"{self.url(step)}{query}")

    def send(self, step: str, answers: dict[str, Any], query: str = "") -> HttpResponse:
        """Send answers of a step and return what the server answers.

        Asked to send the same once more elsewhere, it does, as every browser would. Where something
        was not right, it returns the page that points it out.
        """
        answer = self.browser.post(f"{self.url(step)}{query}", answers)
        if answer.status_code == HTTPStatus.TEMPORARY_REDIRECT:
            answer = self.browser.post(answer["Location"], answers)
        if f"{NOTICE_PARAMETER}={Notice.REFUSED}" in answer.get("Location", ""):
            answer = self.browser.get(answer["Location"])
        return answer

    def least(self, step: str) -> dict[str, Any]:
        """Return the least to answer on a page, or on the one that asks this question."""
        return self.walk.least[self.walk.page_of(step)]

    def up_to(self, step: str) -> None:
        """Answer the least on all pages before one, or before the one that asks this question."""
        page = self.walk.page_of(step)
        for code in self.walk.least:
            if code == page:
                return
            self.send(code, self.walk.least[code])

    def fill_in(self, **changes: Any) -> None:
        """Answer all pages before the one that sends: the least, and `changes` per question."""
        answers = {**self.walk.answers, **changes}
        step = self.walk.first
        while step != self.walk.sends:
            response = self.send(step, self.walk.of_step(step, answers))
            assert response.status_code == 302, text_of(response)
            following = self._page_at(response["Location"])
            assert following != step, text_of(self.browser.get(response["Location"]))
            step = following

    def _page_at(self, address: str) -> str:
        slug = urlsplit(address).path.removeprefix(self.walk.landing[self.language]).strip("/")
        return next(page for page, own in self.walk.slugs[self.language].items() if own == slug)

    def consent(self, **others: Any) -> dict[str, Any]:
        """Return what the step that sends sends itself, when its box is ticked and no more."""
        shown = controls(self.read(self.walk.sends))
        names = ("statement_version", "answers_shown", "opened")
        hidden = {name: shown[name][0] for name in names if name in shown}
        least = self.walk.least.get(self.walk.sends, {})
        return {**least, "consent": "on", **hidden, **others}

    def register(self, **changes: Any) -> HttpResponse:
        """Answer all pages, agree and send; return the page that thanks.

        Args:
            changes: answers per question, beside or instead of the least.
        """
        self.fill_in(**changes)
        last = self.consent(**{name: each for name, each in changes.items() if self._is_last(name)})
        response = self.send(self.walk.sends, last)
        assert response.status_code == 302, text_of(response)
        return self.browser.get(response["Location"])

    def _is_last(self, question: str) -> bool:
        return question in self.walk.least.get(self.walk.sends, {}) or (
            self.walk.sends in self.walk.least and self.walk.page_of(question) == self.walk.sends
        )
