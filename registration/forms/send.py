"""Agreeing to the privacy statement, and what helps against robots: on the page that sends."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from registration.forms.base import StepForm
from registration.forms.captcha import FailOpenReCaptchaField, is_captcha_in_use
from registration.forms.fields import Asked, Statement
from registration.forms.shown_answers import ShownAnswers
from registration.vocabulary.lifecycle import Flag
from registration.vocabulary.whose import Whose, whose_contact
from registration.words.whose import Words

CAPTCHA_FIELD = "captcha"
CONSENT_MISSING = _(
    "Tick the box to say that you agree to us using your answers. Otherwise we are not allowed to "
    "contact you."
)


class SendForm(StepForm):
    """Consent to the version of the privacy statement that the page shows."""

    asked_of_others = {
        "consent": Asked(
            label=_(
                "I have read what Perspectief Herstelbemiddeling does with this data. Perspectief "
                "may use these answers to contact %(who)s."
            ),
            error=_(
                "Tick the box to say that you agree to us using these answers. Otherwise we are "
                "not allowed to contact %(who)s."
            ),
        )
    }
    consent_note: Words = _("You can change your mind at any time. Then we stop.")

    consent = Statement(
        label=_(
            "I have read what Perspectief Herstelbemiddeling does with my data. Perspectief may "
            "use my answers to contact me."
        ),
        error_messages={"required": CONSENT_MISSING},
    )
    statement_version = forms.CharField(required=False, widget=forms.HiddenInput)
    # Which answers of other pages this one showed.
    answers_shown = forms.CharField(required=False, widget=forms.HiddenInput)
    # People do not see this field; programs that fill in every field give themselves away.
    website = forms.CharField(
        required=False,
        label=_("Leave this field empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        statement_version: str,
        privacy_url: str,
        captcha_again: Words,
        shown: ShownAnswers | None = None,
        now: datetime | None = None,
        whose: Whose | None = None,
    ) -> None:
        self.shown = shown or ShownAnswers()
        self.changed: list[str] = []
        super().__init__(
            data,
            initial={"statement_version": statement_version, "answers_shown": self.shown.stamp()},
            now=now,
            whose=whose,
        )
        self.version_in_force = statement_version
        self.fields["consent"].help_text = format_html(
            '{} <a href="{}">{}</a>',
            self.consent_note,
            privacy_url,
            _("Read what we do with your data"),
        )
        if is_captcha_in_use():
            self.fields[CAPTCHA_FIELD] = FailOpenReCaptchaField(
                error_messages={"captcha_invalid": captcha_again}
            )

    @classmethod
    def whose_with(cls, *, for_whom: str, who_to_call: str) -> Whose:
        """Return whom we may contact."""
        return whose_contact(for_whom=for_whom, who_to_call=who_to_call)

    def clean(self) -> dict[str, Any]:
        """Ask again for consent if the statement or the answers changed while the page was open."""
        cleaned = super().clean() or {}
        self.changed = self.shown.changed_since(cleaned.get("answers_shown", ""))
        reasons: list[Words] = []
        if cleaned.get("statement_version") != self.version_in_force:
            reasons.append(
                _("What we do with your data has just changed. Please read it and tick this again.")
            )
        if self.changed:
            reasons.append(self._what_changed())
        if reasons:
            self._ask_again(reasons)
        return cleaned

    def changed_in(self, step: str) -> list[str]:
        """Return the names of the answers of a step that changed, unless all did.

        Call after validation.
        """
        if self.shown.are_all(self.changed):
            return []
        return [name.partition(".")[2] for name in self.changed if name.startswith(f"{step}.")]

    def _ask_again(self, reasons: list[Words]) -> None:
        for name in ("consent", "answers_shown"):
            self.errors.pop(name, None)  # what is missing or unreadable says less
        for reason in reasons:
            self.add_error("consent", str(reason))
        # What the page carries is what it shows now, and nobody has agreed to that yet.
        data = cast(QueryDict, self.data).copy()
        data.pop("consent", None)
        for name, value in self.initial.items():
            data[name] = value
        self.data = data

    def _what_changed(self) -> str:
        words = _(
            "Your answers changed after this page showed them, perhaps in another tab. We sent "
            "nothing. Read your answers again and tick this."
        )
        if self.shown.are_all(self.changed):
            return str(words)
        changed = _("Changed: %(questions)s") % {
            "questions": "; ".join(self.shown.questions(self.changed))
        }
        return f"{words} {changed}"

    def flags(self) -> list[Flag]:
        """Return why the desk should look twice at what was sent; call after validation."""
        flags = [Flag.HONEYPOT] if self.cleaned_data.get("website") else []
        captcha = self.fields.get(CAPTCHA_FIELD)
        if isinstance(captcha, FailOpenReCaptchaField) and captcha.flag:
            flags.append(captcha.flag)
        return flags
