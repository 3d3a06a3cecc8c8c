"""A person at the page of their own registration, with a browser that runs no script."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client

from perspectief.encryption import blind_index
from registration.casework.merging import case_of
from registration.casework.receipts import Receipt
from registration.models import Registration
from registration.own_page import made_for
from registration.own_page.forms import ANSWERS_SHOWN, ContactForm

FRONT = {"nl": "/jouw-aanmelding/", "en": "/en/your-registration/"}


@dataclass
class Owner:
    """Who has a receipt and a browser; `older_stamp` is that of a page that stands open there."""

    receipt: Receipt
    browser: Client
    language: str = "nl"
    older_stamp: str | None = None

    @property
    def made_for(self) -> str:
        """What the form carries that is sent next: of an older page, or of one opened just now."""
        if self.older_stamp is not None:
            return self.older_stamp
        try:
            opened_with = self.registration
        except Registration.DoesNotExist:
            return ""
        return made_for.stamp(opened_with, case_of(opened_with))

    @property
    def front(self) -> str:
        """The address of the page."""
        return FRONT[self.language]

    @property
    def registration(self) -> Registration:
        """The registration as it is stored now.

        Raises:
            Registration.DoesNotExist: it was deleted.
        """
        return Registration.objects.get(
            reference_hash=blind_index("reference", self.receipt.reference)
        )

    def enter(
        self, code: str | None = None, words: str | None = None, **others: str
    ) -> HttpResponse:
        """Send code and words; the right ones unless others are given."""
        return self.browser.post(
            self.front,
            {
                "code": self.receipt.reference if code is None else code,
                "secret_words": self.receipt.secret_words if words is None else words,
                **others,
            },
        )

    def read(self, part: str = "") -> HttpResponse:
        """Open the page or a part of it, following redirects."""
        return self.browser.get(f"{self.front}{part}", follow=True)

    def do(self, action: str) -> HttpResponse:
        """Press a button of the front page, and read what comes of it."""
        return self._post("", {"action": action})

    def send(self, part: str, answers: dict[str, Any] | None = None) -> HttpResponse:
        """Send a part of the page, opened just before, and read what comes of it."""
        sent = answers or {}
        if part == "veranderen":
            sent = {ANSWERS_SHOWN: self._answers_shown_now(), **sent}
        return self._post(f"{part}/", sent)

    def _answers_shown_now(self) -> str:
        try:
            kept = self.registration.read_answers()
        except Registration.DoesNotExist:
            return ""
        return ContactForm(kept=kept, promised_before=None).initial[ANSWERS_SHOWN]

    def _post(self, part: str, sent: dict[str, Any]) -> HttpResponse:
        stamped = {made_for.FIELD: self.made_for, **sent}
        return self.browser.post(f"{self.front}{part}", stamped, follow=True)
