"""The form that closes a registration."""

from typing import Any, assert_never

from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from registration.casework.closing_record import NotOnRecordError, check_record, may_answer_until
from registration.casework.follow_up import attempts_left
from registration.casework.permissions import can_coordinate
from registration.desk.callback.note_forms import NoteField
from registration.desk.callback.offered_options import offer
from registration.models import Callback
from registration.rules.what_endings_say import Presupposes
from registration.vocabulary.callbacks import WRITTEN
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.words.dates import date_and_time_in_words


def missing_in_words(missing: Presupposes, callback: Callback, user: User) -> str:
    """Return what has to be recorded before somebody is closed so, and what to do now."""
    match missing:
        case Presupposes.CONTACT:
            return _(
                "Nothing says that we spoke to this person, and this outcome tells them that we "
                "did. First record under ‘Record an attempt’ that you reached them, or that they "
                "called us."
            )
        case Presupposes.ANSWER:
            return _(
                "Nothing says that this person got an answer. First record under ‘Record an "
                "attempt’ that you reached them, or what you sent."
            )
        case Presupposes.CONTACT_OR_REASON:
            return _(
                "Nothing says that we spoke to this person. First record that under ‘Record an "
                "attempt’, or write in the note why nobody did."
            )
        case Presupposes.ATTEMPTS:
            return _not_tried_enough(callback, user)
        case Presupposes.REASON:
            return _(
                "We promised this person that we would get in touch. Write in the note why nobody "
                "does: for instance the number of the other registration."
            )
        case _:
            assert_never(missing)


def _not_tried_enough(callback: Callback, user: User) -> str:
    if callback.needs_coordinator and can_coordinate(user):
        return _(
            "Nothing says that we tried often enough to reach this person. If nobody can try any "
            "more, write in the note why."
        )
    if until := may_answer_until(callback):
        return _(
            "This person was written to, or got a message, and may still answer. You can close it "
            "in this way from %(moment)s."
        ) % {"moment": date_and_time_in_words(until)}
    if callback.kind in WRITTEN:
        return _(
            "Nothing says that we wrote to this person, and this outcome tells them that we could "
            "not reach them. First record under ‘Record an attempt’ what you sent."
        )
    left = attempts_left(callback)
    words = ngettext(
        "This outcome tells the person that we could not reach them, and one attempt is still to "
        "be made. Make it, and record it under ‘Record an attempt’.",
        "This outcome tells the person that we could not reach them, and %(number)d attempts are "
        "still to be made. Make them, and record each under ‘Record an attempt’.",
        left,
    )
    return words % {"number": left}


class CloseForm(forms.Form):
    """The outcome with which a registration is closed."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("How does it end?"),
        help_text=gettext_lazy(
            "If someone stops who registered on their own and allowed e-mail, an e-mail confirms "
            "it."
        ),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose an outcome")},
    )
    note = NoteField()

    def __init__(
        self,
        *args: Any,
        callback: Callback,
        user: User,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("prefix", "close")
        super().__init__(*args, **kwargs)
        self._callback = callback
        self._user = user
        self.record_first = False
        source = callback.registration.source
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
        if outcome in Lifecycle.passed_on() and self._callback.registration.awaits_own_yes():
            raise forms.ValidationError(self._ask_first, code="awaits_own_yes")
        return outcome

    def clean(self) -> dict[str, Any]:
        """Refuse an outcome that tells the person what is not on record, and say what is missing.

        Raises:
            ValidationError: of the outcome.
        """
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        outcome = cleaned.get("outcome")
        if not outcome or "note" not in cleaned:
            return cleaned
        try:
            check_record(self._callback, Lifecycle(outcome), self._user, cleaned["note"])
        except NotOnRecordError as error:
            self.record_first = True
            self.add_error("outcome", missing_in_words(error.missing, self._callback, self._user))
        return cleaned
