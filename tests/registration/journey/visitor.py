"""A person with a browser that keeps cookies and runs no script."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.test import Client

from registration.journey.notices import NOTICE_PARAMETER, Notice

LANDING = {"nl": "/aanmelden/", "en": "/en/register/"}
SLUGS = {
    "nl": {
        "about_you": "wie-je-bent",
        "what_happened": "wat-er-is-gebeurd",
        "reach": "veilig-bereiken",
        "check": "controleren",
        "thank_you": "bedankt",
    },
    "en": {
        "about_you": "about-you",
        "what_happened": "what-happened",
        "reach": "reach-you-safely",
        "check": "check-your-answers",
        "thank_you": "thank-you",
    },
}
# The least that somebody must answer.
LEAST: dict[str, dict[str, Any]] = {
    "about_you": {"role": "victim", "for_whom": "self", "name": "Noor"},
    "what_happened": {"kind": "traffic"},
    "reach": {"phone": "030-2340045"},
}


@dataclass(frozen=True)
class Walk:
    """How one form of the site is walked through.

    `landing` is the address of its page, `slugs` the last part of each step's address, both per
    language; `least` is the least that somebody must answer per step; `sends` the step that asks
    for consent and sends, `text` a text question of the first step.
    """

    landing: dict[str, str]
    slugs: dict[str, dict[str, str]]
    least: dict[str, dict[str, Any]]
    sends: str
    text: str = "name"

    @property
    def first(self) -> str:
        """The step to begin with."""
        return next(iter(self.least))


SELF_REGISTRATION = Walk(LANDING, SLUGS, LEAST, "check")
QUESTION = Walk(
    landing={"nl": "/contact/", "en": "/en/contact/"},
    slugs={
        "nl": {"question": "vraag", "thank_you": "bedankt"},
        "en": {"question": "question", "thank_you": "thank-you"},
    },
    least={"question": {"question": "Kost het iets?", "name": "Noor", "phone": "030-2340045"}},
    sends="question",
)
STORY_LATER = Walk(
    landing={"nl": "/nog-niet-zeker/", "en": "/en/not-sure-yet/"},
    slugs={
        "nl": {"story_later": "bel-me", "thank_you": "bedankt"},
        "en": {"story_later": "call-me", "thank_you": "thank-you"},
    },
    least={"story_later": {"name": "Noor", "phone": "030-2340045"}},
    sends="story_later",
)
REMINDER = Walk(
    landing=STORY_LATER.landing,
    slugs={
        "nl": {"reminder": "herinnering", "thank_you": "herinnering-staat-klaar"},
        "en": {"reminder": "reminder", "thank_you": "reminder-is-set"},
    },
    least={
        "reminder": {"email": "noor@example.org", "when": "in_1_month", "identify": "org_ok"},
    },
    sends="reminder",
    text="email",
)


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
        """Return the address of a step."""
        return f"{self.walk.landing[self.language]}{self.walk.slugs[self.language][step]}/"

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

    def fill_in(self, **changes: dict[str, Any]) -> None:
        """Answer all steps before the one that sends: the least, and `changes` per step."""
        for step, least in self.walk.least.items():
            if step == self.walk.sends:
                continue
            response = self.send(step, {**least, **changes.get(step, {})})
            assert response.status_code == 302, text_of(response)

    def consent(self, **others: Any) -> dict[str, Any]:
        """Return what the step that sends sends itself, when its box is ticked and no more."""
        shown = controls(self.read(self.walk.sends))
        names = ("statement_version", "answers_shown", "opened")
        hidden = {name: shown[name][0] for name in names if name in shown}
        least = self.walk.least.get(self.walk.sends, {})
        return {**least, "consent": "on", **hidden, **others}

    def register(self, **changes: dict[str, Any]) -> HttpResponse:
        """Answer all steps, agree and send; return the page that thanks."""
        self.fill_in(**changes)
        last = self.consent(**changes.get(self.walk.sends, {}))
        response = self.send(self.walk.sends, last)
        assert response.status_code == 302, text_of(response)
        return self.browser.get(response["Location"])
