"""Step 2 of a referral: whether the client agrees, and no more than the desk needs to prepare."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from registration.forms.about_you import ASKED_ABOUT_PERSON, AboutYouForm
from registration.forms.base import StepForm
from registration.forms.fields import OneOf, Text, reworded
from registration.forms.what_happened import ASKED_ABOUT_EVENT, WhatHappenedForm
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.person import AgeGroup
from registration.vocabulary.referral_options import ClientConsent
from registration.vocabulary.whose import Whose
from registration.words.dates import date_in_words

EXPLANATION_LIMIT = 1000
DAY_FORMATS = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d", "%d-%m-%y", "%d/%m/%y")
# What is older was not meant: a digit of the year is missing.
EARLIEST_DAY = date(2000, 1, 1)
DAY_NOT_CLEAR = _("Enter a day like this: 23-11-2026")


class DayField(Text):
    """A day in figures, the day before the month; its value is `YYYY-MM-DD`."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "off", "class": "input--short"}
        super().__init__(limit=40, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value: Any) -> str:
        """Return the day that was meant.

        Raises:
            ValidationError: this is no day.
        """
        text = super().clean(value)
        return parse_day(text).isoformat() if text else ""


def parse_day(text: str) -> date:
    """Return a day as people write it in the Netherlands, such as 23-11-2026 or 3/9/26.

    Raises:
        ValidationError: this is no day.
    """
    for form in DAY_FORMATS:
        try:
            day = datetime.strptime(" ".join(text.split()), form).date()  # noqa: DTZ007 - a day
        except ValueError:
            continue
        if day >= EARLIEST_DAY:
            return day
    raise ValidationError(DAY_NOT_CLEAR, code="day")


class ClientForm(StepForm):
    """The client's agreement comes first; without it nothing of this step is kept."""

    refusal_template = "registration/referral_refused.html"
    default_whose = Whose.CLIENT
    asked_of_others = {
        **ASKED_ABOUT_PERSON,
        "age": replace(
            ASKED_ABOUT_PERSON["age"],
            notes={
                AgeGroup.UNDER_16: _(
                    "Is your client under 16? You can refer them too. Talk to your client about "
                    "which adult they trust. We do not contact the parents without your client "
                    "knowing."
                )
            },
        ),
        **{name: asked for name, asked in ASKED_ABOUT_EVENT.items() if name != "story"},
    }

    client_consent = OneOf(
        "client_consent",
        label=_("Does your client agree to this referral?"),
        help_text=_("Your client knows that you are referring them, and knows what you tell us."),
        why=_(
            "Mediation is voluntary. When we speak to your client, we say who told us what, and "
            "we ask again."
        ),
        error=_("Choose whether your client agrees"),
        reveals={ClientConsent.AGREES},
    )
    told_by = Text(
        limit=80,
        required=False,
        hide_optional=True,
        label=_("Who told your client about this?"),
        help_text=_("If it was you, enter your own name."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    agreed_on = DayField(
        required=False,
        hide_optional=True,
        label=_("What day did your client agree?"),
        help_text=_("For example 23-11-2026."),
    )
    agreed_how = OneOf(
        "agreed_how",
        required=False,
        hide_optional=True,
        label=_("How did your client agree?"),
    )
    role = reworded(AboutYouForm, "role", group="client_role")
    kind = OneOf(
        "kind",
        label=_("What is it about?"),
        help_text=_("Choose what fits best. You do not have to explain."),
        why=_("So the person who calls can prepare."),
        error=_("Choose what it is about, or ‘I would rather not say’"),
    )
    name = reworded(AboutYouForm, "name")
    age = reworded(AboutYouForm, "age")
    when = reworded(WhatHappenedForm, "when")
    province = reworded(WhatHappenedForm, "province")
    known = reworded(WhatHappenedForm, "known", group="client_known")
    story = Text(
        limit=EXPLANATION_LIMIT,
        required=False,
        label=_("What would your client like?"),
        help_text=_(
            "In a few words. We do not need the other person’s name, an address or a case number. "
            "Your client can tell us the rest."
        ),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )

    @classmethod
    def is_refused(cls, values: Mapping[str, Sequence[str]]) -> bool:
        """Return whether the professional says that the client did not agree.

        Args:
            values: raw values per question. No answer yet is not a no.
        """
        without = {ClientConsent.REFUSES, ClientConsent.UNKNOWN}
        return not without.isdisjoint(values.get("client_consent", ()))

    def clean(self) -> dict[str, Any]:
        """Ask how the client agreed."""
        cleaned = super().clean() or {}
        if cleaned.get("client_consent") != ClientConsent.AGREES:
            return cleaned
        if "told_by" not in self.errors and not cleaned["told_by"]:
            self.add_error("told_by", _("Enter who told your client about this"))
        if not cleaned.get("agreed_how"):
            self.add_error("agreed_how", _("Choose how your client agreed"))
        self._check_day(cleaned)
        return cleaned

    def _check_day(self, cleaned: dict[str, Any]) -> None:
        if "agreed_on" in self.errors:
            return
        today = self.now.astimezone(DESK_TIME_ZONE).date()
        if not cleaned["agreed_on"]:
            self.add_error("agreed_on", _("Enter the day on which your client agreed"))
        elif date.fromisoformat(cleaned["agreed_on"]) > today:
            self.add_error("agreed_on", _("This day is in the future. Enter the day it was."))

    def answer_in_words(self, name: str) -> str | list[str]:
        """Return an answer, and a day with its weekday."""
        if name == "agreed_on":
            day = date.fromisoformat(self.cleaned_data[name])
            return f"{date_in_words(day)} {date_format(day, 'Y')}"
        return super().answer_in_words(name)
