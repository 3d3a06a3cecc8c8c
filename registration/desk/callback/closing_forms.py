"""The form that closes a registration."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from registration.desk.callback.note_forms import NoteField
from registration.desk.callback.offered_options import offer
from registration.vocabulary.lifecycle import Lifecycle, Source


class CloseForm(forms.Form):
    """The outcome with which a registration is closed."""

    outcome = forms.ChoiceField(
        label=_("How does it end?"),
        help_text=_(
            "If someone stops who registered on their own and allowed e-mail, an e-mail confirms "
            "it."
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an outcome")},
    )
    note = NoteField()

    def __init__(
        self,
        *args: Any,
        source: str = Source.SELF,
        awaits_own_yes: bool = False,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("prefix", "close")
        super().__init__(*args, **kwargs)
        self._awaits_own_yes = awaits_own_yes
        self._ask_first = (
            _("First ask the client, and record it under ‘Does the client agree?’")
            if source == Source.REFERRER
            else _("First ask the person, and record it under ‘Does the person want this?’")
        )
        offer(self, "outcome", "state", Lifecycle.outcomes_of(source))

    def clean_outcome(self) -> str:
        """Refuse to pass on somebody who was referred or helped, and has not told us to want it.

        Raises:
            ValidationError: the person has to be asked first.
        """
        outcome: str = self.cleaned_data["outcome"]
        if self._awaits_own_yes and outcome in Lifecycle.passed_on():
            raise forms.ValidationError(self._ask_first, code="awaits_own_yes")
        return outcome
