"""Step 2 of a referral: whether the client agrees, and no more than the desk needs to prepare."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from perspectief.date_fields import day_as_typed
from perspectief.typed_dates import YearMeant
from registration.forms.about_you import ASKED_ABOUT_PERSON, AboutYouForm
from registration.forms.base import StepForm
from registration.forms.day_field import TypedDayField
from registration.forms.fields import OneOf, PersonName, Statement, Text, reworded
from registration.forms.long_ago import ask_about_year, is_long_ago
from registration.forms.what_happened import ASKED_ABOUT_EVENT, WhatHappenedForm
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.person import AgeGroup
from registration.vocabulary.referral_options import ClientConsent, ToldByWhom
from registration.vocabulary.whose import Whose
from registration.words.dates import date_in_words

EXPLANATION_LIMIT = 1000
EXAMPLE_AGO = timedelta(days=3)


class ClientForm(StepForm):
    """The client's agreement comes first; without it nothing of this step is kept."""

    is_about_typist = False

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
        help_text=_(
            "Your client knows that you are referring them, and knows what you tell us. If your "
            "client does not agree or you are not sure, you cannot refer. We then delete "
            "everything you filled in, about you too."
        ),
        why=_(
            "Mediation is voluntary. When we speak to your client, we say who told us what, and "
            "we ask again."
        ),
        error=_("Choose whether your client agrees"),
        reveals={ClientConsent.AGREES},
    )
    told_by_whom = OneOf(
        "told_by_whom",
        required=False,
        hide_optional=True,
        label=_("Who told your client about this?"),
        why=_("When we call, we ask your client who it was. So we know that we speak to them."),
        sub_fields={ToldByWhom.SOMEBODY_ELSE: ["told_by"]},
    )
    told_by = PersonName(
        limit=80,
        required=False,
        hide_optional=True,
        label=_("What is the name of that person?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    agreed_on = TypedDayField(
        year_meant=YearMeant.BACK,
        required=False,
        hide_optional=True,
        label=_("What day did your client agree?"),
    )
    # Asked only about a day that is long ago.
    agreed_on_is_right = Statement(required=False, label=_("Yes, my client agreed on that day"))
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

    def offer_choices(self) -> None:
        """Show how a day may be typed, with one that has been."""
        super().offer_choices()
        day = self.now.astimezone(DESK_TIME_ZONE).date() - EXAMPLE_AGO
        self.fields["agreed_on"].help_text = _("For example %(words)s, or %(figures)s.") % {
            "words": day_as_typed(day),
            "figures": f"{day:%d-%m-%Y}",
        }
        if not self._agreed_long_ago():
            del self.fields["agreed_on_is_right"]

    def _agreed_long_ago(self) -> bool:
        try:
            day = self.fields["agreed_on"].clean(self["agreed_on"].value())
        except forms.ValidationError:
            return False
        return bool(day) and is_long_ago(date.fromisoformat(day), self._today)

    @property
    def _today(self) -> date:
        return self.now.astimezone(DESK_TIME_ZONE).date()

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
        self._check_who_told(cleaned)
        if not cleaned.get("agreed_how"):
            self.add_error("agreed_how", _("Choose how your client agreed"))
        self._check_day(cleaned)
        return cleaned

    def _check_who_told(self, cleaned: dict[str, Any]) -> None:
        match cleaned.get("told_by_whom"):
            case ToldByWhom.REFERRER:
                # What was typed stays on the page and goes no further.
                self.errors.pop("told_by", None)
                cleaned["told_by"] = ""
            case ToldByWhom.SOMEBODY_ELSE:
                if cleaned.get("told_by") == "":
                    self.add_error("told_by", _("Enter the name of who told your client"))
            case "":
                self.add_error("told_by_whom", _("Choose who told your client about this"))

    def _check_day(self, cleaned: dict[str, Any]) -> None:
        if "agreed_on" in self.errors:
            return
        if not cleaned["agreed_on"]:
            self.add_error("agreed_on", _("Enter the day on which your client agreed"))
            return
        day = date.fromisoformat(cleaned["agreed_on"])
        if day > self._today:
            self.add_error("agreed_on", _("This day is in the future. Enter the day it was."))
        elif is_long_ago(day, self._today) and not cleaned.get("agreed_on_is_right"):
            self.add_error("agreed_on", ask_about_year(day, self._today))

    def to_answers(self) -> dict[str, Any]:
        """Return the checked answers, without what was asked only to be sure."""
        answers = super().to_answers()
        answers.pop("agreed_on_is_right", None)
        return answers

    def shown_fields(self) -> list[str]:
        """Leave out what is shown with another answer, or was not asked."""
        left_out = {"told_by"}
        if not self.cleaned_data.get("agreed_on_is_right"):
            left_out.add("agreed_on_is_right")
        return [name for name in super().shown_fields() if name not in left_out]

    def answer_in_words(self, name: str) -> str | list[str]:
        """Return an answer with what was added to it, and a day with its weekday."""
        if name == "agreed_on":
            return date_in_words(date.fromisoformat(self.cleaned_data[name]))
        if name == "told_by_whom" and self.cleaned_data["told_by"]:
            return self.cleaned_data["told_by"]
        return super().answer_in_words(name)
