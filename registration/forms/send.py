"""Agreeing to the privacy statement, and what helps against robots: on the page that sends."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from registration.forms.base import StepForm
from registration.forms.captcha import FailOpenReCaptchaField, is_captcha_in_use
from registration.forms.fields import Asked, Statement
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
        now: datetime | None = None,
        whose: Whose | None = None,
    ) -> None:
        super().__init__(
            data, initial={"statement_version": statement_version}, now=now, whose=whose
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
        """Ask again for consent if the statement changed while the page was open."""
        cleaned = super().clean() or {}
        is_other_version = cleaned.get("statement_version") != self.version_in_force
        if is_other_version and "consent" not in self.errors:
            self.add_error(
                "consent",
                _(
                    "What we do with your data has just changed. Please read it and tick this "
                    "again."
                ),
            )
        return cleaned

    def flags(self) -> list[Flag]:
        """Return why the desk should look twice at what was sent; call after validation."""
        flags = [Flag.HONEYPOT] if self.cleaned_data.get("website") else []
        captcha = self.fields.get(CAPTCHA_FIELD)
        if isinstance(captcha, FailOpenReCaptchaField) and captcha.flag:
            flags.append(captcha.flag)
        return flags
