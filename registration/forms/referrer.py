"""Step 1 of a referral: who the professional is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from perspectief.written_phone import written
from registration.forms.base import StepForm
from registration.forms.contact_fields import EmailField, PhoneField
from registration.forms.fields import OneOf, Text
from registration.vocabulary.referral_options import ReferrerContact


class ReferrerForm(StepForm):
    """The professional, their organisation, and how the desk may reach them with questions."""

    referrer_name = Text(
        limit=80,
        label=_("What is your name?"),
        why=_("When we speak to your client, we say who gave us their name."),
        error_messages={"required": _("Enter your name")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    organisation = Text(
        limit=120,
        label=_("Which organisation do you work for?"),
        error_messages={"required": _("Enter the name of your organisation")},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    function = Text(
        limit=80,
        required=False,
        label=_("What is your role there?"),
        help_text=_("For example: case manager, police officer or psychologist."),
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    organisation_kind = OneOf(
        "organisation_kind",
        label=_("What kind of organisation is it?"),
        why=_("We count this for our annual report, separately from your name and your client."),
        error=_("Choose the kind of organisation"),
    )
    referrer_email = EmailField(
        label=_("What is your work e-mail address?"),
        help_text=_("We will send you a confirmation. It contains no details about your client."),
        error_messages={"required": _("Enter your work e-mail address")},
    )
    referrer_contact = OneOf(
        "referrer_contact",
        label=_("May we call you with questions?"),
        help_text=_("We only call about the referral itself."),
        error=_("Choose whether we may call you"),
        sub_fields={ReferrerContact.CALL: ["referrer_phone"]},
    )
    referrer_phone = PhoneField(
        required=False,
        hide_optional=True,
        label=_("What is your work phone number?"),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a number only of who may be called, and forget any other."""
        cleaned = super().clean() or {}
        if cleaned.get("referrer_contact") == ReferrerContact.MAIL:
            # What was typed stays on the page and goes no further.
            self.errors.pop("referrer_phone", None)
            cleaned["referrer_phone"] = cleaned["referrer_phone_note"] = ""
        elif cleaned.get("referrer_contact") and cleaned.get("referrer_phone") == "":
            self.add_error("referrer_phone", _("Enter the phone number we can call"))
        return cleaned

    def shown_fields(self) -> list[str]:
        """Show the number with the answer that it belongs to."""
        return [name for name in super().shown_fields() if name != "referrer_phone"]

    def answer_in_words(self, name: str) -> str | list[str]:
        """Return an answer, with the number where the professional may be called."""
        words = super().answer_in_words(name)
        if name == "referrer_contact" and self.cleaned_data["referrer_phone"]:
            number = written(self.cleaned_data["referrer_phone"])
            note = self.cleaned_data["referrer_phone_note"]
            return [str(words), number, *([note] if note else [])]
        return words
