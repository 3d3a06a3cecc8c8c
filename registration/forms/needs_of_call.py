"""What somebody needs for the call: a language, an interpreter, or anything else.

The words are those for who registers; `ASKED_FOR_CALL` has those about anybody else.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from registration.forms.base import StepForm
from registration.forms.fields import AnyOf, Asked, OneOf, Text, flat_choices
from registration.vocabulary.person import HEARING, NO_NEED, OTHER_NEED, SpokenLanguage

# Shown as a part of the answer that they belong to.
JOINED_FIELDS = frozenset({"other_language", "other_need"})

# How one asks about somebody else, a client of a professional too.
ASKED_FOR_CALL: Mapping[str, Asked] = {
    "language": Asked(
        label=_("Which language would %(who)s like to speak?"),
        help_text=_("An interpreter is free for %(who)s."),
    ),
    "needs": Asked(
        label=_("Does %(who)s need anything for the call?"),
        options={HEARING: _("Does not hear well")},
    ),
    "other_need": Asked(label=_("What does %(who)s need?")),
}


class NeedsOfCallForm(StepForm):
    """In which language somebody wants to speak, and what has to be arranged before the call."""

    asked_of_others = ASKED_FOR_CALL

    language = OneOf(
        "language",
        required=False,
        label=_("Which language would you like to speak?"),
        help_text=_("An interpreter is free for you."),
        sub_fields={SpokenLanguage.OTHER: ["other_language"]},
        has_short_answers=True,
    )
    other_language = Text(
        limit=60,
        required=False,
        hide_optional=True,
        label=_("Which language?"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "input--short"}),
    )
    needs = AnyOf(
        "needs",
        label=_("Do you need anything for the call?"),
        why=_("So we can arrange it before we call."),
        sub_fields={OTHER_NEED: ["other_need"]},
    )
    other_need = Text(
        limit=200,
        required=False,
        hide_optional=True,
        label=_("What do you need?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        """Look for answers that contradict each other."""
        cleaned = super().clean() or {}
        self._check_needs(cleaned)
        return cleaned

    def _check_needs(self, cleaned: dict[str, Any]) -> None:
        needs = cleaned.get("needs", [])
        if NO_NEED in needs and len(needs) > 1:
            self.add_error(
                "needs", _("You chose ‘No, nothing’ and something else. Choose one of them.")
            )

    def to_answers(self) -> dict[str, Any]:
        """Return the checked answers, without what belongs to an answer that was not chosen."""
        answers = super().to_answers()
        if "language" in answers and answers["language"] != SpokenLanguage.OTHER:
            answers["other_language"] = ""
        if "needs" in answers and OTHER_NEED not in answers["needs"]:
            answers["other_need"] = ""
        return answers

    def shown_fields(self) -> list[str]:
        """Leave out what is shown with another answer."""
        return [name for name in super().shown_fields() if name not in JOINED_FIELDS]

    def answer_in_words(self, name: str) -> str | list[str]:
        """Return an answer with what was added to it."""
        words, cleaned = super().answer_in_words(name), self.cleaned_data
        match name:
            case "language" if cleaned[name] == SpokenLanguage.OTHER:
                return cleaned["other_language"] or str(_("Another language"))
            case "needs" if OTHER_NEED in cleaned[name]:
                labels = dict(flat_choices(self.choices_field("needs")))
                others = [labels[code] for code in cleaned[name] if code != OTHER_NEED]
                return [*others, cleaned["other_need"] or str(_("Something else"))]
        return words
