"""The forms of one's own page."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from registration.forms.fields import ExactText
from registration.forms.safe_contact import SafeContactForm
from registration.own_page.overview import masked_email, masked_phone
from registration.vocabulary.answers import Answers

# Kept as they are when they are left empty, because they are never shown.
KEPT_WHEN_EMPTY = ("phone", "email", "other_way_details")
NOT_ASKED_AGAIN = ("language", "other_language", "needs", "other_need")


class EntryForm(forms.Form):
    """Code and secret words."""

    use_required_attribute = False

    code = ExactText(
        limit=40,
        hide_optional=True,
        label=_("Your code"),
        help_text=_("Six letters and numbers, such as H7K-4MR."),
        error_messages={"required": _("Enter the code that you saw on the screen")},
    )
    secret_words = ExactText(
        limit=80,
        hide_optional=True,
        label=_("Your secret words"),
        help_text=_("Two words. Capital letters do not matter."),
        error_messages={"required": _("Enter the two words that you saw on the screen")},
    )


class ContactForm(SafeContactForm):
    """How and when to reach somebody who registered before.

    What we have is shown masked beside the questions; an empty field keeps it.
    """

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        kept: Answers,
        now: datetime | None = None,
    ) -> None:
        self.kept = kept
        super().__init__(data, initial=self._initial(kept), now=now)
        for name in NOT_ASKED_AGAIN:
            self.fields.pop(name, None)
        self._tell_what_we_have("phone", masked_phone(kept))
        self._tell_what_we_have("email", masked_email(kept))
        if kept.other_way_details:
            self._tell_what_we_have("other_way_details", str(_("what you told us")))

    @classmethod
    def as_typed(cls, data: QueryDict, *, kept: Answers) -> Self:
        """Return the form with what is typed in it, without looking for mistakes yet."""
        form, typed = cls(kept=kept), cls(data, kept=kept)
        form.initial = {name: typed[name].data for name in typed.fields}
        return form

    @staticmethod
    def _initial(kept: Answers) -> Mapping[str, Any]:
        return {
            "phone_impossible": kept.phone_impossible,
            "other_way": kept.other_way,
            "fallback": list(kept.fallback),
            "identify": kept.identify,
            "moments": list(kept.moments),
            "avoid": list(kept.avoid),
        }

    def _tell_what_we_have(self, name: str, words: str) -> None:
        if words:
            self.fields[name].help_text = _("We have: %(words)s. Leave this empty to keep it.") % {
                "words": words
            }

    def clean(self) -> dict[str, Any]:
        """Put in what is kept, then look for one safe way as the registration does."""
        for name in KEPT_WHEN_EMPTY:
            if name in self.cleaned_data and not self.cleaned_data[name]:
                self.cleaned_data[name] = getattr(self.kept, name)
        if not self.cleaned_data.get("other_way"):
            self.cleaned_data["other_way_details"] = ""
        cleaned = super().clean()
        if not self["phone"].data:
            cleaned["phone_note"] = self.kept.phone_note
        return cleaned
