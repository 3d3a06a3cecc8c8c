"""The questions of the registration form, filled in with what we have, to correct it.

The wording is that of the form on the site: what the person was asked is what is corrected.
"""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from perspectief.typed_phone import with_note
from registration.forms import AboutYouForm, ReachForm, WhatHappenedForm
from registration.forms.fields import Text, flat_choices
from registration.forms.kept import KeptForm
from registration.forms.question import QUESTION_LIMIT
from registration.rules.deadlines import Moment
from registration.vocabulary.answers import Answers
from registration.vocabulary.moments import ANY_TIME
from registration.words.dates import moment_choices

# A question has nothing else of the registration form.
ASKED_WITH_QUESTION = frozenset(
    {
        "question",
        "name",
        "phone",
        "email",
        "fallback",
        "identify",
        "moments",
        "avoid",
        "language",
        "other_language",
    }
)


class Whose(TextChoices):
    """Whether another registration with the same number or address is of the same person."""

    SAME = "same", _("Of this person: delete it too")
    OTHER = "other", _("Of somebody else: keep it")


class EraseForm(forms.Form):
    """The decision to delete everything; of each that may be of the person too, it asks whose.

    Nothing is chosen beforehand: a family may share a number, and nothing can be undone.
    """

    def __init__(self, *args: Any, possible: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.possible = possible
        asked = {
            f"whose_{number}": forms.ChoiceField(
                label=label,
                choices=Whose.choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Say whose #%(number)s is") % {"number": number}},
            )
            for number, label in possible.items()
        }
        self.fields = {**asked, **self.fields}

    @property
    def asked(self) -> list[forms.BoundField]:
        """The questions about others."""
        return [self[f"whose_{number}"] for number in self.possible]

    def chosen(self) -> list[int]:
        """Return the numbers of those that are of the same person too; the form must be valid."""
        return [
            number for number in self.possible if self.cleaned_data[f"whose_{number}"] == Whose.SAME
        ]

    sure = forms.BooleanField(
        label=_("The person asked for this, and I know that it cannot be undone"),
        error_messages={"required": _("Tick this if you are sure")},
    )


class ConfirmedForm(forms.Form):
    """Only needed where more contact would be allowed than before."""

    confirmed = forms.BooleanField(
        label=_("The person told me that this is safe"),
        help_text=_("Needed for a new number or address, or if more is allowed than before."),
        required=False,
    )


class WhoseWaysForm(forms.Form):
    """Only asked where another is called than before: what stood there was of who was called."""

    ways_are_theirs = forms.BooleanField(
        label=_("Number, address and what is allowed are of who we call now"),
        required=False,
    )


class CorrectionForm(KeptForm):
    """Questions filled in with what is stored, to be corrected by the desk."""

    is_about_typist = False

    def __init__(self, data: QueryDict | None = None, *, kept: Answers) -> None:
        self.kept = kept
        values = {name: getattr(kept, name, "") for name in self.base_fields}
        initial = {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in values.items()
        }
        if initial.get("phone"):
            initial["phone"] = with_note(kept.phone, kept.phone_note)
        super().__init__(data, initial=initial)
        self.fields.pop("heard", None)  # it was counted and never stored
        for name in [*self.fields]:
            if (kept.question and name not in ASKED_WITH_QUESTION) or (
                name == "question" and not kept.question
            ):
                del self.fields[name]


class CorrectAboutForm(CorrectionForm, AboutYouForm):
    """Who the person is."""

    def __init__(self, data: QueryDict | None = None, *, kept: Answers) -> None:
        super().__init__(data, kept=kept)
        if "role" in self.fields:
            self.fields["role"].required = bool(kept.role)

    def clean(self) -> dict[str, Any]:
        """Check the helper only where somebody can be asked about one."""
        return super().clean() if "for_whom" in self.fields else self.cleaned_data


class CorrectEventForm(CorrectionForm, WhatHappenedForm):
    """What happened, or what somebody wants to know."""

    question = Text(
        limit=QUESTION_LIMIT,
        label=_("The question"),
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )


class CorrectReachForm(CorrectionForm, ReachForm):
    """How to reach the person; without a safe way, the coordinator decides about the callback."""

    call_later: Any = None

    def offer_choices(self) -> None:
        """Offer the moments that were chosen before, too."""
        super().offer_choices()
        field = self.choices_field("moments")
        offered = {code for code, _words in flat_choices(field)}
        earlier = [
            Moment.from_code(code)
            for code in self.kept.moments
            if code not in offered and code != ANY_TIME
        ]
        field.choices = [*moment_choices(earlier), *cast(list[Any], field.choices)]

    def clean(self) -> dict[str, Any]:
        """Fill in what is not asked with a question, for the checks of the form."""
        for name in ("needs", "other_way", "other_way_details", "phone_impossible"):
            self.cleaned_data.setdefault(name, getattr(self.kept, name))
        return super().clean()

    def _check_one_safe_way(self, cleaned: dict[str, Any]) -> None:
        """Let it pass: what a person takes back must be gone at once."""

    def _check_number_without_calls(self, cleaned: dict[str, Any]) -> None:
        """Let it pass: that we may not call holds at once; the number is in the form already."""

    def _check_moments(self, cleaned: dict[str, Any]) -> None:
        """Let it pass: what a person rules out holds at once, and wins."""


def correction_forms(kept: Answers, data: QueryDict | None = None) -> list[CorrectionForm]:
    """Return the forms with what can be corrected, filled in."""
    every = (CorrectAboutForm, CorrectEventForm, CorrectReachForm)
    return [form(data, kept=kept) for form in every]
